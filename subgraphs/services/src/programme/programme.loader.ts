import { idsAmong } from '@atbalsts/database';
import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { childPages } from '../child-pages.js';
import { Programme, ProgrammeEnrolment, ProgrammeGroup, ProgrammeSession, SessionAttendance } from './programme.entity.js';

/** Programmes by id; null for one that is not the principal's to see. */
export const programmeById: BatchLoad<string, Programme | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(Programme, { id: { $in: idsAmong(ids) } }), (programme) => programme.id);

/** Groups by id; null for one that is not the principal's to see. */
export const groupById: BatchLoad<string, ProgrammeGroup | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(ProgrammeGroup, { id: { $in: idsAmong(ids) } }), (group) => group.id);

/** Groups by programme, by name. */
export const groupsOf: BatchLoad<string, ProgrammeGroup[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(ProgrammeGroup, { programmeId: { $in: [...ids] } }, { orderBy: { name: 'asc', id: 'asc' } }),
    (group) => group.programmeId,
  );

/** Who was at sessions and who was not, by session. */
export const attendanceOf: BatchLoad<string, SessionAttendance[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(SessionAttendance, { sessionId: { $in: [...ids] } }, { orderBy: { id: 'asc' } }),
    (attendance) => attendance.sessionId,
  );

/** Pages of enrolments by programme, the latest first. */
export const enrolmentsOf = childPages<ProgrammeEnrolment>({
  table: 'programme_enrolment',
  parent: 'programme_id',
  order: 'from_date',
  type: 'date',
  map: (em, row) => em.map(ProgrammeEnrolment, row),
  valueOf: (enrolment) => enrolment.from,
});

/** Pages of sessions by programme, the latest first. */
export const sessionsOf = childPages<ProgrammeSession>({
  table: 'programme_session',
  parent: 'programme_id',
  order: 'on_date',
  type: 'date',
  map: (em, row) => em.map(ProgrammeSession, row),
  valueOf: (session) => session.on,
});
