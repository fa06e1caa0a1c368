import { languageOfWord } from './find-language.ts';
import type { Language } from './language.ts';

/** Lines of a kind that few other languages have, and what one is worth. */
const signs: readonly (readonly [name: string, pattern: RegExp, weight: number])[] = [
  [
    'python',
    /^\s*(?:async )?def \w+\(.*\)?.*:?\s*$|^\s*(?:from [\w.]+ import|import [\w.]+(?: as \w+)?$|class \w+.*:$|elif .*:$|except\b.*:$|if __name__)/,
    3,
  ],
  ['python', /^\s*(?:self\.\w|@\w[\w.]*(?:\(.*)?$|raise \w|(?:if|for|while|with|try|else)\b.*:$|"""|pass$)/, 1],
  [
    'typescript',
    /^\s*(?:export )?(?:declare )?(?:interface \w+|type \w+.*=|enum \w+|namespace \w+|abstract class)|^import type\b|\bas const\b/,
    3,
  ],
  [
    'typescript',
    /^\s*(?:(?:public|private|protected|readonly|static) )+\w+[?!]?:|\w\??: (?:string|number|boolean|unknown|any|void)\b|\): [\w<>[\]|{ ]+ (?:=>|\{)$/,
    2,
  ],
  [
    'javascript',
    /^\s*(?:(?:export )?(?:default )?(?:async )?function\b|(?:const|let|var) [\w{[$].*=|import .* from ['"]|module\.exports|export (?:const|class|\{)|['"]use strict)/,
    2,
  ],
  ['javascript', /=>\s*[{(]?|===|!==|\brequire\(['"]|\bundefined\b|^\s*\}\);?$/, 1],
  ['go', /^package \w+$|^func (?:\(\w+ \*?[\w[\]]+\) )?\w+|^import \($|:= |^type \w+ (?:struct|interface|func)/, 3],
  [
    'rust',
    /^\s*(?:pub(?:\(\w+\))? )?(?:fn \w+|struct \w+|enum \w+|impl\b|mod \w+|trait \w+)|^\s*use [\w:]+(?:::|;)|^\s*let mut |^\s*#\[\w+|->\s*(?:Result|Option|Self)|\w!\(/,
    3,
  ],
  [
    'java',
    /^import (?:static )?[a-z][\w.]+\*?;$|^package [\w.]+;$|^\s*(?:public|private|protected) .*\b(?:class|interface|enum|void|String|int|final)\b|^\s*@Override/,
    3,
  ],
  [
    'c',
    /^\s*#\s*(?:include\s*[<"]|define|ifdef|ifndef|endif)|^(?:static |extern |const |unsigned )*(?:int|void|char|size_t|struct \w+|\w+_t) \*?\w+\(|->\w+|^typedef\b/,
    2,
  ],
  [
    'cpp',
    /^\s*(?:template ?<|namespace \w+|using namespace|class \w+ ?(?::|\{|$)|public:|private:|protected:)|\bstd::|\w::\w|\bnullptr\b|\bconstexpr\b|\bauto [&*]?\w+ =/,
    3,
  ],
  [
    'csharp',
    /^\s*using [A-Z][\w.]*;|^\s*namespace [A-Z][\w.]*|\{ get; |^\s*(?:public|private|internal|protected) .*(?:\)$|\{ get|async Task|string |override )|\bvar \w+ = /,
    3,
  ],
  [
    'ruby',
    /^\s*(?:def \w+[?!=]?(?:\(.*\))?$|require(?:_relative)? ['"]|end$|module [A-Z]|class [A-Z]\w*(?: < .*)?$|attr_\w+ :)|\bdo \|\w+/,
    2,
  ],
  ['php', /^<\?php|^\s*\$\w+\s*=|\$this->|^\s*(?:public|private|protected|static) (?:static )?function\b|^use [A-Z]\w*\\/, 4],
  [
    'kotlin',
    /^\s*(?:(?:override|private|internal|suspend|inline|open) )*fun [\w<.]|^\s*va[lr] \w+(?:: [\w<>?]+)? ?=|\bdata class\b|\bcompanion object\b/,
    3,
  ],
  [
    'swift',
    /^import (?:Foundation|UIKit|SwiftUI)$|^\s*(?:(?:public|private|override|static|mutating|@\w+) )*func \w+.*(?:->|\{)|\bguard let\b|\bif let \w+ =|^\s*(?:extension|protocol) \w+/,
    3,
  ],
  ['dart', /^import '(?:dart|package):|^\s*(?:final|late) [A-Z]\w*(?:<.*>)? \w+;|\bFuture<|^\s*@override$/, 3],
  [
    'scala',
    /^\s*(?:(?:override|private|final|implicit) )*def \w+.*=|^\s*(?:case class|object \w+|sealed trait|trait \w+)|^import [\w.]+\.[{_]/,
    3,
  ],
  [
    'bash',
    /^#!.*\b(?:ba|z|da)?sh\b|^\s*(?:fi|done|esac|then|echo .*|\w+\(\) ?\{)$|\$\{\w+|^\s*(?:if|elif) \[|^\s*local \w+=|^export \w+=/,
    3,
  ],
  ['lua', /^\s*(?:local )?function [\w.:]+\(|^\s*local \w+ =|\bthen$|^\s*end\)?$|\.\./, 2],
  ['powershell', /^\s*function [A-Z]\w+-\w+|^\s*param ?\(|\$PSCmdlet|\[(?:Parameter|CmdletBinding)\(|\b(?:Get|Set|New|Write)-[A-Z]\w+/, 4],
];
const looked = 400;
const longestLine = 300;
/** One line that no other language has; whether the guess is right is seen when the text is parsed. */
const leastScore = 3;

/**
 * The languages that a text may be written in, most likely first: at most three, told by a shebang or by lines that few other languages have.
 *
 * Bounded: 400 lines of 300 characters are looked at.
 */
export function guessLanguages(text: string): readonly Language[] {
  const lines = text
    .slice(0, looked * 80)
    .split('\n', looked)
    .map((line) => line.slice(0, longestLine).trimEnd());
  const shebang = /^#!\s*(?:\S*\/)?([a-z]+)[\d.]*(?:\s+(?:-S\s+)?([a-z]+))?/.exec(lines[0] ?? '');
  const run = shebang === null ? undefined : languageOfWord((shebang[1] === 'env' ? shebang[2] : shebang[1]) ?? '');
  if (run !== undefined) return [run];
  const scores = new Map<string, number>();
  for (const [name, pattern, weight] of signs) {
    const found = lines.reduce((sum, line) => sum + (pattern.test(line) ? weight : 0), 0);
    if (found > 0) scores.set(name, (scores.get(name) ?? 0) + found);
  }
  // One is a superset of the other: its programs hold the other's lines too.
  raise(scores, 'typescript', 'javascript');
  raise(scores, 'cpp', 'c');
  return [...scores]
    .filter(([, score]) => score >= leastScore)
    .sort((first, second) => second[1] - first[1])
    .slice(0, 3)
    .flatMap(([name]) => languageOfWord(name) ?? []);
}

function raise(scores: Map<string, number>, larger: string, smaller: string): void {
  const own = scores.get(larger) ?? 0;
  if (own >= 4) scores.set(larger, own + (scores.get(smaller) ?? 0));
}
