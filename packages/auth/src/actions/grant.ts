import { type Role, staffRoles } from '../roles.js';

/** Whether an action only looks, or changes something. The audit and the limits treat the two differently. */
export type ActionKind = 'read' | 'write';

/** One line of the action table. */
export interface ActionEntry {
  /** Whether the action looks or changes. */
  readonly kind: ActionKind;
  /** The roles that hold the action; no one else does. */
  readonly roles: readonly Role[];
  /** What it lets somebody do, in English: completes "Your role does not let you ...". */
  readonly text: string;
  /** The same in Latvian: completes "Jūsu loma neļauj ...". */
  readonly textLv: string;
}

/** A line for an action that looks. */
export function read(roles: readonly Role[], text: string, textLv: string): ActionEntry {
  return { kind: 'read', roles, text, textLv };
}

/** A line for an action that changes something. */
export function write(roles: readonly Role[], text: string, textLv: string): ActionEntry {
  return { kind: 'write', roles, text, textLv };
}

/** Everybody who works for a municipality: for what holds no personal data of clients. */
export const everyStaff = staffRoles;

/** Who keeps a client's social work file. */
export const socialWorkers = ['social-worker', 'senior-social-worker', 'head-of-services'] as const satisfies readonly Role[];

/** Who works on benefits. */
export const assistance = ['assistance-organiser', 'head-of-assistance'] as const satisfies readonly Role[];

/** The heads of both halves of the office, and the director. */
export const management = ['head-of-assistance', 'head-of-services', 'director'] as const satisfies readonly Role[];

/** Who deals with clients at a desk: knows the household, the consents, the circumstances. */
export const desk = [...assistance, ...socialWorkers, 'facility-manager', 'director'] as const satisfies readonly Role[];

/** Who meets clients at all: the desk and the carers. */
export const clientFacing = [...desk, 'carer'] as const satisfies readonly Role[];
