import { isDense } from './dense-line.ts';
import type { Line } from './line.ts';
import { anyPattern, type LineTest } from './line-pattern.ts';

/** Classes of declarations: a line belongs to the first that knows it. */
const declarations: readonly LineTest[] = [
  // What a program takes from elsewhere, and its own name.
  anyPattern(
    [
      /^\s*(?:import\s.{0,160}(?:from\s|;$)|import\s+[\w.*{"']|from\s+[\w.]+\s+import\s|export\s+(?:default|const|function|class|interface|type|\*|\{|async|abstract|enum)|require\s*\(?['"])/,
      { opens: 'ifer' },
    ],
    [
      /^\s*(?:use\s+[\w:]+|using\s+[\w.]+;|#\s*include\s*[<"]|package\s+[\w.]+;?$|module\s+\w+|namespace\s+\w+|library\s+\w+|const\s+\w+\s*=\s*require\()/,
      { opens: 'u#pmnlc' },
    ],
  ),
  // Functions and types.
  anyPattern([
    /^\s*(?:(?:pub(?:\([a-z]+\))?|public|private|protected|internal|static|final|abstract|async|export|default|override|virtual|inline|extern|unsafe|const|constexpr|sealed|partial|open|data)\s+)*(?:function\*?|func|fn|def|sub|fun|proc|class|interface|trait|struct|enum|impl|type|record|object|protocol|extension|mod|defmodule|defp?|macro_rules!)\s+[\w<&*('$]/,
    { opens: 'acdefimoprstuv' },
  ]),
  // Members with modifiers before their type.
  anyPattern([
    /^\s*(?:(?:public|private|protected|internal|static|final|abstract|virtual|override|inline|extern|const|unsigned|struct)\s+)+[\w<>[\],.*&: ]{1,80}\s+\*?\w+\s*(?:\(|=|;)/,
    { opens: 'pisfavoecu', some: '(=;' },
  ]),
  // Variables.
  anyPattern([/^\s*(?:const|let|var|val|local|my|our|static|auto|mut)\s+[\w{[$@%*(&]/, { opens: 'clvmosa' }]),
  // Branches, loops and the ends of blocks.
  anyPattern(
    [
      /^\s*(?:if|for|while|switch|foreach|elif|else if|unless|until|match|catch|except|with|elsif|guard|when)\b.{0,160}(?:[:{)]|\bthen|\bdo)\s*$/,
      { opens: 'ifwseumcg', closes: ':{)no' },
    ],
    [
      /^\s*(?:\}?\s*else\b\s*[:{]?|try\s*[:{]|finally\s*[:{]|do\s*\{|end|fi|done|esac|begin|loop\s*\{)\s*;?$/,
      { opens: '}etfdbl', closes: ':{;edicn' },
    ],
  ),
  // Statements that begin with a word of their own.
  anyPattern([
    /^\s*(?:(?:return|yield|throw|raise|await|break|continue|pass|assert|delete|goto|print|echo|puts|super)\b|case\s.{1,80}:|default:|(?:fmt|self|this|console)\.)/,
    { opens: 'rytabcpdgesf' },
  ]),
  // Annotations and the preprocessor.
  anyPattern([
    /^\s*(?:@\w[\w.]*(?:\(.*)?$|#\[[\w(]|#!\s*\/|#\s*(?:define|ifdef|ifndef|endif|if|else|pragma|undef|error)\b|<\?php|__\w+__)/,
    { opens: '@#<_' },
  ]),
  // Queries.
  anyPattern(
    [
      /^\s*(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE (?:OR REPLACE |TEMP(?:ORARY)? |UNIQUE )?(?:TABLE|INDEX|VIEW|FUNCTION|TYPE|OPERATOR|SCHEMA|TRIGGER|PROCEDURE|EXTENSION|CAST|AGGREGATE)|(?:ALTER|DROP) [A-Z]+|FROM|WHERE|(?:LEFT |INNER |OUTER )?JOIN|GROUP BY|ORDER BY|VALUES|BEGIN|COMMIT|RETURNS|LANGUAGE|DECLARE|GRANT|REVOKE|PRIMARY KEY|FOREIGN KEY|CONSTRAINT|SET)\b/,
      { opens: 'SIUDCAFWLOJGVBRP', is: ['capitals'] },
    ],
    [/^\s*(?:select .{1,160}\bfrom|insert into|create table|delete from|alter table)\b/, { opens: 'sicda', has: ' ' }],
  ),
  // Style sheets.
  anyPattern(
    [/^\s*[.#@*]?[\w-][^{};]{0,120}\{[^{}]*:[^{}]*\}\s*$/, { opens: 'A-Za-z0-9_.#@*-', closes: '}', has: '{:' }],
    [/^\s*[.#]?[\w-][\w\s.,#:>*()-]{0,80}\{$/, { opens: 'A-Za-z0-9_.#-', closes: '{' }],
    [/^\s*(?:[a-z-]+|--[\w-]+):\s[^;{}]{1,160};$/, { opens: 'a-z-', closes: ';', has: ':' }],
    [/^\s*@(?:media|import|keyframes|font-face|layer|apply|include|mixin)\b/, { opens: '@' }],
  ),
];

const punctuation = String.raw`(?:[;{}]|\)\s*[:{]|=>|\(|\[|->|,|\)|\\)\s*`;
const isPunctuated = anyPattern(
  [new RegExp(`${punctuation}$`), { closes: ';{}:>([,)\\' }],
  [new RegExp(String.raw`${punctuation}(?:\/\/.*|#.*|\/\*.*\*\/)$`), { some: '/#' }],
);
const hasOperator = anyPattern(
  [/\w\s*(?:[-+*/|&%!]?=|:=|->|::|&&|\|\|)\s*\S/, { some: '=>:&|' }],
  [/\w\(.{0,120}\)/, { has: '()' }],
  [/\w\.\w+\(/, { has: '.(' }],
  [/^\s*[{}()[\]]+[;,]?$/, { opens: '{}()[]', closes: '{}()[];,' }],
);
const isComment = anyPattern([/^\s*(?:\/\/|\/\*|\*\/|\*(?:\s|$)|#(?:\s|!|$)|--\s|"""|'''|;;|%\s|<!--)/, { opens: `/*#"';%<-` }]);
const isAssignment = anyPattern([/^\s*[\w.$@[\]'"]{1,80}\s*(?:[-+*/|&.]?=|:=)\s*\S/, { opens: `A-Za-z0-9_.$@[]'"`, has: '=' }]);
const closesBrackets = anyPattern([/^\s*[)}\]]+[;,)]*$/, { opens: ')}]', closes: ')}];,' }]);
/** A row of literals in a program's table. */
const isRowOfLiterals = anyPattern([/^\s+(?:'[^']*'|"[^"]*"|-?\d[\d., x]*),?$/, { opens: `'"0-9-`, closes: `'"0-9.,x`, is: ['indented'] }]);
const isDeep = anyPattern([/^\s{2,}\S/, { is: ['indented'] }]);
/** Prose may begin with `for`, `use` or `return`. */
const endsAsSentence = anyPattern([/^\s*\w+ [a-z]+ [a-z]+ .*[a-z]{2}[.!?]$/s, { opens: 'A-Za-z0-9_', closes: '.!?', has: ' a' }]);

/** What of a text looks like a program. */
export interface CodeEvidence {
  /** Share of lines that look like statements, declarations or comments. */
  readonly share: number;
  /** Share of lines that declare, branch or return. */
  readonly declared: number;
  /** How many different classes of declaration occur. */
  readonly classes: number;
}

/** Counts lines of a program of any common language; words such as `error` or `logging` in them mean nothing. */
export function codeEvidence(lines: readonly Line[]): CodeEvidence {
  if (lines.length === 0) return { share: 0, declared: 0, classes: 0 };
  const classes = new Set<number>();
  let declared = 0;
  let looks = 0;
  for (const line of lines) {
    const declaration = declarations.findIndex((declares) => declares(line));
    if (declaration >= 0 && !endsAsSentence(line)) {
      classes.add(declaration);
      declared++;
      looks++;
    } else if (looksLikeStatement(line)) {
      looks++;
      // A minified program may have one line and declare nothing where it is looked at.
      if (isDense(line)) classes.add(declarations.length);
    }
  }
  return { share: looks / lines.length, declared: declared / lines.length, classes: classes.size };
}

function looksLikeStatement(line: Line): boolean {
  if (isComment(line) || isAssignment(line) || isDense(line) || closesBrackets(line) || isRowOfLiterals(line)) return true;
  if (isPunctuated(line)) return isDeep(line) || hasOperator(line);
  return isDeep(line) && hasOperator(line);
}

const importLine =
  /^(?:import\s+(?:[\w*{][^;]{0,160}\s+from\s+['"]|['"]|static\s|[\w.]+(?:\.\*)?;?$|\(|[\w.]+ as \w+$)|from\s+[\w.]+\s+import\s|#\s*include\s*[<"]|use\s+[\w:]+[:;{]|using\s+[\w.]+;|package\s+[\w.]+;?$|(?:const|let|var)\s.{1,80}=\s*require\(|require(?:_relative)?\s*['"(]|#ifndef \w+$|#pragma once|open [A-Z][\w.]+$|library\([\w.]+\)|<\?php)/;

/** Whether a text begins as programs do: a shebang, an encoding line, or imports at the margin. */
export function opensAsProgram(head: readonly string[]): boolean {
  if (/^(?:#!\s*\/|# -\*- coding|<\?php)/.test(head[0] ?? '')) return true;
  const fence = head.findIndex((line) => /^\s*```/.test(line));
  // Documents show imports inside fences.
  return (fence < 0 ? head : head.slice(0, fence)).filter((line) => importLine.test(line)).length >= 2;
}
