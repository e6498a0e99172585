import { composeSchemaContract, composeServices, type CompositionResult, type ServiceDefinition } from '@theguild/federation-composition';
import { parse, print, type DefinitionNode } from 'graphql';
import { audienceNames, audiences, type GraphAudience, type Supergraphs } from './audience.js';

/** One subgraph as composition takes it: its name, its federated SDL, and where it stands in the distributed form. */
export interface SubgraphSdl {
  name: string;
  sdl: string;
  url: string;
}

/** First lines of every composed file. */
export const banner = [
  '# Composed from subgraphs/*/schema.graphql by `npm run compose`. Do not edit: change a subgraph and compose again.',
  '# Sakārtots no subgraphs/*/schema.graphql ar `npm run compose`. Nelabot ar roku.',
].join('\n');

/** Subgraphs do not fit together, or a tag opens what cannot stand alone; every reason at once. */
export class CompositionError extends Error {
  constructor(
    readonly audience: GraphAudience,
    readonly reasons: string[],
  ) {
    super(`The ${audience} graph does not compose:\n${reasons.map((reason) => `  ${reason}`).join('\n')}`);
    this.name = 'CompositionError';
  }
}

/**
 * Composes the subgraphs into one supergraph per audience: STAFF is all of it; REGIONAL and PARTNER are contracts that keep what carries their tag
 * and drop the types nothing reaches any more. The same subgraphs give the same text, in whatever order they come. Throws CompositionError.
 */
export function composeSupergraphs(subgraphs: readonly SubgraphSdl[]): Supergraphs {
  const services = [...subgraphs].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, sdl, url }) => ({ name, url, typeDefs: parse(sdl) }));
  return Object.fromEntries(audienceNames.map((audience) => [audience, composeOne(audience, services)])) as Supergraphs;
}

function composeOne(audience: GraphAudience, services: ServiceDefinition[]): string {
  const { tag } = audiences[audience];
  let result: CompositionResult;
  if (tag === null) result = composeServices(services);
  else result = composeSchemaContract(services, { include: new Set([tag]), exclude: new Set() }, true);
  if (!result.supergraphSdl) {
    const reasons = (result.errors ?? []).map((error) => `${String(error.extensions?.code ?? 'ERROR')}: ${error.message}`);
    throw new CompositionError(audience, reasons.length ? reasons : ['nothing is open to it']);
  }
  return `${banner}\n\n${sorted(result.supergraphSdl)}\n`;
}

/** Definitions by name, the schema first; fields stay in the order their authors gave them. */
function sorted(sdl: string): string {
  const document = parse(sdl, { noLocation: true });
  const rank = (node: DefinitionNode): string => {
    if (node.kind === 'SchemaDefinition') return '0';
    return `${node.kind === 'DirectiveDefinition' ? '1' : '2'}${'name' in node ? (node.name?.value ?? '') : ''}`;
  };
  const definitions = [...document.definitions].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return print({ ...document, definitions });
}
