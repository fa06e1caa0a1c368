// Prints how many milliseconds the first grammar takes in this process, with the parser library; its name is the argument.
import { loadGrammar } from '../../packages/code/src/grammars/load-grammar.ts';

const begin = performance.now();
await loadGrammar(process.argv[2] ?? 'python');
console.log(performance.now() - begin);
