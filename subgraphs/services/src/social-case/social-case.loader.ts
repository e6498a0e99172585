import { idsAmong } from '@atbalsts/database';
import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { childPages } from '../child-pages.js';
import { CaseGoal } from './case-goal.entity.js';
import { CaseHandover } from './case-handover.entity.js';
import { CaseNote } from './case-note.entity.js';
import { SocialCase } from './social-case.entity.js';

/** Cases by id; null for one that does not exist or is not the principal's to see. */
export const caseById: BatchLoad<string, SocialCase | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(SocialCase, { id: { $in: idsAmong(ids) } }), (c) => c.id);

/** Cases by person, past ones too, the latest first. */
export const casesOf: BatchLoad<string, SocialCase[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(SocialCase, { personId: { $in: idsAmong(ids) } }, { orderBy: { openedOn: 'desc', id: 'desc' } }),
    (c) => c.personId,
  );

/** Goals by case, in their order. */
export const goalsOf: BatchLoad<string, CaseGoal[]> = async ({ em }, ids) =>
  groupedInOrder(ids, await em.find(CaseGoal, { caseId: { $in: [...ids] } }, { orderBy: { place: 'asc' } }), (goal) => goal.caseId);

/** Handovers by case, the latest first. */
export const handoversOf: BatchLoad<string, CaseHandover[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(CaseHandover, { caseId: { $in: [...ids] } }, { orderBy: { on: 'desc', id: 'desc' } }),
    (handover) => handover.caseId,
  );

/** Pages of notes by case, newest first. */
export const notesOf = childPages<CaseNote>({
  table: 'case_note',
  parent: 'case_id',
  order: 'at',
  type: 'timestamptz',
  map: (em, row) => em.map(CaseNote, row),
  valueOf: (note) => note.at.toISOString(),
});
