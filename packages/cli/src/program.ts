import { isPersona, personaNames } from '@atbalsts/auth';
import type { Command } from 'commander';
import { CliError } from './errors.js';

const settings = `
Settings (environment): PORT, HOST, ATBALSTS_DATA (.data), ATBALSTS_DEMO (on|off), OIDC_ISSUER,
  DATABASE_URL_REGISTRY ... and MIGRATION_URL_REGISTRY ... for databases of your own (also BENEFITS, SERVICES, INSTITUTIONS, WORKFORCE, STRATEGY).`;

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
  const schema = command.command('schema').description('look after the checked-in schemas');
  schema
    .command('check')
    .description(
      'fail when a checked-in schema or supergraph is not what the code says, or breaks what was released without a decision record',
    )
    .action(schemaCheckCommand);
  schema.command('release').description('make the graphs of this moment the released ones').action(schemaReleaseCommand);
  const audit = command.command('audit').description('look after the audit');
  audit
    .command('verify')
    .description('look through the audit of all domains for entries that were altered, removed or put in; exit code 1 where there are any')
    .option('--head <domain:number:hash...>', 'heads that an earlier verification printed and that were kept outside')
    .option('--seal', 'seal what is not sealed yet first')
    .addHelpText('after', settings)
    .action(auditVerifyCommand);
  const documents = command.command('documents').description('the documents that partners may run in production');
  const folder = ['--folder <folder>', "folder of the documents; TRUSTED_DOCUMENTS_FOLDER, or the gateway's own"] as const;
  documents
    .command('add')
    .argument('<files...>', 'files named NAME.graphql, one named operation each')
    .option(...folder)
    .description("add documents after checking them against the partners' graph and limits; all of them or none")
    .action(documentsAddCommand);
  documents
    .command('list')
    .option(...folder)
    .description('name and hash of each document')
    .action(documentsListCommand);
  documents
    .command('remove')
    .argument('<names...>', 'names of documents')
    .option(...folder)
    .description('remove documents: who still sends one is refused from the next start on')
    .action(documentsRemoveCommand);
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
  const { makeDataFolder } = await import('./data-folder.js');
  const dataFolder = process.env.ATBALSTS_DATA || '.data';
  makeDataFolder(dataFolder);
  console.log(await personaToken(await DevIssuer.open(dataFolder), persona));
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

async function schemaReleaseCommand(): Promise<void> {
  const { release } = await import('./compose.js');
  const changed = await release();
  console.log(changed.length ? `Written: ${changed.join(', ')}` : 'Nothing changed');
}

async function auditVerifyCommand({ head, seal }: { head?: string[]; seal?: boolean }): Promise<void> {
  const [{ readCliConfig }, { verdictText, verifyAudits }] = await Promise.all([import('./config.js'), import('./audit.js')]);
  const verdicts = await verifyAudits(readCliConfig(process.env), { heads: head, seal, say: (line) => console.error(line) });
  console.log(verdictText(verdicts));
  if (verdicts.some(({ findings }) => findings.length)) process.exitCode = 1;
}

async function documentsFolder(given?: string): Promise<string> {
  const { partnerDocumentsFolder } = await import('@atbalsts/gateway');
  return given || process.env.TRUSTED_DOCUMENTS_FOLDER || partnerDocumentsFolder;
}

async function documentsAddCommand(files: string[], { folder }: { folder?: string }): Promise<void> {
  const [{ readSupergraphs, supergraphFolder }, { addDocuments }] = await Promise.all([
    import('@atbalsts/gateway'),
    import('./documents.js'),
  ]);
  const { PARTNER } = await readSupergraphs(supergraphFolder);
  for (const { name, hash } of await addDocuments(await documentsFolder(folder), files, PARTNER)) console.log(`${hash}  ${name}`);
  console.error('The gateway reads them when it starts');
}

async function documentsListCommand({ folder }: { folder?: string }): Promise<void> {
  const { listDocuments } = await import('./documents.js');
  for (const { name, hash } of await listDocuments(await documentsFolder(folder))) console.log(`${hash}  ${name}`);
}

async function documentsRemoveCommand(names: string[], { folder }: { folder?: string }): Promise<void> {
  const { removeDocuments } = await import('./documents.js');
  await removeDocuments(await documentsFolder(folder), names);
  console.log(`Removed: ${names.join(', ')}`);
}
