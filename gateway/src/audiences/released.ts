import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema, findBreakingChanges } from 'graphql';
import { audienceNames, type GraphAudience, type Supergraphs } from './audience.js';
import type { ContractBreak } from './breaking.js';
import { audienceSdl } from './supergraph.js';

/** The graph of each audience as consumers know it from the last release. */
export type Released = Record<GraphAudience, string>;

const banner =
  '# The graph as it was last released. Not edited: `atbalsts schema release` writes it. A change that breaks it needs a decision record.\n\n';
const fileOf = (folder: string, audience: GraphAudience): string => join(folder, `${audience.toLowerCase()}.graphql`);

/** Reads the released graphs; needs no history of the repository. */
export async function readReleased(folder: string): Promise<Released> {
  const entries = audienceNames.map(async (audience) => [audience, await readFile(fileOf(folder, audience), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(entries)) as Released;
}

/** Makes these graphs the released ones; gives the files that changed. */
export async function writeReleased(folder: string, supergraphs: Supergraphs): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const changed: string[] = [];
  for (const audience of audienceNames) {
    const file = fileOf(folder, audience);
    const text = `${banner}${audienceSdl(supergraphs[audience]).trim()}\n`;
    if ((await readFile(file, 'utf8').catch(() => null)) === text) continue;
    await writeFile(file, text);
    changed.push(file);
  }
  return changed;
}

/** The line by which a decision record takes responsibility for a break: `Breaks STAFF: Person.phone was removed.` */
export const breakLine = ({ audience, description }: ContractBreak): string => `Breaks ${audience}: ${description}`;

/** What breaks the released graphs and stands in no decision record, in the order of the audiences. */
export function unrecordedBreaks(released: Released, next: Supergraphs, decisions: readonly string[]): ContractBreak[] {
  const recorded = new Set(decisions.flatMap((text) => text.split('\n').map((line) => line.replaceAll(/[`*]|^\s*-\s+/g, '').trim())));
  return audienceNames
    .flatMap((audience) =>
      findBreakingChanges(buildSchema(released[audience]), buildSchema(audienceSdl(next[audience])))
        .map(({ type, description }): ContractBreak => ({ audience, kind: type, description }))
        .sort((a, b) => (a.description < b.description ? -1 : 1)),
    )
    .filter((change) => !recorded.has(breakLine(change)));
}

/** The decision records of a folder. */
export async function readDecisions(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md')).sort();
  return Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
}
