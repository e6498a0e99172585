import { addMonths, isExclusionViolation, isId, newId } from '@atbalsts/database';
import {
  type BatchLoad,
  type Context,
  groupedInOrder,
  mutate,
  type Payload,
  ProblemCode,
  Refusal,
  refuse,
  refuseStale,
} from '@atbalsts/graphql';
import { LockMode } from '@mikro-orm/core';
import { Employee, Employment } from '../employee/employee.entity.js';
import { openCasesOf } from '../handover/cases.js';
import { EmployeeAbsence } from './absence.entity.js';
import type { ChangeEmployeeAbsenceInput, RecordEmployeeAbsenceInput } from './absence.input.js';
import { type AbsenceFacts, absenceProblems } from './absence.rules.js';

/** Absences by employee, the oldest first. */
export const absencesOf: BatchLoad<string, EmployeeAbsence[]> = async ({ em }, ids) =>
  groupedInOrder(ids, await em.find(EmployeeAbsence, { employeeId: { $in: [...ids] } }, { orderBy: { from: 'asc' } }), (a) => a.employeeId);

/** Absences of others that go on or are to come, by who stands in. */
export const standsInFor: BatchLoad<string, EmployeeAbsence[]> = async ({ em, today }, ids) =>
  groupedInOrder(
    ids,
    await em.find(EmployeeAbsence, { substituteId: { $in: [...ids] }, until: { $gt: today } }, { orderBy: { from: 'asc' } }),
    (a) => a.substituteId ?? '',
  );

/**
 * Records an absence and who stands in. Services is asked before any lock whether the employee is responsible for open cases (no answer refuses): then somebody
 * must stand in. OVERLAP where an absence is on record for these days.
 */
export function recordAbsence(context: Context, input: RecordEmployeeAbsenceInput): Promise<Payload<'absence', EmployeeAbsence>> {
  return mutate(context, 'absence', async () => {
    const { em, municipality, principal } = context;
    const { open } = await context.load(openCasesOf, input.employeeId);
    await holdEmployees(context, [input.employeeId, input.substituteId]);
    const problems = await problemsOf(context, { ...input, substituteId: input.substituteId ?? null }, null, open);
    if (problems.length) throw new Refusal(problems);
    const absence = em.create(EmployeeAbsence, {
      id: newId(),
      municipality,
      employeeId: input.employeeId,
      kind: input.kind,
      from: input.from,
      until: input.until,
      substituteId: input.substituteId ?? null,
      recordedBy: principal.subject,
      version: 1,
    });
    await flush(context);
    await writeAudit(context, absence, ['from', 'kind', 'substituteId', 'until']);
    return absence;
  });
}

/** Changes the end or the substitute of an absence. STALE where somebody did so meanwhile, WRONG_STATE where it is over. */
export function changeAbsence(context: Context, input: ChangeEmployeeAbsenceInput): Promise<Payload<'absence', EmployeeAbsence>> {
  return mutate(context, 'absence', async () => {
    const { em, municipality, today } = context;
    const seen = isId(input.id) ? await em.findOne(EmployeeAbsence, { id: input.id, municipality }) : null;
    if (!seen) refuse(ProblemCode.NOT_FOUND, 'Tādas prombūtnes nav.', 'There is no such absence.', 'id');
    const { open } = await context.load(openCasesOf, seen.employeeId);
    await holdEmployees(context, [seen.employeeId, input.substituteId ?? seen.substituteId]);
    const absence = await em.refresh(seen);
    if (absence?.version !== input.version) refuseStale();
    if (absence.until <= today) refuse(ProblemCode.WRONG_STATE, 'Prombūtne jau ir beigusies.', 'The absence is over already.', 'id');
    const changed = { ...absence, until: input.until ?? absence.until, substituteId: input.substituteId ?? absence.substituteId };
    const problems = await problemsOf(context, changed, absence.id, open);
    if (problems.length) throw new Refusal(problems);
    absence.until = changed.until;
    absence.substituteId = changed.substituteId;
    await flush(context);
    await writeAudit(
      context,
      absence,
      (['until', 'substituteId'] as const).filter((key) => input[key] != null),
    );
    return absence;
  });
}

/** Holds employees in the order of their ids: two changes that concern two of them never wait for one another. */
async function holdEmployees({ em, municipality }: Context, ids: readonly (string | null | undefined)[]): Promise<void> {
  const wanted = ids.flatMap((id) => id ?? []);
  await em.find(Employee, { id: { $in: wanted }, municipality }, { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });
}

type Asked = Pick<EmployeeAbsence, 'employeeId' | 'from' | 'until' | 'substituteId'>;

async function problemsOf(context: Context, { employeeId, from, until, substituteId }: Asked, own: string | null, openCases: number) {
  const { em, municipality, today } = context;
  const ids = [employeeId, ...(substituteId ? [substituteId] : [])];
  const known = new Set((await em.find(Employee, { id: { $in: ids }, municipality })).map(({ id }) => id));
  if (!known.has(employeeId)) {
    refuse(ProblemCode.NOT_FOUND, 'Šāda darbinieka jūsu pašvaldībā nav.', 'There is no such employee in your municipality.', 'employeeId');
  }
  const employments = await em.find(Employment, { employeeId: { $in: ids } }, { orderBy: { from: 'asc' } });
  const absences = await em.find(EmployeeAbsence, { $or: [{ employeeId: { $in: ids } }, { substituteId: employeeId }] });
  const of = <T extends { employeeId: string }>(rows: readonly T[], id: string) => rows.filter((row) => row.employeeId === id);
  const substitute: AbsenceFacts['substitute'] = !substituteId
    ? null
    : known.has(substituteId)
      ? {
          self: substituteId === employeeId,
          employments: of(employments, substituteId),
          absences: of(absences, substituteId).filter(({ id }) => id !== own),
        }
      : undefined;
  return absenceProblems({
    from,
    until,
    employments: of(employments, employeeId),
    standsIn: absences.filter((absence) => absence.substituteId === employeeId),
    openCases,
    substitute,
    latest: addMonths(today, 12),
  });
}

async function flush({ em }: Context): Promise<void> {
  try {
    await em.flush();
  } catch (error) {
    if (!isExclusionViolation(error)) throw error;
    refuse(ProblemCode.OVERLAP, 'Prombūtne šajā laikā jau ir ierakstīta.', 'An absence is on record for that time already.', 'from');
  }
}

const writeAudit = (context: Context, absence: EmployeeAbsence, fields: readonly string[]) =>
  context.audit.write(context.em, { action: 'absence.record', object: `employee-absence:${absence.id}`, fields });
