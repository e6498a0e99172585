import type { CompositionResult, ServiceDefinition } from '@theguild/federation-composition';
import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  Kind,
  parse,
  print,
  type ScalarTypeDefinitionNode,
  visit,
} from 'graphql';
import { audienceNames, audiences, type GraphAudience, type Supergraphs } from './audience.js';
import { composition } from './composition.js';

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
  const services = [...subgraphs]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, sdl, url }) => ({ name, url, typeDefs: parse(sdl) }));
  return Object.fromEntries(audienceNames.map((audience) => [audience, composeOne(audience, services)])) as Supergraphs;
}

function composeOne(audience: GraphAudience, services: ServiceDefinition[]): string {
  const { tag } = audiences[audience];
  const { composeSchemaContract, composeServices } = composition();
  let result: CompositionResult;
  try {
    result =
      tag === null
        ? composeServices(services)
        : composeSchemaContract(
            services.map((service) => ({ ...service, typeDefs: withOpenScalars(service.typeDefs, tag) })),
            { include: new Set([tag]), exclude: new Set() },
            true,
          );
  } catch (error) {
    // The library throws where a contract leaves a reference without its type.
    throw new CompositionError(audience, [error instanceof Error ? error.message : String(error)]);
  }
  if (!result.supergraphSdl) {
    const reasons = (result.errors ?? []).map((error) => `${String(error.extensions?.code ?? 'ERROR')}: ${error.message}`);
    throw new CompositionError(audience, reasons.length ? reasons : ['nothing is open to it']);
  }
  return `${banner}\n\n${sorted(result.supergraphSdl)}\n`;
}

/**
 * A scalar holds no field that a tag could stand on, and a contract closes every type that it finds no tag on or in: so every scalar is opened here.
 * One that no open field uses is dropped again as unreachable.
 */
function withOpenScalars(document: DocumentNode, tag: string): DocumentNode {
  const directive = composition().extractLinkImplementations(document).resolveImportName('https://specs.apollo.dev/federation', '@tag');
  return visit(document, {
    [Kind.SCALAR_TYPE_DEFINITION]: (node: ScalarTypeDefinitionNode) => ({
      ...node,
      directives: [...(node.directives ?? []), tagDirective(directive, tag)],
    }),
  });
}

const tagDirective = (directive: string, tag: string): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: directive },
  arguments: [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'name' }, value: { kind: Kind.STRING, value: tag } }],
});

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
