import { Extensions } from 'type-graphql';
import { type Action, isAction } from './actions.js';

/** What to do when the principal lacks the action: refuse with FORBIDDEN (nothing said), or give null. */
export interface AllowOptions {
  /** `null`: the field is null for whoever lacks the action, instead of an error. Only for nullable fields. */
  otherwise?: 'null';
}

/** What `@Allow` leaves in the GraphQL extensions under `allow`. */
export interface Allowance {
  readonly action: Action;
  readonly otherwise?: 'null';
}

/** A decorator for a class, a resolver method, a property or a getter. */
export type AllowDecorator = ClassDecorator & MethodDecorator & PropertyDecorator;

const declared = new WeakMap<object, Map<PropertyKey, Action>>();
const onClass = Symbol('the class itself');

/**
 * Names the action that a type, operation or field needs. On a class it is the default of every field of the type and of its
 * `__resolveReference`; on a field (property, getter, resolver method) it is that field's own, and wins over the class and, on a
 * resolver method, over the property it resolves. It only declares: `packages/graphql` enforces, and fails on what declares nothing.
 *
 * @throws TypeError at module load when the action is not in the table, when the target is static or named by a symbol, or when the
 *   same target (or the one it inherits from) already names an action: type-graphql would merge the two in an order nobody sees.
 */
export function Allow(action: Action, options: AllowOptions = {}): AllowDecorator {
  if (!isAction(action)) throw new TypeError(`@Allow('${String(action)}'): no such action in packages/auth/src/actions`);
  const allow: Allowance = Object.freeze(options.otherwise ? { action, otherwise: options.otherwise } : { action });
  const extend = Extensions({ allow });
  const decorate = (target: object, member?: PropertyKey, descriptor?: PropertyDescriptor): void => {
    const isClass = member === undefined;
    if (!isClass && typeof target === 'function')
      throw new TypeError(`@Allow('${action}') stands on a static member: it has no effect there`);
    if (typeof member === 'symbol') throw new TypeError(`@Allow('${action}') stands on a member named by a symbol`);
    claim(isClass ? (target as { prototype: object }).prototype : target, member ?? onClass, action);
    (extend as (target: object, member?: PropertyKey, descriptor?: PropertyDescriptor) => void)(target, member, descriptor);
  };
  return decorate as AllowDecorator;
}

/** The allowance in the extensions of a GraphQL type or field, or null where none is declared. */
export function allowanceOf(element: { extensions?: Readonly<Record<string, unknown>> | null }): Allowance | null {
  return (element.extensions?.allow as Allowance | undefined) ?? null;
}

function claim(prototype: object, member: PropertyKey, action: Action): void {
  for (let at: object | null = prototype; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    const earlier = declared.get(at)?.get(member);
    if (earlier === undefined) continue;
    const where = member === onClass ? prototype.constructor.name : `${prototype.constructor.name}.${String(member)}`;
    throw new TypeError(`${where} names two actions: '${earlier}' (${at.constructor.name}) and '${action}'`);
  }
  const ofPrototype = declared.get(prototype) ?? new Map<PropertyKey, Action>();
  declared.set(prototype, ofPrototype.set(member, action));
}
