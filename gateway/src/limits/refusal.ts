import { GraphQLError } from 'graphql';

/** What a static limit is put on. */
export type Measure = 'tokens' | 'depth' | 'aliases' | 'rootFields' | 'selections' | 'cost' | 'introspectionDepth' | 'introspectionCost';

/** How each measure is called in a message. */
const names: Readonly<Record<Measure, readonly [english: string, latvian: string]>> = {
  tokens: ['tokens', 'tekstvienību skaits'],
  depth: ['depth', 'dziļums'],
  aliases: ['aliases', 'aizstājvārdu skaits'],
  rootFields: ['root fields', 'saknes lauku skaits'],
  selections: ['selections, fragments written out', 'lauku skaits, fragmentus izvēršot'],
  cost: ['cost', 'izmaksas'],
  introspectionDepth: ['depth of introspection', 'shēmas vaicājuma dziļums'],
  introspectionCost: ['cost of introspection', 'shēmas vaicājuma izmaksas'],
};

/** One measure of a request that is over its limit. */
export interface Excess {
  measure: Measure;
  limit: number;
  /** What the request has; of tokens no more are counted than the limit and one. */
  actual: number;
}

/** The first measure that is over its limit; null where all are within. */
export function firstExcess(actual: Partial<Record<Measure, number>>, limits: Readonly<Record<Measure, number>>): Excess | null {
  for (const [measure, value] of Object.entries(actual) as [Measure, number][]) {
    if (value > limits[measure]) return { measure, limit: limits[measure], actual: value };
  }
  return null;
}

/** A request that asks for too much: COST_LIMIT, 400, nothing executed. `extensions` say which limit, how much it allows and what the request has. */
export function costLimitError(excess: Excess): GraphQLError {
  const [english, latvian] = names[excess.measure];
  return new GraphQLError(`The request asks for too much: ${english} ${excess.actual}, at most ${excess.limit}`, {
    extensions: {
      code: 'COST_LIMIT',
      messageLv: `Pieprasījums ir pārāk apjomīgs: ${latvian} ${excess.actual}, atļauts ne vairāk kā ${excess.limit}`,
      ...excess,
      http: { status: 400 },
    },
  });
}

/** A page that is larger than anybody may ask for: BAD_USER_INPUT, 400, before execution. */
export function pageSizeError(argument: string, actual: number, limit: number): GraphQLError {
  return new GraphQLError(`Argument "${argument}" must be at most ${limit}`, {
    extensions: {
      code: 'BAD_USER_INPUT',
      messageLv: `Arguments "${argument}" nedrīkst pārsniegt ${limit}`,
      argument,
      limit,
      actual,
      http: { status: 400 },
    },
  });
}
