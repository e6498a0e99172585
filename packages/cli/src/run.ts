import type { Command } from 'commander';

/** Errors that a person can mend, by name: each says what to do in its message. */
const expected = new Set(['CliError', 'ConfigError', 'CompositionError', 'MissingSupergraphError', 'PortInUseError']);

/** Runs the command. What a person can mend is one clear line and exit code 1; a surprise shows its stack as well. */
export async function run(command: Command, argv: string[]): Promise<void> {
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
  try {
    await command.parseAsync(argv);
  } catch (error) {
    console.error((await isExpected(error)) ? `atbalsts: ${(error as Error).message}` : error);
    process.exitCode = 1;
  }
}

async function isExpected(error: unknown): Promise<boolean> {
  const { DatabaseError } = await import('@atbalsts/database');
  return error instanceof DatabaseError || (error instanceof Error && expected.has(error.name));
}
