const yamlEntry = /^\s*(?:- )*(?:[\w./$@-]{1,80}|"[^"]{1,80}"|'[^']{1,80}')\s?:(?: .*|)$/;
/** A value whose quote is still open at the end of its line. */
const openQuote = /:\s+(?:"(?:[^"\\]|\\.)*\\?|'(?:[^']|'')*)$/;
const yamlItem = /^\s*- \S/;
const section = /^\s*\[{1,2}[\w ."':/\\@-]{1,100}\]{1,2}\s*(?:[#;].*)?$/;
const pair = /^\s*(?:export )?[\w.@/%${}*-]{1,100}(?:\[\w*\])?\s*=\s*(?:\S.*)?$/;
const commentLine = /^\s*(?:#|;|\/\/)/;
const dockerInstruction = /^(?:FROM|RUN|CMD|COPY|ADD|ENTRYPOINT|WORKDIR|ENV|ARG|EXPOSE|LABEL|USER|VOLUME|HEALTHCHECK|SHELL|ONBUILD)\s\S/;
const goModule = /^\s*(?:module|go|require|replace|exclude|toolchain|retract) ?\S|^\s+\S+\/\S+ v\d|^\S+\/\S+ v\d\S* h1:/;
const requirement = /^[A-Za-z][\w.-]*(?:\[[\w,-]+\])?\s*(?:[=~<>!]=|@ )\s*\S+/;
const lockEntry =
  /^"?@?[\w./-]+@.*:$|^\s{2,}(?:version|resolved|integrity|resolution|checksum|dependencies|languageName|linkType|specs|remote|revision)\b/;

/** Share of lines that each syntax of configuration explains, comments apart. */
export interface ConfigEvidence {
  readonly share: number;
  readonly syntax: string;
}

/** YAML, TOML, INI, properties, .env, Dockerfile, go.mod, requirements and lock files. */
export function configEvidence(lines: readonly string[]): ConfigEvidence {
  const entries = lines.filter((line) => !commentLine.test(line));
  if (entries.length === 0) return { share: 0, syntax: '' };
  const syntaxes: readonly ConfigEvidence[] = [
    { syntax: 'YAML', share: yamlShare(entries) },
    { syntax: 'INI or TOML', share: iniShare(entries) },
    { syntax: 'properties', share: share(entries, pair) },
    { syntax: 'a Dockerfile', share: dockerShare(entries) },
    { syntax: 'a module file', share: share(entries, goModule) },
    { syntax: 'requirements', share: share(entries, requirement) },
    { syntax: 'directives in blocks', share: blockShare(entries) },
    { syntax: 'a lock file', share: lockShare(entries) },
  ];
  return syntaxes.reduce((best, next) => (next.share > best.share ? next : best));
}

function share(lines: readonly string[], pattern: RegExp): number {
  let matched = 0;
  for (const line of lines) if (pattern.test(line)) matched++;
  return matched / lines.length;
}

function yamlShare(lines: readonly string[]): number {
  let matched = 0;
  let entries = 0;
  let inside = 0;
  let block = -1;
  for (const line of lines) {
    const indent = line.search(/\S/);
    // The text of a block scalar (`key: |`), or of a quoted one that goes on, is deeper than its key and may be anything.
    if (block >= 0 && indent > block) {
      matched++;
      inside++;
      continue;
    }
    const goesOn = yamlEntry.test(line) && openQuote.test(line);
    block = goesOn || /:\s*(?:&\w+ )?[|>][+-]?\d?\s*$/.test(line) ? indent : -1;
    const isEntry = yamlEntry.test(line) && (goesOn || !/[,;{(]\s*$/.test(line)) && !/^\s*[0-9a-fA-F]+:/.test(line);
    if (isEntry) entries++;
    if (isEntry || yamlItem.test(line) || /^(?:---|\.\.\.|%YAML)/.test(line) || /^\s*\{\{.*\}\}\s*$/.test(line)) matched++;
  }
  // A list of bullets alone is Markdown, and one line with a colon is a sentence.
  return entries >= Math.max(inside > 0 ? 4 : 2, (lines.length - inside) * 0.3) ? matched / lines.length : 0;
}

function iniShare(lines: readonly string[]): number {
  const sections = share(lines, section);
  if (sections === 0) return 0;
  const values = share(lines, pair);
  const continued = share(lines, /^\s*(?:"[^"]*"|'[^']*'|[\]}]),?$|^\s+\S/);
  return values < 0.2 ? 0 : Math.min(1, sections + values + continued * 0.9);
}

/** `server { listen 80; }` and `resource "x" "y" { a = b }`: neither calls nor assigns in its directives. */
function blockShare(lines: readonly string[]): number {
  const opened = share(lines, /^\s*(?:[+~-]{1,2} )?[a-z][\w-]*(?: [^(){}=;]*)?\{$/);
  const closed = share(lines, /^\s*\}$/);
  if (opened < 0.08 || closed < 0.08) return 0;
  const directives = share(lines, /^\s*[a-z][\w-]*(?:\s+[^(){}=]+)?;\s*(?:#.*)?$/);
  const named = lines.some((line) => /^\s*(?:[+~-]{1,2} )?[a-z]\w* "[\w.-]+"(?: "[\w.-]+")? \{$/.test(line));
  const assigned = named ? share(lines, /^\s*(?:[+~-]{1,2} )?[\w."-]+\s* = \S/) : 0;
  return directives >= 0.3 || assigned >= 0.3 ? Math.min(1, opened + closed + directives + assigned) : 0;
}

function dockerShare(lines: readonly string[]): number {
  if (!lines.slice(0, 4).some((line) => /^(?:FROM|ARG) \S/.test(line))) return 0;
  let continued = false;
  let matched = 0;
  for (const line of lines) {
    if (continued || dockerInstruction.test(line)) matched++;
    continued = line.trimEnd().endsWith('\\');
  }
  return matched / lines.length;
}

function lockShare(lines: readonly string[]): number {
  return share(lines, lockEntry) >= 0.3 ? share(lines, /^"?@?[\w./-]+@.*:$|^\s{2,}\S+ ?\S*/) : 0;
}
