import { type BreakingChangeType, buildSchema, findBreakingChanges } from 'graphql';
import { audienceNames, type GraphAudience, type Supergraphs } from './audience.js';
import { audienceSdl } from './supergraph.js';

/** One change of an audience's graph after which a query that worked may work no longer. */
export interface ContractBreak {
  audience: GraphAudience;
  kind: BreakingChangeType;
  /** What changed, in English, as graphql-js says it: `Person.phone was removed.` */
  description: string;
}

/** Breaking changes from one supergraph of an audience to the next, looked for in the schema that the audience sees. */
export function breakingChanges(before: string, after: string): Omit<ContractBreak, 'audience'>[] {
  const schemas = [before, after].map((supergraph) => buildSchema(audienceSdl(supergraph))) as [
    ReturnType<typeof buildSchema>,
    ReturnType<typeof buildSchema>,
  ];
  return findBreakingChanges(...schemas)
    .map(({ type, description }) => ({ kind: type, description }))
    .sort((a, b) => (a.description < b.description ? -1 : 1));
}

/** Breaking changes of all graphs, in the order of the audiences; each needs a decision record that names it. Nothing where none breaks. */
export function contractBreaks(previous: Supergraphs, next: Supergraphs): ContractBreak[] {
  return audienceNames.flatMap((audience) =>
    breakingChanges(previous[audience], next[audience]).map((change) => ({ audience, ...change })),
  );
}
