import { GraphQLError } from 'graphql';

/** What the graph does not do, and how it is called in Latvian. */
const missing = {
  '@defer': 'atliktās atbildes daļas (@defer)',
  subscription: 'abonēšanu (subscription)',
  '@fromContext': 'vērtības no konteksta (@fromContext)',
  'the response name __proto__': 'atbildes nosaukumu __proto__',
} as const;

/** Refuses an operation that asks for something the graph does not do: UNSUPPORTED_OPERATION, 400. */
export function unsupported(what: keyof typeof missing): GraphQLError {
  return new GraphQLError(`This graph does not support ${what}`, {
    extensions: { code: 'UNSUPPORTED_OPERATION', messageLv: `Šis grafs neatbalsta ${missing[what]}`, http: { status: 400 } },
  });
}

/** Whether an error is such a refusal. */
export const isUnsupported = (error: unknown): error is GraphQLError =>
  error instanceof GraphQLError && error.extensions.code === 'UNSUPPORTED_OPERATION';
