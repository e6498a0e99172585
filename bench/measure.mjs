// What the benchmarks share: their options, their middle value, and the demo that several of them are run on.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Server } from './client/children.mjs';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../', import.meta.url));

/** The middle of some numbers. */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** A number given as `--name 5`; what it is where it is not given. */
export const option = (args, name, fallback) =>
  Number(args[args.indexOf(`--${name}`) + 1] && args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : fallback);

/** Fills the demo into the data folder of the benchmarks, the first time; gives the folder. */
export async function filledDemo() {
  const data = join(root, 'bench/.data');
  mkdirSync(data, { recursive: true });
  console.error('Filling the demo (first time only)');
  const filled = new Server(
    join(root, 'packages/cli/bin/atbalsts.mjs'),
    { ARGS: 'start', PORT: '0', ATBALSTS_DATA: data },
    /staff\s+(http:\S+)\/graphql/,
  );
  await filled.ready;
  await filled.stop();
  return data;
}
