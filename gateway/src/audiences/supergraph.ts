import type { DomainName } from '@atbalsts/database';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, type ConstDirectiveNode, lexicographicSortSchema, parse, printSchema } from 'graphql';

/** The schema an audience sees, as sorted SDL without any federation machinery: what the allow-list is compared with. */
export function audienceSdl(supergraphSdl: string): string {
  const visible = transformSupergraphToPublicSchema(parse(supergraphSdl));
  return `${printSchema(lexicographicSortSchema(buildASTSchema(visible, { assumeValidSDL: true })))}\n`;
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
