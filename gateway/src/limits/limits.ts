import { largestPage } from '@atbalsts/graphql/call';
import type { GraphAudience } from '../audiences/audience.js';

/** What one audience may ask of its graph. Everything but `requestsPerMinute` and `seconds` is known before anything is executed. */
export interface AudienceLimits {
  /** Names, brackets and values of the request's text. */
  tokens: number;
  /** Fields below each other; a root field is 1. */
  depth: number;
  /** Fields with another name than their own, in the whole document. */
  aliases: number;
  /** Fields on the root of one operation, through fragments too. */
  rootFields: number;
  /** Fields and fragments of one operation when every fragment is written out where it is used. */
  selections: number;
  /** Objects that one operation may bring, as `costOf` counts them. */
  cost: number;
  /** Entries that one page may hold. */
  page: number;
  /** Depth of what stands under `__schema` and `__type`, which the limits above leave out. */
  introspectionDepth: number;
  /** Cost of what stands under `__schema` and `__type`. */
  introspectionCost: number;
  /** Requests of one client (subject of the token) in a minute; as many may come at once. */
  requestsPerMinute: number;
  /** How long a query may take altogether. A mutation is carried to its end. */
  seconds: number;
}

/** Limits of all graphs. */
export type Limits = Readonly<Record<GraphAudience, Readonly<AudienceLimits>>>;

/** Entries that a list is taken to have where neither the query nor `@listSize` says how many. */
export const assumedListSize = 10;

/** Requests without a good token that one address may send in a minute; beyond it hears 429 instead of 401. */
export const refusedPerMinute = 600;

/** The standard introspection query costs 16 424 and is 15 deep. */
const introspection = { introspectionDepth: 18, introspectionCost: 40_000 };

/**
 * The limits, as data: this file is the place to change them. They are chosen so that the largest question of each consumer's own screens passes with
 * room to spare, and a question for everything does not:
 * - staff: the client query over a page of 200 clients costs 182 030 (10 facilities, each with a page of persons and their five domains), the annual report
 *   1 051;
 * - region: towns side by side with a published report, 233;
 * - partner: a page of 100 referrals with 100 deliveries each costs 10 201 and passes; two of them in one request do not.
 */
export const limits: Limits = {
  STAFF: {
    tokens: 8_000,
    depth: 16,
    aliases: 60,
    rootFields: 40,
    selections: 4_000,
    cost: 250_000,
    page: largestPage,
    ...introspection,
    requestsPerMinute: 6_000,
    seconds: 30,
  },
  REGIONAL: {
    tokens: 4_000,
    depth: 12,
    aliases: 40,
    rootFields: 20,
    selections: 2_000,
    cost: 20_000,
    page: largestPage,
    ...introspection,
    requestsPerMinute: 1_200,
    seconds: 20,
  },
  PARTNER: {
    tokens: 2_000,
    depth: 10,
    aliases: 20,
    rootFields: 10,
    selections: 1_000,
    cost: 20_000,
    page: largestPage,
    ...introspection,
    requestsPerMinute: 1_200,
    seconds: 20,
  },
};
