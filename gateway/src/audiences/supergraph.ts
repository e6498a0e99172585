import type { DomainName } from '@atbalsts/database/domains';
import { buildASTSchema, type ConstDirectiveNode, type GraphQLSchema, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { composition } from './composition.js';

/** The schema an audience sees, without any federation machinery. */
export function audienceSchema(supergraphSdl: string): GraphQLSchema {
  return buildASTSchema(composition().transformSupergraphToPublicSchema(parse(supergraphSdl)), { assumeValidSDL: true });
}

/** The same as sorted SDL: what the allow-list is compared with. */
export function audienceSdl(supergraphSdl: string): string {
  return `${printSchema(lexicographicSortSchema(audienceSchema(supergraphSdl)))}\n`;
}

/** Subgraphs of a supergraph with the addresses written into it, in the order of their names. */
export function subgraphUrls(supergraphSdl: string): Partial<Record<DomainName, string>> {
  const graphs = parse(supergraphSdl, { noLocation: true }).definitions.find(
    (node) => node.kind === 'EnumTypeDefinition' && node.name.value === 'join__Graph',
  );
  const values = graphs?.kind === 'EnumTypeDefinition' ? (graphs.values ?? []) : [];
  const entries = values.flatMap((value) => {
    const directive = value.directives?.find((d) => d.name.value === 'join__graph');
    return directive ? [[argument(directive, 'name'), argument(directive, 'url')] as [string, string]] : [];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Names of the subgraphs of a supergraph. */
export function subgraphNames(supergraphSdl: string): DomainName[] {
  return Object.keys(subgraphUrls(supergraphSdl)) as DomainName[];
}

function argument(directive: ConstDirectiveNode, name: string): string {
  const value = directive.arguments?.find((arg) => arg.name.value === name)?.value;
  return value?.kind === 'StringValue' ? value.value : '';
}
