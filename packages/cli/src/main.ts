import { readCommandLine, type CommandLine } from './command-line.ts';
import type { Streams } from './output/streams.ts';
import { UsageError } from './usage-error.ts';

/** 0 done, 1 failed, 2 not understood. */
export type ExitCode = 0 | 1 | 2;

/**
 * Runs the command line.
 *
 * @example
 * process.exitCode = await main(['doctor'], streams);
 */
export async function main(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  try {
    return await run(readCommandLine(argv), streams);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!(error instanceof UsageError)) {
      await streams.remarks.write(`headroom: ${message}\n`);
      return 1;
    }
    // All of the help would push the message out of sight.
    const help =
      error.help === 'all' ? `\n${(await import('./usage.ts')).usage()}` : 'Run `headroom --help` for all commands and options.\n';
    await streams.remarks.write(`headroom: ${message}\n${help}`);
    return 2;
  }
}

/** Each command is loaded when it is asked for: a short start matters where the command line is called for every tool result. */
async function run(line: CommandLine, streams: Streams): Promise<ExitCode> {
  if (line.action === 'help') {
    await streams.output.write((await import('./usage.ts')).usage());
    return 0;
  }
  if (line.action === 'version') {
    await streams.output.write(`${await (await import('./versions.ts')).ownVersion()}\n`);
    return 0;
  }
  if (line.action === 'serve') {
    await (await import('./commands/serve.ts')).serve(line.command, line.options, streams);
    return 0;
  }
  return runCommand(line, streams);
}

async function runCommand({ command, operand, options }: Extract<CommandLine, { action: 'run' }>, streams: Streams): Promise<ExitCode> {
  switch (command) {
    case 'compress':
      await (await import('./commands/compress.ts')).compress(operand, options, streams);
      return 0;
    case 'detect':
      await (await import('./commands/detect.ts')).detect(operand, options, streams);
      return 0;
    case 'retrieve':
      return (await (await import('./commands/retrieve.ts')).retrieve(operand ?? '', options, streams)) === 'found' ? 0 : 1;
    case 'stats':
      await (await import('./commands/stats.ts')).stats(options, streams);
      return 0;
    case 'models': {
      const { fetchModel, listModels } = await import('./commands/models.ts');
      await (operand === 'pull' ? fetchModel : listModels)(options, streams);
      return 0;
    }
    case 'doctor':
      return (await (await import('./commands/doctor.ts')).doctor(options, streams)) === 'good' ? 0 : 1;
    case 'messages':
      throw new UsageError('messages works on standard input: write `headroom messages --jsonl`.');
  }
}
