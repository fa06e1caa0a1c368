import { noCharacter, type Line } from './line.ts';
import { anyPattern } from './line-pattern.ts';
import { shareOf } from './sample.ts';

const keyLetters = 'A-Za-z0-9_';
const yamlKey = String.raw`^\s*(?:- )*(?:[\w./$@-]{1,80}|"[^"]{1,80}"|'[^']{1,80}')\s?:`;
const isYamlEntry = anyPattern(
  [new RegExp(`${yamlKey}$`), { opens: `${keyLetters}./$@"'-`, closes: ':' }],
  [new RegExp(`${yamlKey} .*$`), { opens: `${keyLetters}./$@"'-`, is: ['colon space'] }],
);
/** A value whose quote is still open at the end of its line. */
const leavesQuoteOpen = anyPattern([/:\s+(?:"(?:[^"\\]|\\.)*\\?|'(?:[^']|'')*)$/, { has: ':', some: `"'` }]);
/** The head of a block scalar: `key: |`. */
const opensBlock = anyPattern([/:\s*(?:&\w+ )?[|>][+-]?\d?\s*$/, { has: ':', some: '|>', closes: '|>+0-9-' }]);
const goesOnAsProgram = anyPattern([/[,;{(]\s*$/, { closes: ',;{(' }]);
const isAddress = anyPattern([/^\s*[0-9a-fA-F]+:/, { opens: '0-9a-fA-F', has: ':' }]);
const isYamlMark = anyPattern(
  [/^\s*- \S/, { opens: '-', has: ' ' }],
  [/^(?:---|\.\.\.|%YAML)/, { opens: '.%-', is: ['margin'] }],
  [/^\s*\{\{.*\}\}\s*$/, { opens: '{', closes: '}' }],
);
const isSection = anyPattern([/^\s*\[{1,2}[\w ."':/\\@-]{1,100}\]{1,2}\s*(?:[#;].*)?$/, { opens: '[', has: ']' }]);
const isPair = anyPattern([
  /^\s*(?:export )?[\w.@/%${}*-]{1,100}(?:\[\w*\])?\s*=\s*(?:\S.*)?$/,
  { opens: `${keyLetters}.@/%\${}*-`, has: '=' },
]);
const isComment = anyPattern([/^\s*(?:#|;|\/\/)/, { opens: '#;/' }]);
const opensDockerfile = anyPattern([/^(?:FROM|ARG) \S/, { opens: 'FA', is: ['margin', 'capitals'] }]);
const isDockerInstruction = anyPattern([
  /^(?:FROM|RUN|CMD|COPY|ADD|ENTRYPOINT|WORKDIR|ENV|ARG|EXPOSE|LABEL|USER|VOLUME|HEALTHCHECK|SHELL|ONBUILD)\s\S/,
  { opens: 'FRCAEWLUVHSO', is: ['margin', 'capitals'] },
]);
const isGoModule = anyPattern(
  [/^\s*(?:module|go|require|replace|exclude|toolchain|retract) ?\S/, { opens: 'mgret' }],
  [/^\s+\S+\/\S+ v\d/, { has: '/0', is: ['indented'], holds: ' v' }],
  [/^\S+\/\S+ v\d\S* h1:/, { has: '/0', is: ['margin'], holds: ' h1:' }],
);
const isRequirement = anyPattern([
  /^[A-Za-z][\w.-]*(?:\[[\w,-]+\])?\s*(?:[=~<>!]=|@ )\s*\S+/,
  { opens: 'A-Za-z', some: '=@', is: ['margin'] },
]);
const lockHeading = [/^"?@?[\w./-]+@.*:$/, { opens: `${keyLetters}"@./-`, closes: ':', has: '@', is: ['margin'] }] as const;
const isLockEntry = anyPattern(lockHeading, [
  /^\s{2,}(?:version|resolved|integrity|resolution|checksum|dependencies|languageName|linkType|specs|remote|revision)\b/,
  { opens: 'vricdls', is: ['indented'] },
]);
const belongsToLock = anyPattern(lockHeading, [/^\s{2,}\S+ ?\S*/, { is: ['indented'] }]);
const continuesValue = anyPattern(
  [/^\s*(?:"[^"]*"|'[^']*'|[\]}]),?$/, { opens: `"']}`, closes: `"']},` }],
  [/^\s+\S/, { is: ['indented'] }],
);
const opensNamedBlock = anyPattern([
  /^\s*(?:[+~-]{1,2} )?[a-z]\w* "[\w.-]+"(?: "[\w.-]+")? \{$/,
  { opens: 'a-z+~-', closes: '{', has: '"' },
]);
const opensDirectives = anyPattern([/^\s*(?:[+~-]{1,2} )?[a-z][\w-]*(?: [^(){}=;]*)?\{$/, { opens: 'a-z+~-', closes: '{' }]);
const closesDirectives = anyPattern([/^\s*\}$/, { opens: '}', closes: '}' }]);
const isDirective = anyPattern([/^\s*[a-z][\w-]*(?:\s+[^(){}=]+)?;\s*(?:#.*)?$/, { opens: 'a-z', has: ';' }]);
const isAssignment = anyPattern([/^\s*(?:[+~-]{1,2} )?[\w."-]+\s* = \S/, { opens: `${keyLetters}+~."-`, has: ' =' }]);

/** Share of lines that each syntax of configuration explains, comments apart. */
export interface ConfigEvidence {
  readonly share: number;
  readonly syntax: string;
}

/** YAML, TOML, INI, properties, .env, Dockerfile, go.mod, requirements and lock files. */
export function configEvidence(lines: readonly Line[]): ConfigEvidence {
  const entries = lines.filter((line) => !isComment(line));
  if (entries.length === 0) return { share: 0, syntax: '' };
  const syntaxes: readonly ConfigEvidence[] = [
    { syntax: 'YAML', share: yamlShare(entries) },
    { syntax: 'INI or TOML', share: iniShare(entries) },
    { syntax: 'properties', share: shareOf(entries, isPair) },
    { syntax: 'a Dockerfile', share: dockerShare(entries) },
    { syntax: 'a module file', share: shareOf(entries, isGoModule) },
    { syntax: 'requirements', share: shareOf(entries, isRequirement) },
    { syntax: 'directives in blocks', share: blockShare(entries) },
    { syntax: 'a lock file', share: lockShare(entries) },
  ];
  return syntaxes.reduce((best, next) => (next.share > best.share ? next : best));
}

function yamlShare(lines: readonly Line[]): number {
  let matched = 0;
  let entries = 0;
  let inside = 0;
  let block = -1;
  for (const line of lines) {
    // The text of a block scalar (`key: |`), or of a quoted one that goes on, is deeper than its key and may be anything.
    if (block >= 0 && indentOf(line) > block) {
      matched++;
      inside++;
      continue;
    }
    const hasKey = isYamlEntry(line);
    const goesOn = hasKey && leavesQuoteOpen(line);
    block = goesOn || opensBlock(line) ? indentOf(line) : -1;
    const isEntry = hasKey && (goesOn || !goesOnAsProgram(line)) && !isAddress(line);
    if (isEntry) entries++;
    if (isEntry || isYamlMark(line)) matched++;
  }
  // A list of bullets alone is Markdown, and one line with a colon is a sentence.
  return entries >= Math.max(inside > 0 ? 4 : 2, (lines.length - inside) * 0.3) ? matched / lines.length : 0;
}

function indentOf({ text, opens }: Line): number {
  return opens === noCharacter ? -1 : text.search(/\S/);
}

function iniShare(lines: readonly Line[]): number {
  const sections = shareOf(lines, isSection);
  if (sections === 0) return 0;
  const values = shareOf(lines, isPair);
  return values < 0.2 ? 0 : Math.min(1, sections + values + shareOf(lines, continuesValue) * 0.9);
}

/** `server { listen 80; }` and `resource "x" "y" { a = b }`: neither calls nor assigns in its directives. */
function blockShare(lines: readonly Line[]): number {
  const opened = shareOf(lines, opensDirectives);
  if (opened < 0.08) return 0;
  const closed = shareOf(lines, closesDirectives);
  if (closed < 0.08) return 0;
  const directives = shareOf(lines, isDirective);
  const assigned = lines.some(opensNamedBlock) ? shareOf(lines, isAssignment) : 0;
  return directives >= 0.3 || assigned >= 0.3 ? Math.min(1, opened + closed + directives + assigned) : 0;
}

function dockerShare(lines: readonly Line[]): number {
  if (!lines.slice(0, 4).some(opensDockerfile)) return 0;
  let continued = false;
  let matched = 0;
  for (const line of lines) {
    if (continued || isDockerInstruction(line)) matched++;
    continued = line.text.trimEnd().endsWith('\\');
  }
  return matched / lines.length;
}

function lockShare(lines: readonly Line[]): number {
  return shareOf(lines, isLockEntry) >= 0.3 ? shareOf(lines, belongsToLock) : 0;
}
