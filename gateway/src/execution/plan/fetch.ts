import type { FetchNode } from '@apollo/query-planner';
import type { DomainName } from '@atbalsts/database/domains';
import { failedResult, isFailedResult, type SubgraphResult } from '@atbalsts/graphql/call';
import { TimeIsUp } from '../context.js';
import { givenUp, type UnexpectedError } from '../downstream.js';
import type { SubgraphCalls } from '../reads.js';
import { type Collected, collectEntities, type Source } from './collected.js';
import { brokenEntityErrors, entityErrors, malformedErrors, rootErrors } from './failures.js';
import { absorb, type Data, own, placeAt, type Written, writtenPlaces } from './merge.js';
import { type CompiledPath, objectsAt, placesOf } from './paths.js';
import { compileRewrites } from './rewrites.js';
import { type Run, type Step, subgraphRequest } from './run.js';
import type { TypeMatch } from './types.js';

/** What the fetches of one execution have in common. */
export interface FetchGround {
  readonly calls: SubgraphCalls;
  readonly match: TypeMatch;
  /** Told of errors nobody foresaw, with the request they belong to. */
  readonly onUnexpected: (error: UnexpectedError & { requestId: string }) => void;
}

/** A fetch of a plan before it is compiled. */
export interface FetchPlan {
  readonly node: FetchNode;
  /** The operation without the number that the planner puts on its name: the same question has the same text wherever it stands. */
  readonly query: string;
  readonly operationName: string | undefined;
  /** Where the entities are that it asks about; none for a fetch of root fields. */
  readonly sources: readonly Source[];
  /** Where the answer goes when there are no sources. */
  readonly path: CompiledPath;
  /** Whether the plan asks the same elsewhere and changes nothing in between, so that two calls may turn out to be one. */
  readonly hasTwin: boolean;
}

/** One fetch, as the errors need it. */
export interface FetchFacts {
  readonly subgraph: string;
  readonly query: string;
  readonly tell: (error: UnexpectedError) => void;
}

/** Compiles a fetch. */
export function compileFetch(plan: FetchPlan, written: Written, ground: FetchGround): Step {
  const { node, query, operationName, sources, path, hasTwin } = plan;
  const { calls, match, onUnexpected } = ground;
  const subgraph = node.serviceName;
  const isMutation = node.operationKind === 'mutation';
  const usages = node.variableUsages ?? [];
  const change = compileRewrites(node.outputRewrites, match);
  const changed = writtenPlaces(
    (node.outputRewrites ?? []).map((rewrite) => rewrite.path.filter((name) => !/^(\.\.\. on |@)/.test(name)).slice(0, -1)),
  );
  const rewritten = (data: unknown): unknown => {
    if (!change) return data;
    const owned = own(data, changed);
    for (const item of Array.isArray(owned) ? owned : [owned]) if (typeof item === 'object' && item !== null) change(item as Data);
    return owned;
  };
  const places = sources.map((source) => placeAt(written, source.path.fields));
  const rootPlace = placeAt(written, path.fields);

  /** @param text of what is asked about, where it is known already */
  const call = (run: Run, variables: Record<string, unknown>, text: string | null): Promise<SubgraphResult> => {
    const request = subgraphRequest(run, { query, operationName, variables }, isMutation);
    if (isMutation) return calls.change(subgraph, request);
    if (!hasTwin) return calls.read(subgraph, request);
    run.reads ??= new Map();
    const key = `${subgraph} ${query} ${(usages.length ? null : text) ?? JSON.stringify(variables)}`;
    let read = run.reads.get(key);
    if (!read) {
      read = calls.read(subgraph, request);
      run.reads.set(key, read);
    }
    return read;
  };

  const facts = (run: Run): FetchFacts => ({
    subgraph,
    query,
    tell: (error) => onUnexpected({ ...error, requestId: run.context.scope.requestId }),
  });

  /** The result as the request has to see it: a call given up because the time of the whole request was up says so. A change never is given up for that. */
  const seen = (run: Run, result: SubgraphResult): SubgraphResult => {
    if (isMutation) return result;
    const { reason } = run.context.signal;
    return reason instanceof TimeIsUp && isFailedResult(result) ? givenUp(subgraph, reason) : result;
  };

  const settleRoot = (run: Run, targets: readonly Data[], answer: SubgraphResult): void => {
    const result = seen(run, answer);
    const data = result.data;
    const usable = typeof data === 'object' && data !== null && !Array.isArray(data);
    if (result.errors?.length || !usable) {
      const found = path.steps.length ? placesOf(run.data, path, match) : null;
      const prefixes = targets.map((target) => found?.get(target) ?? []);
      const errors = result.errors?.length ? rootErrors(facts(run), result, prefixes) : malformedErrors(facts(run), prefixes);
      run.errors.push(...errors);
    }
    if (!usable) return;
    const given = rewritten(data) as Data;
    for (const target of targets) absorb(target, given, rootPlace, match);
  };

  const settleEntities = (run: Run, collected: Collected, answer: SubgraphResult): void => {
    const result = seen(run, answer);
    const entities: unknown = result.data?._entities;
    const usable = Array.isArray(entities) && entities.length === collected.representations.length;
    if (result.errors?.length || !usable) run.errors.push(...entityErrors(facts(run), result, collected, run.data, match, usable));
    if (!usable) return;
    if (entities.some(isBroken)) run.errors.push(...brokenEntityErrors(facts(run), entities.map(isBroken), collected, run.data, match));
    const given = rewritten(entities) as unknown[];
    for (let source = 0; source < collected.targets.length; source++) {
      const { objects, indices } = collected.targets[source] as Collected['targets'][number];
      const place = places[source];
      for (let index = 0; index < objects.length; index++) {
        const entity = given[indices[index] as number];
        if (typeof entity === 'object' && entity !== null && !Array.isArray(entity))
          absorb(objects[index] as Data, entity as Data, place, match);
      }
    }
  };

  const broken = (): SubgraphResult => failedResult(subgraph as DomainName, 'SUBGRAPH_UNAVAILABLE', isMutation);

  /** Settles what came; where that cannot be done, as if nothing had come. One bad answer must not take the answers of the others with it. */
  const settled = (run: Run, answer: Promise<SubgraphResult>, settle: (answer: SubgraphResult) => void): Promise<void> =>
    answer.then(
      (result) => {
        try {
          settle(result);
        } catch (error) {
          facts(run).tell({ subgraph, code: 'MALFORMED_ANSWER', message: `The answer of the subgraph cannot be read: ${String(error)}` });
          settle(broken());
        }
      },
      () => settle(broken()),
    );

  if (!sources.length)
    return (run) => {
      const targets = path.steps.length ? objectsAt(run.data, path, match) : [run.data];
      if (!targets.length) return undefined;
      return settled(run, call(run, pick(run.variables, usages), null), (result) => settleRoot(run, targets, result));
    };
  return (run) => {
    const collected = collectEntities(run.data, sources, match, hasTwin);
    if (!collected.representations.length) return undefined;
    const variables = pick(run.variables, usages);
    variables.representations = collected.representations;
    return settled(run, call(run, variables, collected.text), (result) => settleEntities(run, collected, result));
  };
}

/** The variables that a fetch uses, of those the client gave; defaults are written in the operation. */
function pick(variables: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string;
    if (variables[name] !== undefined) picked[name] = variables[name];
  }
  return picked;
}

/** Whether an entity is neither an object nor null, which stands for one that is not there. */
const isBroken = (entity: unknown): boolean => (typeof entity !== 'object' && entity !== undefined) || Array.isArray(entity);
