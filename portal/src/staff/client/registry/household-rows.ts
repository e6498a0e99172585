import type { HouseholdMemberInput, HouseholdRelation } from '../../../gql/staff/graphql.js';

/** A member as the graph tells it, or somebody who is to become one. */
export interface Member {
  personId: string;
  name: string;
  reference: string;
  age: number | null;
}

/** A line of the form: who, what they are to be, what they were. */
export interface Row extends Member {
  /** What the member is to the head; null while it has to be said. */
  relation: HouseholdRelation | null;
  /** What the member was when the form was opened; null for who joins. */
  was: HouseholdRelation | null;
  /** Is in the household no longer from the day of the change on. */
  leaves: boolean;
  /** The household somebody who joins belongs to now; null where there is none, and for who was a member. */
  elsewhere: Elsewhere | null;
}

/** Another household, and how many live in it. */
export interface Elsewhere {
  reference: string;
  members: number;
}

const order: readonly HouseholdRelation[] = [
  'HEAD',
  'SPOUSE',
  'PARENT',
  'GUARDIAN',
  'FOSTER_PARENT',
  'CHILD',
  'FOSTER_CHILD',
  'WARD',
  'OTHER',
];

/** All relations, the head first: the order in which a household is read. */
export const relations = order;

/** Members by their relation, the head first. */
export const inOrder = <T extends { relation: HouseholdRelation }>(members: readonly T[]): T[] =>
  [...members].sort((a, b) => order.indexOf(a.relation) - order.indexOf(b.relation));

/** The lines of a household as it is. */
export const rowsOf = (members: readonly (Member & { relation: HouseholdRelation })[]): Row[] =>
  inOrder(members).map((member) => ({ ...member, was: member.relation, leaves: false, elsewhere: null }));

/**
 * Gives a line a relation. Where it becomes the head, the head until then has to be told anew: the graph takes exactly one, and what the other one is to
 * the new head nobody can know but who fills in the form.
 */
export const withRelation = (rows: readonly Row[], personId: string, relation: HouseholdRelation): Row[] =>
  rows.map((row) => {
    if (row.personId === personId) return { ...row, relation };
    return relation === 'HEAD' && row.relation === 'HEAD' ? { ...row, relation: null } : row;
  });

/** Takes a member out, or back in; who has only just been added is gone. */
export const withLeaving = (rows: readonly Row[], personId: string, leaves: boolean): Row[] =>
  rows.flatMap((row) => (row.personId !== personId ? [row] : row.was === null && leaves ? [] : [{ ...row, leaves }]));

/** Adds somebody; nobody twice. Who left in this form comes back as they were. */
export function withJoining(rows: readonly Row[], joining: Member & { elsewhere: Elsewhere | null }): Row[] {
  if (rows.some((row) => row.personId === joining.personId)) return withLeaving(rows, joining.personId, false);
  return [...rows, { ...joining, relation: null, was: null, leaves: false }];
}

/** Who stays or joins: the household as it is to be, in the order of the lines. */
export const staying = (rows: readonly Row[]): Row[] => rows.filter(({ leaves }) => !leaves);

/** The members as the graph is told them. Lines without a relation are left out: the form does not send before all have one. */
export const membersOf = (rows: readonly Row[]): HouseholdMemberInput[] =>
  staying(rows).flatMap(({ personId, relation }) => (relation ? [{ personId, relation }] : []));

/** Whether anything differs from what the form was opened with. */
export const isChanged = (rows: readonly Row[]): boolean => rows.some(({ relation, was, leaves }) => leaves || relation !== was);

/** Whether the form was opened for somebody who lives alone, or in no household: they can join another one instead. */
export const livesAlone = (rows: readonly Row[]): boolean => rows.filter(({ was }) => was !== null).length <= 1;

/** Whether another one becomes the head: every relation is to the head, so all of them are worth a look. */
export const headMoves = (rows: readonly Row[]): boolean => {
  const before = rows.find(({ was }) => was === 'HEAD');
  const after = staying(rows).find(({ relation }) => relation === 'HEAD');
  return Boolean(before && after && before.personId !== after.personId);
};

/** Which household is changed, as it was seen; null to make a new one. */
export type Target = { householdId: string; version: number } | null;

/** Names a household with its own version, never with that of another one; undefined where the version is not known: it cannot be changed then. */
export const targetOf = (household: { id: string; version: number | null } | null | undefined): Target | undefined => {
  if (!household) return null;
  return household.version === null ? undefined : { householdId: household.id, version: household.version };
};

/** One person in two versions of a household; null where they are not in it. */
export interface TwoVersions {
  personId: string;
  name: string;
  now: HouseholdRelation | null;
  mine: HouseholdRelation | null;
  differs: boolean;
}

/** What the household has become meanwhile, beside what the form would make of it. */
export function twoVersions(now: readonly (Member & { relation: HouseholdRelation })[], rows: readonly Row[]): TwoVersions[] {
  const mine = staying(rows);
  const everybody = [...inOrder(now), ...mine.filter(({ personId }) => !now.some((one) => one.personId === personId))];
  return everybody.map(({ personId, name }) => {
    const there = now.find((one) => one.personId === personId)?.relation ?? null;
    const here = mine.find((one) => one.personId === personId)?.relation ?? null;
    return { personId, name, now: there, mine: here, differs: there !== here };
  });
}
