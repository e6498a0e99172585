import type { FetchNode, PlanNode, QueryPlan, ResponsePath, SubscriptionNode } from '@apollo/query-planner';
import { unsupported } from '../refusals.js';
import type { Source } from './collected.js';
import { compileFetch, type FetchGround, type FetchPlan } from './fetch.js';
import { writtenPlaces } from './merge.js';
import { compilePath } from './paths.js';
import { Representer } from './representations.js';
import type { Step } from './run.js';

/** A plan read for compiling: its fetches by what they ask, its steps not yet bound to places of the answer. */
interface Reading {
  readonly ground: FetchGround;
  /** Null where a fetch was joined to an earlier one. */
  readonly fetches: (FetchPlan | null)[];
}

type Shape =
  | { kind: 'fetch'; index: number }
  | { kind: 'all' | 'each'; shapes: Shape[] }
  | { kind: 'condition'; variable: string; is: boolean; shape: Shape };

/**
 * Compiles a plan once for all requests.
 * @throws GraphQLError with UNSUPPORTED_OPERATION where it has a node for `@defer` or a subscription
 */
export function compilePlan(plan: QueryPlan, ground: FetchGround): Step {
  if (!plan.node) return () => undefined;
  const reading: Reading = { ground, fetches: [] };
  const shape = read(plan.node, [], reading);
  const fetches = reading.fetches.filter((fetch) => fetch !== null);
  const asked = new Map<string, number>();
  for (const fetch of fetches) asked.set(questionOf(fetch), (asked.get(questionOf(fetch)) ?? 0) + 1);
  const changes = fetches.some(({ node }) => node.operationKind === 'mutation');
  const written = writtenPlaces(fetches.flatMap(({ sources, path }) => [path.fields, ...sources.map((source) => source.path.fields)]));
  const steps = reading.fetches.map((fetch): Step => {
    if (!fetch) return () => undefined;
    return compileFetch({ ...fetch, hasTwin: !changes && (asked.get(questionOf(fetch)) ?? 0) > 1 }, written, ground);
  });
  return bind(shape, steps);
}

function read(node: PlanNode | SubscriptionNode, path: ResponsePath, reading: Reading): Shape {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'each', shapes: node.nodes.map((inner) => read(inner, path, reading)) };
    case 'Parallel':
      return {
        kind: 'all',
        shapes: joined(
          node.nodes.map((inner) => read(inner, path, reading)),
          reading,
        ),
      };
    case 'Flatten':
      return read(node.node, [...path, ...node.path], reading);
    case 'Condition': {
      const clauses = [
        [node.ifClause, true],
        [node.elseClause, false],
      ] as const;
      const shapes = clauses.flatMap(([clause, is]): Shape[] =>
        clause ? [{ kind: 'condition', variable: node.condition, is, shape: read(clause, path, reading) }] : [],
      );
      return { kind: 'each', shapes };
    }
    case 'Fetch':
      reading.fetches.push(readFetch(node, path, reading));
      return { kind: 'fetch', index: reading.fetches.length - 1 };
    case 'Defer':
      throw unsupported('@defer');
    case 'Subscription':
      throw unsupported('subscription');
  }
}

function readFetch(node: FetchNode, path: ResponsePath, { ground }: Reading): FetchPlan {
  // Values from elsewhere in the answer as arguments: supergraphs that use them are refused when they are loaded, as by @apollo/gateway.
  if (node.contextRewrites?.length) throw unsupported('@fromContext');
  const compiled = compilePath(path);
  const { operation, operationName } = node;
  // The planner numbers its operations: `Name__subgraph__3`.
  const name = operationName?.replace(/__\d+$/, '');
  const query = operationName && name ? operation.replace(operationName, name) : operation;
  const sources: Source[] = node.requires?.length
    ? [{ path: compiled, representer: new Representer(node.requires, node.inputRewrites, ground.match) }]
    : [];
  return { node, query, operationName: name, sources, path: compiled, hasTwin: false };
}

/** Fetches of entities that stand side by side and ask the same become one, with all of their sources. */
function joined(shapes: Shape[], { fetches }: Reading): Shape[] {
  const first = new Map<string, number>();
  return shapes.filter((shape) => {
    if (shape.kind !== 'fetch') return true;
    const fetch = fetches[shape.index] as FetchPlan;
    if (!fetch.sources.length || fetch.node.operationKind !== 'query') return true;
    const question = questionOf(fetch);
    const earlier = first.get(question);
    if (earlier === undefined) {
      first.set(question, shape.index);
      return true;
    }
    const known = fetches[earlier] as FetchPlan;
    fetches[earlier] = { ...known, sources: [...known.sources, ...fetch.sources] };
    fetches[shape.index] = null;
    return false;
  });
}

/** What a fetch asks, and what is done with the answer: equal for two fetches that can be one. */
function questionOf({ node, query }: FetchPlan): string {
  return JSON.stringify([node.serviceName, query, node.variableUsages ?? [], node.outputRewrites ?? []]);
}

function bind(shape: Shape, steps: readonly Step[]): Step {
  if (shape.kind === 'fetch') return steps[shape.index] as Step;
  if (shape.kind === 'condition') {
    const { variable, is } = shape;
    const inner = bind(shape.shape, steps);
    return (run) => ((run.conditions[variable] === true) === is ? inner(run) : undefined);
  }
  const inner = shape.shapes.map((part) => bind(part, steps));
  const [only] = inner;
  if (only && inner.length === 1) return only;
  return shape.kind === 'each' ? sequence(inner) : parallel(inner);
}

/** One after the other, without waiting where there is nothing to wait for. */
function sequence(steps: readonly Step[]): Step {
  const from =
    (start: number): Step =>
    (run) => {
      for (let index = start; index < steps.length; index++) {
        const waiting = (steps[index] as Step)(run);
        if (waiting) return index + 1 < steps.length ? waiting.then(() => (rests[index + 1] as Step)(run)) : waiting;
      }
      return undefined;
    };
  const rests = steps.map((_, index) => from(index));
  return from(0);
}

/** All at once. */
function parallel(steps: readonly Step[]): Step {
  return (run) => {
    const waiting: Promise<void>[] = [];
    for (const step of steps) {
      const promise = step(run);
      if (promise) waiting.push(promise);
    }
    if (waiting.length < 2) return waiting[0];
    return Promise.all(waiting).then(nothing);
  };
}

const nothing = (): void => {};
