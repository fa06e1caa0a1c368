// npm run docs:figures: writes the measured tables of docs/results/ into the documents, between `<!-- figures:NAME -->` and `<!-- /figures -->`,
// where NAME is a file docs/results/NAME.md that `npm run bench` or `npm run fidelity` wrote. With --check it only says what is out of date.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from './toolchain.mjs';

const check = process.argv.includes('--check');
const region = /(<!-- figures:([a-z0-9-]+) -->\n)([\s\S]*?)(<!-- \/figures -->)/g;
const problems = [];
let regions = 0;

for (const path of documents()) {
  const text = readFileSync(inRoot(path), 'utf8');
  const written = text.replace(region, (whole, open, name, _old, close) => {
    regions += 1;
    const results = inRoot('docs', 'results', `${name}.md`);
    if (existsSync(results)) return `${open}\n${table(results)}\n\n${close}`;
    problems.push(`${path} asks for the figures "${name}", which no command has written to docs/results/${name}.md.`);
    return whole;
  });
  if (written === text) continue;
  if (check) problems.push(`${path} shows other figures than docs/results/: run \`npm run docs:figures\`.`);
  else writeFileSync(inRoot(path), written);
}

for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log(`${regions} tables of figures ${check ? 'are' : 'brought'} up to date.`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** What a results file says below its title. */
function table(file) {
  return readFileSync(file, 'utf8')
    .replace(/^# .*\n+/, '')
    .trim();
}

function documents() {
  const top = readdirSync(root).filter((name) => name.endsWith('.md'));
  return [...top, ...['docs', 'packages', 'examples'].flatMap(below)];
}

function below(folder) {
  if (!existsSync(inRoot(folder))) return [];
  return readdirSync(inRoot(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist', 'results'].includes(entry.name) ? [] : below(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}
