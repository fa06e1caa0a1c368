// npm run reading: writes what a reader gets (test/reading/README.md says how the test is run), or scores what readers answered.
//
//   node test/reading/main.ts write FOLDER      one text per shape and rendering, with its questions
//   node test/reading/main.ts score             scores test/reading/answers.json and writes docs/results/reading.md
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allShapes } from './all-shapes.ts';
import { renderShapes } from './render-shapes.ts';
import { scoreAnswers, type Answers } from './score-answers.ts';

const [verb, folder] = process.argv.slice(2);
const here = fileURLToPath(new URL('.', import.meta.url));

if (verb === 'write' && folder !== undefined) {
  mkdirSync(folder, { recursive: true });
  for (const { shape, rendering, text } of await renderShapes(allShapes())) {
    const questions = shape.questions.map(({ id, question }) => `${id}: ${question}`).join('\n');
    writeFileSync(join(folder, `${rendering}-${shape.name}.txt`), `${text}\n\n=== QUESTIONS ===\n${questions}\n`);
  }
} else if (verb === 'score') {
  const answers = JSON.parse(readFileSync(join(here, 'answers.json'), 'utf8')) as Answers;
  const report = scoreAnswers(allShapes(), await renderShapes(allShapes()), answers);
  const results = join(here, '..', '..', 'docs', 'results');
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, 'reading.md'), report);
  console.log(report);
} else throw new Error('usage: main.ts write FOLDER | score');
