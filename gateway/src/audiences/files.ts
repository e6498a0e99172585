import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { audienceNames, audiences, type GraphAudience, type Supergraphs } from './audience.js';

/** A checked-in supergraph that is not what the subgraphs compose to. */
export interface SupergraphDifference {
  audience: GraphAudience;
  file: string;
  kind: 'missing' | 'different';
  /** Lines only in the file (`-`) and only in the new composition (`+`). */
  lines: string[];
}

/** A supergraph file that the gateway needs is not there. */
export class MissingSupergraphError extends Error {
  constructor(readonly file: string) {
    super(`There is no supergraph at ${file}: run \`npm run compose\``);
    this.name = 'MissingSupergraphError';
  }
}

/** Reads the checked-in supergraphs of a folder. Throws MissingSupergraphError. */
export async function readSupergraphs(folder: string): Promise<Supergraphs> {
  const entries = audienceNames.map(async (audience) => {
    const file = join(folder, audiences[audience].file);
    const sdl = await readIfThere(file);
    if (sdl === null) throw new MissingSupergraphError(file);
    return [audience, sdl] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as Supergraphs;
}

/** Writes what has changed, each file whole or not at all; answers the names of the files written. */
export async function writeSupergraphs(folder: string, supergraphs: Supergraphs): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const differences = await diffSupergraphs(folder, supergraphs);
  for (const { audience, file } of differences) {
    const path = join(folder, file);
    await writeFile(`${path}.new`, supergraphs[audience]);
    await rename(`${path}.new`, path);
  }
  return differences.map(({ file }) => file);
}

/** Compares a folder with a composition; nothing when the files are what they should be. */
export async function diffSupergraphs(folder: string, supergraphs: Supergraphs): Promise<SupergraphDifference[]> {
  const differences: SupergraphDifference[] = [];
  for (const audience of audienceNames) {
    const { file } = audiences[audience];
    const present = await readIfThere(join(folder, file));
    if (present === supergraphs[audience]) continue;
    differences.push({
      audience,
      file,
      kind: present === null ? 'missing' : 'different',
      lines: present === null ? [] : lineDifference(present, supergraphs[audience]),
    });
  }
  return differences;
}

/** Lines that one text has more often than the other. The texts are sorted, so that says where they differ. */
function lineDifference(before: string, after: string): string[] {
  const surplus = new Map<string, number>();
  for (const line of after.split('\n')) surplus.set(line, (surplus.get(line) ?? 0) + 1);
  for (const line of before.split('\n')) surplus.set(line, (surplus.get(line) ?? 0) - 1);
  return [...surplus].flatMap(([line, count]) => Array<string>(Math.abs(count)).fill(`${count < 0 ? '-' : '+'}${line}`));
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
