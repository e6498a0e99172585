import type { Audience } from '@atbalsts/auth/identity';

/** The three kinds of consumer, each with a graph of its own. SYSTEM is none of them: a domain never asks through the gateway. */
export type GraphAudience = Exclude<Audience, 'SYSTEM'>;

/** One audience's place: its path, its supergraph file, and the tag that opens a field to it (the staff graph takes all fields). */
export interface AudiencePlace {
  path: string;
  file: string;
  tag: string | null;
}

/** Where each audience's graph is served and from which file. */
export const audiences: Readonly<Record<GraphAudience, AudiencePlace>> = {
  STAFF: { path: '/graphql', file: 'staff.graphql', tag: null },
  REGIONAL: { path: '/regional/graphql', file: 'regional.graphql', tag: 'regional' },
  PARTNER: { path: '/partner/graphql', file: 'partner.graphql', tag: 'partner' },
};

/** The audiences in their order. */
export const audienceNames = Object.keys(audiences) as GraphAudience[];

/** A composed supergraph per audience. */
export type Supergraphs = Record<GraphAudience, string>;
