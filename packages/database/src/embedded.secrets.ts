import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './errors.js';

/** Passwords of an embedded server, kept beside its data and nowhere else. */
export interface Secrets {
  superuser: string;
  roles: Record<string, string>;
}

const name = 'secrets.json';

/** A password nobody has to type. */
export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** Reads the passwords; null when the folder has none. */
export function readSecrets(folder: string): Secrets | null {
  const path = join(folder, name);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const value = JSON.parse(text) as Partial<Secrets>;
  if (typeof value.superuser !== 'string')
    throw new EmbeddedPostgresError(`${path} is damaged: restore it, or remove ${folder} to begin anew`);
  return { superuser: value.superuser, roles: value.roles ?? {} };
}

/** Writes the passwords with mode 0600, whole or not at all. */
export async function writeSecrets(folder: string, secrets: Secrets): Promise<void> {
  const path = join(folder, name);
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(secrets, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}
