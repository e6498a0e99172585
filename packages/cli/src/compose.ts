import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  breakLine,
  composeSupergraphs,
  diffSupergraphs,
  readDecisions,
  readReleased,
  releasedFolder,
  type SubgraphSdl,
  supergraphFolder,
  unrecordedBreaks,
  writeReleased,
  writeSupergraphs,
} from '@atbalsts/gateway';
import { buildFederatedSchema, printSubgraph } from '@atbalsts/graphql';
import { modules } from './modules.js';

/** Port at which a domain's subgraph stands in the distributed form, unless a setting says otherwise. */
const firstPort = 4101;

/** The subgraphs as composition takes them. */
export function subgraphSdls(): SubgraphSdl[] {
  return modules.map((module, i) => ({
    name: module.name,
    sdl: buildFederatedSchema(module).sdl,
    url: `http://${module.name}.atbalsts.invalid:${firstPort + i}/graphql`,
  }));
}

/** The decision records of the repository. */
const decisionsFolder = fileURLToPath(new URL('../../../docs/decisions/', import.meta.url));

const schemaFile = (module: { migrations: URL }): string => fileURLToPath(new URL('../schema.graphql', module.migrations));

/** Writes each subgraph's schema.graphql and the three supergraphs; gives the files that changed. */
export async function compose(): Promise<string[]> {
  const supergraphs = composeSupergraphs(subgraphSdls());
  const changed = modules.filter((module) => !isCurrent(module));
  for (const module of changed) writeFileSync(schemaFile(module), printSubgraph(module));
  return [
    ...changed.map((module) => `subgraphs/${module.name}/schema.graphql`),
    ...(await writeSupergraphs(supergraphFolder, supergraphs)).map((file) => `gateway/supergraph/${file}`),
  ];
}

/** What the checked-in files lack or have too much; empty when they are what the code says. Throws CompositionError. */
export async function checkSchemas(): Promise<string[]> {
  const stale = modules
    .filter((module) => !isCurrent(module))
    .map((module) => `subgraphs/${module.name}/schema.graphql is not what the code says`);
  const composed = composeSupergraphs(subgraphSdls());
  const differences = await diffSupergraphs(supergraphFolder, composed);
  const breaks = unrecordedBreaks(await readReleased(releasedFolder), composed, await readDecisions(decisionsFolder));
  return [
    ...stale,
    ...breaks.map(
      (change) => `the released graph is broken; if that is meant, a decision record says so in a line of its own:\n  ${breakLine(change)}`,
    ),
    ...differences.map(
      ({ file, kind, lines }) => `gateway/supergraph/${file} is ${kind}${lines.length ? `:\n  ${lines.slice(0, 20).join('\n  ')}` : ''}`,
    ),
  ];
}

/** Makes the graphs of this moment the released ones, against which breaking changes are looked for; gives the files that changed. */
export const release = (): Promise<string[]> => writeReleased(releasedFolder, composeSupergraphs(subgraphSdls()));

function isCurrent(module: (typeof modules)[number]): boolean {
  const file = schemaFile(module);
  return existsSync(file) && readFileSync(file, 'utf8') === printSubgraph(module);
}
