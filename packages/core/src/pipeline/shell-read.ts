// What only prints a file, or a part of it, and changes no byte.
const readers = /^(?:cat|head|tail|nl|bat|less|more|open|view|sed\s+(?:-\w+\s+)*-n|awk\s+['"]?NR)(?=\s)/;
const passing = /^(?:cat(?:\s+-\w+)*|nl(?:\s+-\w+)*|head|tail|less|sed\s+(?:-\w+\s+)*-n|awk\s+['"]?NR)(?=\s|$)/;
// What stands around a read and prints nothing.
const silent = /^(?:cd|pushd|popd|export|source|set|true)(?=\s|$)|^$/;
const longestCommand = 2000;

/*
 * Endings of what people write and agents edit. Logs, tables and dumps are read to learn what is in them: how they are told is their kind's matter.
 */
const edited = new Set(
  (
    'js jsx mjs cjs ts tsx mts cts py pyi rb go rs java kt kts scala swift c h cc cpp cxx hpp hh cs php pl pm lua dart zig ex exs erl hs ml clj jl r m mm sh bash zsh fish ps1 ' +
    'sql vue svelte css scss sass less html htm proto graphql tf nix cmake gradle md mdx rst adoc toml yml yaml ini cfg conf properties json json5 jsonc xml'
  ).split(' '),
);

/**
 * Whether a shell command does nothing but print source files, documents or settings: `cat src/a.py`, `cd app && sed -n '1,80p' b.ts | nl`.
 *
 * Then its output is a file as it stands on disk. A command that also does something else, writes, or prints a log is none.
 */
export function isShellRead(command: string): boolean {
  if (command.length > longestCommand || /<<|[^|]>|`|\$\(/.test(command)) return false;
  let reads = 0;
  for (const part of command.split(/&&|;|\n/)) {
    const step = part.trim();
    if (silent.test(step)) continue;
    const [first = '', ...stages] = step.split('|').map((stage) => stage.trim());
    if (!readers.test(first) || !namesEdited(first) || !stages.every((stage) => passing.test(stage))) return false;
    reads += 1;
  }
  return reads > 0;
}

/** Whether all files that a command names have endings of such files, and there is one. */
function namesEdited(command: string): boolean {
  const paths = command
    .split(/\s+/)
    .map((word) => word.replace(/^["']|["']$/g, ''))
    .filter((word) => /^[\w./~@+-]*\.[A-Za-z]\w{0,9}$/.test(word) && !word.startsWith('-'));
  return paths.length > 0 && paths.every((path) => edited.has(path.slice(path.lastIndexOf('.') + 1).toLowerCase()));
}
