import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CliError } from './errors.js';

/**
 * Makes the data folder where it is missing, one step at a time: `mkdir` of a whole path never ends on file systems such as /proc that refuse a folder
 * as if its parent were missing.
 * @throws CliError where it cannot be made or is no folder
 */
export function makeDataFolder(folder: string): void {
  const missing: string[] = [];
  let at = resolve(folder);
  for (; !isFolder(at); at = dirname(at)) missing.push(at);
  for (const path of missing.reverse()) {
    try {
      mkdirSync(path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST' && isFolder(path)) continue; // another process was quicker
      throw new CliError(`ATBALSTS_DATA: the folder ${path} cannot be made (${code}): name another one`);
    }
  }
}

function isFolder(path: string): boolean {
  try {
    if (statSync(path).isDirectory()) return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && dirname(path) !== path) return false;
    throw new CliError(`ATBALSTS_DATA: the folder ${path} cannot be used (${code}): name another one`);
  }
  throw new CliError(`ATBALSTS_DATA: ${path} is no folder: name another one`);
}
