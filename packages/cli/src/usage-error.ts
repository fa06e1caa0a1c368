/** How much of the help follows the message: where to find it, or all of it. */
export type Help = 'hint' | 'all';

/** The command line cannot be understood: the message says why, and the program ends with 2. */
export class UsageError extends Error {
  readonly help: Help;

  constructor(message: string, help: Help = 'hint') {
    super(message);
    this.name = 'UsageError';
    this.help = help;
  }
}
