import { hole, joinedHeader, recordHeader, rowsSign, templateSign, valueSeparator } from './grammar.ts';

/** Undoes `writePlan`; undefined for a text that is not of the form. */
export function readRecords(form: string): string | undefined {
  const lines = form.split('\n');
  if (lines[0] !== recordHeader && lines[0] !== joinedHeader) return undefined;
  const joined = lines[0] === joinedHeader;
  const ending = lines.at(-1) === '' ? 'break' : 'none';
  if (ending === 'break') lines.pop();
  const plain = (line: string): string => (joined && line.endsWith('\\') ? line.slice(0, -1) : `${line}\n`);
  const out: string[] = [];
  for (let at = 1; at < lines.length; at += 1) {
    const count = templateSign.exec(lines[at]!)?.[1];
    if (count === undefined) {
      out.push(plain(lines[at]!));
      continue;
    }
    const template: string[] = [];
    for (at += 1; at < lines.length && lines[at] !== rowsSign; at += 1) template.push(plain(lines[at]!));
    const parts = template.join('').split(hole);
    for (let row = 0; row < Number(count); row += 1) {
      at += 1;
      const values = (lines[at] ?? '').split(valueSeparator);
      if (values.length !== parts.length - 1) return undefined;
      out.push(parts[0]!, ...values.flatMap((value, index) => [value, parts[index + 1]!]));
    }
  }
  const text = out.join('');
  return ending === 'break' || !text.endsWith('\n') ? text : text.slice(0, -1);
}
