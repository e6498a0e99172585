// A program that starts an embedded PostgreSQL and is then killed by the test: node embedded-program.mjs FOLDER
import { runTypeScriptFromSource } from '../../testing/src/database-hooks.mjs';

runTypeScriptFromSource();
const { EmbeddedPostgres, DatabaseError } = await import('../src/index.ts');
try {
  const server = await EmbeddedPostgres.start({ folder: process.argv[2] });
  const urls = await server.ensureDomains(['registry']);
  process.stdout.write(`${JSON.stringify({ pid: server.pid, port: server.port, superUrl: server.url(), urls })}\n`);
  setInterval(() => undefined, 1000);
} catch (error) {
  if (!(error instanceof DatabaseError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
