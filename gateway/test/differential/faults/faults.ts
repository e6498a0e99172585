import { failedResult, type SubgraphResult } from '@atbalsts/graphql';
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isObjectType,
  isScalarType,
} from 'graphql';
import type { Disturbance, SeenCall } from '../contender.js';
import { type Place, visitPlaces } from './places.js';

/** One fault: what it does to the answers of one subgraph. */
export interface Fault {
  kind: FaultKind;
  /** The field or the subgraph that is struck. */
  at: string;
  disturbance: Disturbance;
  /** For a value that may not stand where it does: the same fault with null in its place. GraphQL has the two give the same data. */
  asNull: Disturbance | null;
}

/** What can be struck: the schemas of the subgraphs, by name. */
export type SubgraphSchemas = Readonly<Record<string, GraphQLSchema>>;

const code = (name: string) => ({ message: `Refused with ${name}`, extensions: { code: name, messageLv: 'Atteikts' } });

/** Faults of a whole answer, by kind. `failedResult` is what both callers make of an HTTP answer without JSON, of silence and of a closed port. */
const answerFaults = {
  'an error instead of data': () => ({ data: null, errors: [code('FORBIDDEN')] }),
  'an error beside data': ({ result }) => ({ ...result, errors: [code('FORBIDDEN')] }),
  'an error without a code': () => ({ errors: [{ message: 'boom' }] }),
  'HTTP 500 with a coded error in JSON': () => ({ errors: [code('INTERNAL_SERVER_ERROR')] }),
  'HTTP 500 without JSON': ({ subgraph }) => failedResult(subgraph as never, 'SUBGRAPH_UNAVAILABLE'),
  'no answer in time': ({ subgraph }) => failedResult(subgraph as never, 'SUBGRAPH_TIMEOUT'),
  'no data and no error': () => ({ data: null }),
  'data without its fields': () => ({ data: {} }),
} satisfies Record<string, Disturbance>;

/** Faults of a list of entities, by kind. */
const entityFaults = {
  'an entity too few': (call) => entities(call, (list) => list.slice(0, -1)),
  'an entity too many': (call) => entities(call, (list) => [...list, null]),
  'no list of entities': (call) => entities(call, () => null),
  'an object for the list of entities': (call) => entities(call, () => ({})),
  'no entity': (call) => entities(call, (list) => list.map(() => null)),
  'some entities missing': (call) => entities(call, (list) => list.map((one, index) => (odd(representation(call, index)) ? null : one))),
  'an entity that is a text': (call) =>
    entities(call, (list) => list.map((one, index) => (odd(representation(call, index)) ? 'text' : one))),
  'an error on an entity': (call) => {
    const list = call.result.data?._entities as unknown[];
    const struck = list.flatMap((_, index) => (odd(representation(call, index)) ? [index] : []));
    const errors = struck.map((index) => ({ ...code('FORBIDDEN'), path: ['_entities', index] }));
    return {
      ...entities(call, () => list.map((one, index) => (struck.includes(index) ? null : one))),
      ...(errors.length ? { errors } : {}),
    };
  },
} satisfies Record<string, Disturbance>;

/** Removes the field. */
const missing = Symbol('missing');

/** Faults of a field's value: what stands there instead; undefined where the fault makes no sense. */
const valueFaults = {
  'a field that is null': () => null,
  'a field that is missing': () => missing,
  'an unknown enum value': ({ type }) => (isEnumType(getNamedType(type)) ? leaves('NO_SUCH_VALUE') : undefined),
  'a value of another type': ({ type }) => {
    const other = otherType(getNamedType(type));
    return other === undefined ? undefined : leaves(other);
  },
  'a value of nearly the type': ({ type }) => {
    const near = { Int: 1.5, Float: '1.5', String: 5, ID: 5.5, Boolean: 1 }[getNamedType(type).name];
    return near === undefined ? undefined : leaves(near);
  },
  'a text for a list': ({ type }) => (isListType(getNullableType(type)) ? 'text' : undefined),
  'a list for a value': ({ type }) => (isListType(getNullableType(type)) || !isObjectType(getNamedType(type)) ? undefined : ['text']),
  'a text for an object': ({ type }) => (isObjectType(getNamedType(type)) ? leaves('text') : undefined),
  'null in a list': ({ type, value }) =>
    isListType(getNullableType(type)) && Array.isArray(value) && value.length ? [null, ...value.slice(1)] : undefined,
  'an unknown type name': (place) => typeNamed(place, 'NoSuchType'),
  'the name of another type': (place) => typeNamed(place, getNamedType(place.type).name === 'Address' ? 'Device' : 'Address'),
  'the name of a scalar as type name': (place) => typeNamed(place, 'Int'),
} satisfies Record<string, (place: Place) => unknown>;

/** Faults with a path into the data, by kind: the value is null and the error says why. */
const pathFaults = {
  'an error on a field': code('FORBIDDEN'),
  'an uncoded error on a field': { message: 'boom' },
};

/** Every kind of fault. */
export type FaultKind = keyof typeof answerFaults | keyof typeof entityFaults | keyof typeof valueFaults | keyof typeof pathFaults;

/** Kinds whose value may not stand where it does; the specification makes null of it. */
const invalidValues: ReadonlySet<string> = new Set<FaultKind>([
  'a field that is missing',
  'an unknown enum value',
  'a value of another type',
  'a value of nearly the type',
  'a text for a list',
  'a list for a value',
  'a text for an object',
  'an unknown type name',
  'the name of another type',
  'the name of a scalar as type name',
]);

/** Every kind of fault that can strike where an executor has made these calls, at one place each; `dice` picks the place. */
export function faultsFor(calls: readonly SeenCall[], schemas: SubgraphSchemas, dice: (sides: number) => number): Fault[] {
  if (!calls.length) return [];
  const faults: Fault[] = [];
  const pick = <T>(from: readonly T[]): T => from[dice(from.length)] as T;
  const struck = pick(calls);
  const asEntities = isEntities(struck);
  const alike = (call: SeenCall) => call.subgraph === struck.subgraph && isEntities(call) === asEntities;
  for (const [kind, fault] of Object.entries(answerFaults) as [FaultKind, Disturbance][]) {
    const at = `${struck.subgraph} ${asEntities ? 'entities' : 'root'}`;
    faults.push({ kind, at, disturbance: (call) => (alike(call) ? fault(call) : call.result), asNull: null });
  }
  const entityCalls = calls.filter(isEntities);
  if (entityCalls.length) {
    const { subgraph } = pick(entityCalls);
    for (const [kind, fault] of Object.entries(entityFaults) as [FaultKind, Disturbance][])
      faults.push({
        kind,
        at: `${subgraph} entities`,
        disturbance: (call) => (call.subgraph === subgraph && isEntities(call) ? fault(call) : call.result),
        asNull:
          kind === 'an entity that is a text'
            ? (call) => (call.subgraph === subgraph && isEntities(call) ? entityFaults['some entities missing'](call) : call.result)
            : null,
      });
  }
  const places = placesOf(calls, schemas);
  for (const [kind, change] of Object.entries(valueFaults) as [FaultKind, (place: Place) => unknown][]) {
    const possible = places.filter(({ place }) => change(place) !== undefined);
    if (!possible.length) continue;
    const { subgraph, place } = pick(possible);
    faults.push({
      kind,
      at: `${subgraph} ${place.name}`,
      disturbance: strike(schemas, subgraph, place.name, change),
      asNull: invalidValues.has(kind) ? strike(schemas, subgraph, place.name, (one) => nulled(one, change(one))) : null,
    });
  }
  for (const [kind, error] of Object.entries(pathFaults) as [FaultKind, { message: string }][]) {
    if (!places.length) continue;
    const { subgraph, place } = pick(places);
    faults.push({
      kind,
      at: `${subgraph} ${place.name}`,
      disturbance: strike(schemas, subgraph, place.name, () => null, error),
      asNull: null,
    });
  }
  return faults;
}

function strike(
  schemas: SubgraphSchemas,
  subgraph: string,
  name: string,
  change: (place: Place) => unknown,
  error?: { message: string },
): Disturbance {
  return (call) => {
    const schema = schemas[subgraph];
    if (call.subgraph !== subgraph || !schema) return call.result;
    const errors: NonNullable<SubgraphResult['errors']>[number][] = [];
    visitPlaces(schema, call, call.result, (place) => {
      if (place.name !== name) return;
      const instead = change(place);
      if (instead === missing) delete place.holder[place.key];
      else if (instead !== undefined) place.holder[place.key] = instead instanceof Leaves ? instead.in(place.value) : instead;
      if (error) errors.push({ ...error, path: place.path });
    });
    return errors.length ? { ...call.result, errors: [...(call.result.errors ?? []), ...errors] } : call.result;
  };
}

function placesOf(calls: readonly SeenCall[], schemas: SubgraphSchemas): { subgraph: string; place: Place }[] {
  const known = new Map<string, { subgraph: string; place: Place }>();
  for (const call of calls) {
    const schema = schemas[call.subgraph];
    const result = structuredClone(call.result);
    if (schema)
      visitPlaces(schema, call, result, (place) => known.set(`${call.subgraph} ${place.name}`, { subgraph: call.subgraph, place }));
  }
  return [...known.values()];
}

/** Puts a value for every item of lists in lists. */
class Leaves {
  constructor(private readonly value: unknown) {}

  in(value: unknown): unknown {
    return Array.isArray(value) ? value.map((one) => this.in(one)) : value === null ? null : this.value;
  }
}
const leaves = (value: unknown) => new Leaves(value);

/** Null where another value was to stand: for the items where it was to stand for those of a list, and nowhere where there was to be none. */
function nulled({ value }: Place, instead: unknown): unknown {
  if (instead === undefined) return undefined;
  return instead instanceof Leaves || (Array.isArray(value) && Array.isArray(instead)) ? leaves(null) : null;
}

function otherType(type: GraphQLNamedType): unknown {
  if (isEnumType(type)) return 5;
  if (!isScalarType(type)) return undefined;
  return { Int: 'text', Float: { a: 1 }, String: { a: 1 }, ID: { a: 1 }, Boolean: 'text' }[type.name];
}

function typeNamed({ value }: Place, name: string): unknown {
  const rename = (one: unknown): unknown => (Array.isArray(one) ? one.map(rename) : named(one) ? { ...one, __typename: name } : one);
  const named = (one: unknown): one is object => typeof one === 'object' && one !== null && '__typename' in one;
  const some = (one: unknown): boolean => (Array.isArray(one) ? one.some(some) : named(one));
  return some(value) ? rename(value) : undefined;
}

const isEntities = ({ request }: SeenCall): boolean => Array.isArray(request.variables?.representations);

function entities({ result }: SeenCall, change: (list: unknown[]) => unknown): SubgraphResult {
  const list = result.data?._entities;
  return Array.isArray(list) ? { ...result, data: { ...result.data, _entities: change(list) } } : result;
}

const representation = ({ request }: SeenCall, index: number): unknown =>
  (request.variables?.representations as unknown[] | undefined)?.[index];

/** Half of all representations, the same ones whoever asks. */
function odd(value: unknown): boolean {
  const { id, isbn, code: place, number, __typename } = value as Record<string, unknown>;
  const text = [__typename, id ?? isbn ?? place ?? number].join();
  let sum = 0;
  for (const character of text) sum += character.codePointAt(0) ?? 0;
  return sum % 2 === 1;
}
