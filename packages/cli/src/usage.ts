import { optionTable } from './option-table.ts';

const synopsis = `Usage: headroom COMMAND [OPTIONS]

  compress [FILE]    print a text as a model should read it; what it leaves out is stored (- or nothing: standard input)
  detect [FILE]      say what kind of text it is
  retrieve HASH      print an original, or the part of it that is asked for
  stats              say what is stored
  models list|pull   say which models of prose are here, or fetch the published one
  doctor             check that all works here, and say what to do where it does not
  compress --jsonl   the same for programs: one JSON object a line on standard input and output
  messages --jsonl   compress whole prompts of OpenAI's chat or Anthropic's messages format
  retrieve --jsonl   read originals

Options:
`;

/** What \`headroom --help\` prints. */
export function usage(): string {
  const rows = Object.entries(optionTable).map(
    ([name, { value, says }]) => [value === '' ? `--${name}` : `--${name} ${value}`, says] as const,
  );
  const width = Math.max(...rows.map(([option]) => option.length));
  return `${synopsis}${rows.map(([option, says]) => `  ${option.padEnd(width)}  ${says}`).join('\n')}\n\nExit codes: 0 done, 1 failed, 2 not understood.\n`;
}
