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
  command
    .command('import')
    .argument('<what>', 'persons, applications or results')
    .argument(
      '<file>',
      'a file of separated values in UTF-8, with a header; results: JSON as the reference files; see packages/cli/README.md',
    )
    .requiredOption('--municipality <code>', 'ATVK code of the municipality whose records they become')
    .option('--operator <name>', 'who imports, for the audit (the user of the operating system unless told)')
    .option('--yes', 'write; without it everything is checked and nothing written')
    .option('--dry-run', 'check only, which is what happens without --yes')
    .option('--year <year>', 'results: the year of the tables whose columns are no years')
    .description('import persons or applications from a spreadsheet, or the tables a town has published: all or nothing')
    .addHelpText('after', settings)
    .action(importFileCommand);
  const person = command.command('person').description("what the system holds on a person: the person's own rights");
  person
    .command('export')
    .argument('<person>', 'a reference (P-000123), a personal code or an id')
    .requiredOption('--municipality <code>', 'ATVK code of the municipality')
    .option('--operator <name>', 'who exports, for the audit (the user of the operating system unless told)')
    .option('--out <folder>', 'where the two files are written (here unless told)')
    .description('write everything that all domains hold on a person, as JSON and as a document')
    .addHelpText('after', settings)
    .action(personExport);
  person
    .command('erase')
    .argument('<person>', 'a reference (P-000123), a personal code or an id')
    .requiredOption('--municipality <code>', 'ATVK code of the municipality')
    .option('--operator <name>', 'who erases, for the audit (the user of the operating system unless told)')
    .option('--yes', 'erase; without it only what would be erased is said')
    .description('erase who a person is, once no record runs or must be kept; figures stay')
    .addHelpText('after', settings)
    .action(personErase);
  command.command('compose').description("write each subgraph's schema.graphql and the three supergraphs").action(composeCommand);
  const files = command.command('files').description('look after the files attached to records');
  files
    .command('sweep')
    .option('--delete', 'remove what is found; without it nothing is changed')
    .description('find files whose retention has ended, or that were declared and never brought')
    .action(sweepCommand);
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

async function sweepCommand(options: { delete?: boolean }): Promise<void> {
  const [{ readCliConfig }, { sweepFiles, sweptLines }] = await Promise.all([import('./config.js'), import('./sweep.js')]);
  const remove = options.delete === true;
  console.log(sweptLines(await sweepFiles(readCliConfig(process.env), remove), remove).join('\n'));
}

async function importFileCommand(
  what: string,
  file: string,
  flags: { municipality: string; operator?: string; yes?: boolean; dryRun?: boolean; year?: string },
): Promise<void> {
  if (flags.yes && flags.dryRun) throw new CliError('--yes and --dry-run contradict one another');
  const { importCommand } = await import('./import/command.js');
  await importCommand(what, file, flags);
}

async function personExport(key: string, flags: { municipality: string; operator?: string; out?: string }): Promise<void> {
  const { personExportCommand } = await import('./person/command.js');
  await personExportCommand(key, flags);
}

async function personErase(key: string, flags: { municipality: string; operator?: string; yes?: boolean }): Promise<void> {
  const { personEraseCommand } = await import('./person/command.js');
  await personEraseCommand(key, flags);
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
