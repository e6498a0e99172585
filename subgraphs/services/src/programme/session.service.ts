import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import { unknownEmployees } from '../external/employee.ask.js';
import { knownByKey } from '../once-by-key.js';
import { ProgrammeSession, SessionAttendance } from './programme.entity.js';
import type { RecordSessionInput } from './programme.input.js';
import { groupById, programmeById } from './programme.loader.js';
import { sessionProblems, strangersProblems } from './programme.rules.js';

/** Records a session with its attendance, once for its key. Refuses INVALID, NOT_FOUND, WRONG_STATE for who is not enrolled on the day. */
export function recordSession(context: Context, input: RecordSessionInput): Promise<Payload<'session', ProgrammeSession>> {
  return mutate(context, 'session', async () => {
    const { em, municipality } = context;
    const problems = sessionProblems(input, context.today);
    if (problems.length) throw new Refusal(problems);
    const known = await knownByKey(context, ProgrammeSession, input.key, (one) => isSame(one, input));
    if (known) return known;
    const unknown = await unknownEmployees(context, [{ field: 'leaderId', id: input.leaderId }]);
    if (unknown.length) throw new Refusal(unknown);
    await refuseUnknownGroup(context, input);
    const strangers = strangersProblems(input.attendance, await enrolledOn(context, input));
    if (strangers.length) throw new Refusal(strangers);
    const { key, programmeId, on, leaderId } = input;
    const groupId = input.groupId ?? null;
    const session = em.create(ProgrammeSession, {
      id: newId(),
      municipality,
      key,
      programmeId,
      groupId,
      on,
      leaderId,
      topic: input.topic?.trim() || null,
    });
    for (const { personId, attended } of input.attendance)
      em.create(SessionAttendance, { id: newId(), municipality, sessionId: session.id, personId, attended });
    await em.flush();
    await context.audit.write(em, { action: 'programme.session', object: `programmeSession:${session.id}`, fields: ['on', 'attendance'] });
    return session;
  });
}

const isSame = (known: ProgrammeSession, input: RecordSessionInput): boolean =>
  known.programmeId === input.programmeId.toLowerCase() &&
  known.groupId === (input.groupId?.toLowerCase() ?? null) &&
  known.on === input.on &&
  known.leaderId === input.leaderId.toLowerCase();

async function refuseUnknownGroup(context: Context, { programmeId, groupId }: RecordSessionInput): Promise<void> {
  const programme = await context.load(programmeById, programmeId);
  if (!programme) refuse(ProblemCode.NOT_FOUND, 'Šādas programmas nav.', 'There is no such programme.', 'programmeId');
  const group = groupId ? await context.load(groupById, groupId) : null;
  if (groupId && group?.programmeId !== programme.id) {
    refuse(ProblemCode.NOT_FOUND, 'Šādas grupas nav.', 'There is no such group.', 'groupId');
  }
}

async function enrolledOn({ em }: Context, { programmeId, groupId, on }: RecordSessionInput): Promise<ReadonlySet<string>> {
  const rows: { person_id: string }[] = await em.execute(
    `select person_id from programme_enrolment
      where programme_id = ? and (?::uuid is null or group_id = ?::uuid) and daterange(from_date, until_date) @> ?::date`,
    [programmeId, groupId ?? null, groupId ?? null, on],
  );
  return new Set(rows.map(({ person_id }) => person_id));
}
