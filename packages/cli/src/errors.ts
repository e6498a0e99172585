/** Something a person at the command line can mend; its message says what and how, in one line. */
export class CliError extends Error {
  override name = 'CliError';
}
