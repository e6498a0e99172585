// Jest's globalSetup: one embedded PostgreSQL for the run, one migrated template database per domain.
import { runTypeScriptFromSource } from './database-hooks.mjs';

export default async function globalSetup() {
  const done = runTypeScriptFromSource();
  try {
    const { startTestServer } = await import('./database-server.ts');
    globalThis.atbalstsTestServer = await startTestServer();
  } finally {
    done();
  }
}
