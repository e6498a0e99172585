import { type FieldPolicy, InMemoryCache, type TypePolicies } from '@apollo/client';

/** What the cache must know of an audience's schema; written by scripts/print-schemas.mjs. */
export interface SchemaFacts {
  /** Fields that give a page of a list, `Type.field`. */
  connections: readonly string[];
  /** Object types without an id: they live within what holds them. */
  parts: readonly string[];
  /** Of interfaces and unions. */
  possibleTypes: Record<string, string[]>;
}

interface Page {
  nodes?: readonly unknown[];
  edges?: readonly unknown[];
}

/**
 * A list in pages: a page after a cursor is put behind what is there; a first page begins anew. Lists with other arguments, another `first` among
 * them, are lists of their own.
 */
const connection: FieldPolicy<Page> = {
  keyArgs: (args) => {
    const others = Object.entries(args ?? {}).filter(([name]) => name !== 'after');
    return JSON.stringify(others.sort(([a], [b]) => (a < b ? -1 : 1)));
  },
  merge(existing, incoming, { args }) {
    if (!args?.after || !existing) return incoming;
    return {
      ...existing,
      ...incoming,
      ...(incoming.nodes ? { nodes: [...(existing.nodes ?? []), ...incoming.nodes] } : {}),
      ...(incoming.edges ? { edges: [...(existing.edges ?? []), ...incoming.edges] } : {}),
    };
  },
};

/** The cache of one session over one audience's graph. */
export function makeCache({ connections, parts, possibleTypes }: SchemaFacts): InMemoryCache {
  const typePolicies: TypePolicies = {};
  for (const type of parts) typePolicies[type] = { keyFields: false, merge: true };
  for (const place of connections) {
    const [type = '', field = ''] = place.split('.');
    const policy = typePolicies[type] ?? {};
    typePolicies[type] = { ...policy, fields: { ...policy.fields, [field]: connection } };
  }
  return new InMemoryCache({ typePolicies, possibleTypes });
}
