import { withClient } from '@atbalsts/database';
import { testServer } from './database.js';

/** What this file has asked for already. */
const known = new Map<string, Promise<string>>();

/**
 * A text that takes long to make and is the same for every test file (the composed graphs): made once per Jest run, whichever worker asks first, and kept
 * in the run's server. The others wait for it. It is gone with the run, so it never outlives the sources that it was made from.
 */
export function oncePerRun(name: string, make: () => string | Promise<string>): Promise<string> {
  const text = known.get(name) ?? lookUp(name, make);
  known.set(name, text);
  text.catch(() => known.delete(name));
  return text;
}

function lookUp(name: string, make: () => string | Promise<string>): Promise<string> {
  return withClient(testServer().superUrl, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('once per run ' || $1))", [name]);
    const { rows } = await client.query<{ text: string }>('select text from once_per_run where name = $1', [name]);
    if (rows[0]) return rows[0].text;
    const text = await make();
    await client.query('insert into once_per_run (name, text) values ($1, $2)', [name, text]);
    return text;
  });
}
