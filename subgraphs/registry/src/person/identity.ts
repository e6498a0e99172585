import type { Action } from '@atbalsts/auth';
import type { Context } from '@atbalsts/graphql';
import type { ConsentScope } from '../consent/consent.entity.js';
import type { Person } from './person.entity.js';
import { openScopesOf } from './person.loader.js';

/**
 * Shows a part of an identity: to staff whose role holds the action (the field's `@Allow` has seen to that), to a partner only what a live consent's
 * scope opens. The look is recorded for the audit; who is not shown it gets null and leaves no entry.
 */
export async function reveal<T>(
  context: Context,
  person: Person,
  action: Action,
  scope: ConsentScope,
  field: string,
  value: () => T | Promise<T>,
): Promise<T | null> {
  if (!(await opens(context, person, scope))) return null;
  const shown = await value();
  if (shown !== null) context.audit.read(person.id, person.municipality, action, field);
  return shown;
}

/** True where a scope of a person's file is open to whoever asks: to staff always, to a partner by a consent that is alive today. */
export async function opens(context: Context, person: Person, scope: ConsentScope): Promise<boolean> {
  return context.principal.audience !== 'PARTNER' || (await context.load(openScopesOf, person.id)).has(scope);
}

/** True where whoever asks may know that the person is a client at all: staff always, a partner while any consent for it is alive today. */
export async function isConsentedTo(context: Context, person: Person): Promise<boolean> {
  return context.principal.audience !== 'PARTNER' || (await context.load(openScopesOf, person.id)).size > 0;
}
