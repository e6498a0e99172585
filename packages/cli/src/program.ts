import { isPersona, personaNames } from '@atbalsts/auth';
import type { Command } from 'commander';
import { CliError } from './errors.js';

const settings = `
Settings (environment): PORT, HOST, ATBALSTS_DATA (.data), ATBALSTS_DEMO (on|off), OIDC_ISSUER,
  DATABASE_URL_REGISTRY ... and MIGRATION_URL_REGISTRY ... for databases of your own (also BENEFITS, SERVICES, INSTITUTIONS, WORKFORCE, STRATEGY);
  REGISTER_URL_REVENUE and REGISTER_KEY_REVENUE (also POPULATION, SOCIAL_INSURANCE, EMPLOYMENT) for state registers.`;

/** The command `atbalsts` with its subcommands. */
export function program(command: Command): Command {
  command.name('atbalsts').description('One federated graph for municipal social services.').showHelpAfterError();
  command
    .command('start')
    .description('start everything in one process: databases, six subgraphs, the gateway; fills the demo on a first start')
    .addHelpText('after', settings)
    .action(startCommand);
  command
    .command('migrate')
    .description('bring the schema and the reference data of all domains up to date')
    .addHelpText('after', settings)
    .action(migrateCommand);
  command
    .command('seed')
    .description('fill the demo municipalities into empty databases')
    .addHelpText('after', settings)
    .action(seedCommand);
  command
    .command('token')
    .argument('<persona>', `one of: ${personaNames.join(', ')}`)
    .description("print a demo persona's token, valid for 8 hours, and nothing else")
    .action(tokenCommand);
  command.command('compose').description("write each subgraph's schema.graphql and the three supergraphs").action(composeCommand);
  const files = command.command('files').description('look after the files attached to records');
  files
    .command('sweep')
    .option('--delete', 'remove what is found; without it nothing is changed')
    .description('find files whose retention has ended, or that were declared and never brought')
    .action(sweepCommand);
  const schema = command.command('schema').description('look after the checked-in schemas');
  schema.command('check').description('fail when a checked-in schema or supergraph is not what the code says').action(schemaCheckCommand);
  return command;
}

// Each command loads what it needs when it runs: a token is printed without loading six subgraphs.

async function startCommand(): Promise<void> {
  const [{ readCliConfig }, { start }, { greeting }] = await Promise.all([
    import('./config.js'),
    import('./start.js'),
    import('./greeting.js'),
  ]);
  const config = readCliConfig(process.env);
  const told = toldToStop();
  const running = await start(config, (line) => console.error(line), told).catch((error: unknown) => {
    if (told.aborted) return null;
    throw error;
  });
  if (!running) return;
  console.log(greeting(running.gateway.url, running.devIssuer));
  if (!told.aborted) await new Promise((resolve) => told.addEventListener('abort', resolve, { once: true }));
  await running.stop();
}

/** Aborted on Ctrl-C or a request to end, and says so at once; a second Ctrl-C ends without waiting. */
function toldToStop(): AbortSignal {
  const stopping = new AbortController();
  const onSignal = () => {
    if (stopping.signal.aborted) process.exit(130);
    console.error('\nStopping');
    stopping.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return stopping.signal;
}

async function migrateCommand(): Promise<void> {
  const [{ readCliConfig }, { migrateAll, startDatabases }] = await Promise.all([import('./config.js'), import('./databases.js')]);
  const databases = await startDatabases(readCliConfig(process.env));
  try {
    const run = await migrateAll(databases.urls);
    for (const [domain, names] of Object.entries(run)) console.log(`${domain}: ${names.length ? names.join(', ') : 'up to date'}`);
  } finally {
    await databases.stop();
  }
}

async function seedCommand(): Promise<void> {
  const [{ readCliConfig }, { start }] = await Promise.all([import('./config.js'), import('./start.js')]);
  // The demo is whole when its facts are delivered and its report is published: a start on any free port does all of it.
  const running = await start({ ...readCliConfig(process.env), demo: true, port: 0 }, (line) => console.error(line));
  await running.stop();
  console.log('The demo is there');
}

async function tokenCommand(persona: string): Promise<void> {
  if (!isPersona(persona)) throw new CliError(`There is no persona ${persona}. Personas: ${personaNames.join(', ')}`);
  if (process.env.NODE_ENV === 'production')
    throw new CliError('Demo tokens are not for production: get a token from the issuer of OIDC_ISSUER');
  const { DevIssuer, personaToken } = await import('@atbalsts/auth');
  const dataFolder = process.env.ATBALSTS_DATA || '.data';
  console.log(await personaToken(await DevIssuer.open(dataFolder), persona));
}

async function sweepCommand(options: { delete?: boolean }): Promise<void> {
  const [{ readCliConfig }, { sweepFiles, sweptLines }] = await Promise.all([import('./config.js'), import('./sweep.js')]);
  const remove = options.delete === true;
  console.log(sweptLines(await sweepFiles(readCliConfig(process.env), remove), remove).join('\n'));
}

async function composeCommand(): Promise<void> {
  const { compose } = await import('./compose.js');
  const changed = await compose();
  console.log(changed.length ? `Written: ${changed.join(', ')}` : 'Nothing changed');
}

async function schemaCheckCommand(): Promise<void> {
  const { checkSchemas } = await import('./compose.js');
  const wrong = await checkSchemas();
  if (wrong.length) throw new CliError(`${wrong.join('\n')}\nRun npm run compose and look at the difference.`);
  console.log('Schemas are what the code says');
}
