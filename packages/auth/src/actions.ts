import { benefitsActions } from './actions/benefits.js';
import { documentsActions } from './actions/documents.js';
import { emergencyActions } from './actions/emergency.js';
import type { ActionEntry, ActionKind } from './actions/grant.js';
import { institutionsActions } from './actions/institutions.js';
import { registryActions } from './actions/registry.js';
import { servicesActions } from './actions/services.js';
import { strategyActions } from './actions/strategy.js';
import { workforceActions } from './actions/workforce.js';
import type { Audience, Principal } from './principal.js';
import { type Role, rolesOfAudience } from './roles.js';

export type { ActionEntry, ActionKind } from './actions/grant.js';

const table = {
  ...registryActions,
  ...emergencyActions,
  ...benefitsActions,
  ...servicesActions,
  ...institutionsActions,
  ...workforceActions,
  ...strategyActions,
  ...documentsActions,
};

/** Everything that can be done with the graph: `<thing>.<verb>`, or `<thing>.<part>.<verb>`. What is not here, nobody may do. */
export type Action = keyof typeof table;

/** The one table of who may do what. Written by domain in `actions/`, read only here. */
export const actions: Readonly<Record<Action, ActionEntry>> = Object.freeze(table);

/** The names of all actions, in the order of the table. */
export const actionNames = Object.freeze(Object.keys(table) as Action[]);

/** Whether a word names an action; for input from outside. */
export function isAction(word: string): word is Action {
  return Object.hasOwn(table, word);
}

/** Whether an action looks or changes. */
export function kindOfAction(action: Action): ActionKind {
  return actions[action].kind;
}

/** Every action a role holds, in the order of the table. */
export function actionsOfRole(role: Role): Action[] {
  return actionNames.filter((action) => actions[action].roles.includes(role));
}

const held = new Map<Audience, Map<Role, ReadonlySet<Action>>>(
  (Object.keys(rolesOfAudience) as Audience[]).map((audience) => [
    audience,
    new Map(rolesOfAudience[audience].map((role) => [role, new Set(actionsOfRole(role))])),
  ]),
);

/**
 * Whether one of the principal's roles holds the action. A role outside the principal's audience counts for nothing, and an action
 * that is not in the table is nobody's. It says nothing about which rows: tenancy and consent are the domains' own.
 */
export function may(principal: Principal, action: Action): boolean {
  const ofAudience = held.get(principal.audience);
  return ofAudience !== undefined && principal.roles.some((role) => ofAudience.get(role)?.has(action) === true);
}
