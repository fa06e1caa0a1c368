import { isDense } from './dense-line.ts';

const declarations: readonly RegExp[] = [
  /^\s*(?:import\s.{0,160}(?:from\s|;$)|import\s+[\w.*{"']|from\s+[\w.]+\s+import\s|export\s+(?:default|const|function|class|interface|type|\*|\{|async|abstract|enum)|require\s*\(?['"]|use\s+[\w:]+|using\s+[\w.]+;|#\s*include\s*[<"]|package\s+[\w.]+;?$|module\s+\w+|namespace\s+\w+|library\s+\w+|const\s+\w+\s*=\s*require\()/,
  /^\s*(?:(?:pub(?:\([a-z]+\))?|public|private|protected|internal|static|final|abstract|async|export|default|override|virtual|inline|extern|unsafe|const|constexpr|sealed|partial|open|data)\s+)*(?:function\*?|func|fn|def|sub|fun|proc|class|interface|trait|struct|enum|impl|type|record|object|protocol|extension|mod|defmodule|defp?|macro_rules!)\s+[\w<&*('$]/,
  /^\s*(?:(?:public|private|protected|internal|static|final|abstract|virtual|override|inline|extern|const|unsigned|struct)\s+)+[\w<>[\],.*&: ]{1,80}\s+\*?\w+\s*(?:\(|=|;)/,
  /^\s*(?:const|let|var|val|local|my|our|static|auto|mut)\s+[\w{[$@%*(&]/,
  /^\s*(?:if|for|while|switch|foreach|elif|else if|unless|until|match|catch|except|with|elsif|guard|when)\b.{0,160}(?:[:{)]|\bthen|\bdo)\s*$|^\s*(?:\}?\s*else\b\s*[:{]?|try\s*[:{]|finally\s*[:{]|do\s*\{|end|fi|done|esac|begin|loop\s*\{)\s*;?$/,
  /^\s*(?:(?:return|yield|throw|raise|await|break|continue|pass|assert|delete|goto|print|echo|puts|super)\b|case\s.{1,80}:|default:|(?:fmt|self|this|console)\.)/,
  /^\s*(?:@\w[\w.]*(?:\(.*)?$|#\[[\w(]|#!\s*\/|#\s*(?:define|ifdef|ifndef|endif|if|else|pragma|undef|error)\b|<\?php|__\w+__)/,
  /^\s*(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE (?:OR REPLACE |TEMP(?:ORARY)? |UNIQUE )?(?:TABLE|INDEX|VIEW|FUNCTION|TYPE|OPERATOR|SCHEMA|TRIGGER|PROCEDURE|EXTENSION|CAST|AGGREGATE)|(?:ALTER|DROP) [A-Z]+|FROM|WHERE|(?:LEFT |INNER |OUTER )?JOIN|GROUP BY|ORDER BY|VALUES|BEGIN|COMMIT|RETURNS|LANGUAGE|DECLARE|GRANT|REVOKE|PRIMARY KEY|FOREIGN KEY|CONSTRAINT|SET)\b|^\s*(?:select .{1,160}\bfrom|insert into|create table|delete from|alter table)\b/,
  /^\s*[.#@*]?[\w-][^{};]{0,120}\{[^{}]*:[^{}]*\}\s*$|^\s*[.#]?[\w-][\w\s.,#:>*()-]{0,80}\{$|^\s*(?:[a-z-]+|--[\w-]+):\s[^;{}]{1,160};$|^\s*@(?:media|import|keyframes|font-face|layer|apply|include|mixin)\b/,
];

const punctuated = /(?:[;{}]|\)\s*[:{]|=>|=> \{|\(|\[|->|,|\)|\\)\s*(?:\/\/.*|#.*|\/\*.*\*\/)?$/;
const operator = /\w\s*(?:[-+*/|&%]?=|==|===|!=|:=|=>|->|::|&&|\|\|)\s*\S|\w\(.{0,120}\)|\w+\.\w+\(|^\s*[{}()[\]]+[;,]?$/;
const comment = /^\s*(?:\/\/|\/\*|\*\/|\*(?:\s|$)|#(?:\s|!|$)|--\s|"""|'''|;;|%\s|<!--)/;
const assignment = /^\s*[\w.$@[\]'"]{1,80}\s*(?:[-+*/|&.]?=|:=)\s*\S/;

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
export function codeEvidence(lines: readonly string[]): CodeEvidence {
  if (lines.length === 0) return { share: 0, declared: 0, classes: 0 };
  const classes = new Set<number>();
  let declared = 0;
  let looks = 0;
  for (const line of lines) {
    const declaration = declarations.findIndex((pattern) => pattern.test(line));
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

function looksLikeStatement(line: string): boolean {
  if (comment.test(line) || assignment.test(line) || isDense(line) || /^\s*[)}\]]+[;,)]*$/.test(line)) return true;
  // Rows of literals in a program's table.
  if (/^\s+(?:'[^']*'|"[^"]*"|-?\d[\d., x]*),?$/.test(line)) return true;
  if (punctuated.test(line)) return operator.test(line) || /^\s{2,}\S/.test(line);
  return /^\s{2,}\S/.test(line) && operator.test(line);
}

/** Prose may begin with `for`, `use` or `return`. */
function endsAsSentence(line: string): boolean {
  return /[a-z]{2}[.!?]$/.test(line) && /^\s*\w+ [a-z]+ [a-z]+ /.test(line);
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
