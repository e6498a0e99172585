import { isExclusionViolation, isId, newId } from '@atbalsts/database';
import {
  type Connection,
  type Context,
  decodeCursor,
  type EmergencyHold,
  mutate,
  type PageArgs,
  type Payload,
  ProblemCode,
  page,
  problem,
  Refusal,
  refuse,
} from '@atbalsts/graphql';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Person } from '../person/person.entity.js';
import { findPersonByCode, getPerson } from '../person/person.service.js';
import { EmergencyAccess } from './emergency-access.entity.js';
import type { OpenEmergencyAccessInput } from './emergency-access.input.js';
import { emergencyProblems } from './emergency-access.rules.js';

const openNow = 'closed_at is null and ends_at > clock_timestamp()';

/**
 * Opens a person's file to the caller, for hours. Refuses INVALID, NOT_FOUND, and DUPLICATE, showing the one that is open, where the caller has opened this
 * file already. Who asks is the subject of the token: it holds for nobody else, and in no other town.
 */
export function openEmergencyAccess(
  context: Context,
  input: OpenEmergencyAccessInput,
): Promise<Payload<'emergencyAccess', EmergencyAccess>> {
  return mutate(context, 'emergencyAccess', async () => {
    const problems = emergencyProblems(input);
    if (problems.length) throw new Refusal(problems);
    const { em, principal, municipality } = context;
    const person = await namedPerson(context, input);
    // Who opens the same file at once waits, so that the second sees the first and can show it; the constraint decides all the same.
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`emergency ${principal.subject} ${person.id}`]);
    const id = newId();
    const known = await openOne(em, principal.subject, person.id);
    if (known) throw new Refusal([duplicate()], known);
    try {
      await em.execute(
        `insert into emergency_access (id, municipality, person_id, subject, role, reason, opened_at, ends_at)
         select ?, ?, ?, ?, ?, ?, clock, clock + make_interval(hours => ?) from clock_timestamp() clock`,
        [id, municipality, person.id, principal.subject, principal.roles.join(' '), input.reason.trim(), input.hours],
        'run',
      );
    } catch (error) {
      if (isExclusionViolation(error)) throw new Refusal([duplicate()]);
      throw error;
    }
    await context.audit.write(em, {
      action: 'emergency.open',
      personId: person.id,
      object: `emergencyAccess:${id}`,
      fields: ['reason', 'endsAt'],
    });
    return em.findOneOrFail(EmergencyAccess, { id });
  });
}

/** Gives an own emergency access up before its end; one that has ended stays as it is. Refuses NOT_FOUND for one of somebody else's. */
export function closeEmergencyAccess(context: Context, id: string): Promise<Payload<'emergencyAccess', EmergencyAccess>> {
  return mutate(context, 'emergencyAccess', async () => {
    const { em, principal } = context;
    const found = isId(id) ? await em.findOne(EmergencyAccess, { id, subject: principal.subject }) : null;
    if (!found) refuse(ProblemCode.NOT_FOUND, 'Tādas ārkārtas piekļuves jums nav.', 'You have no such emergency access.', 'id');
    const closed = await em.execute(
      `update emergency_access set closed_at = clock_timestamp() where id = ? and subject = ? and ${openNow} returning id`,
      [found.id, principal.subject],
    );
    if (closed.length)
      await context.audit.write(em, {
        action: 'emergency.open',
        personId: found.personId,
        object: `emergencyAccess:${found.id}`,
        fields: ['closedAt'],
      });
    return em.findOneOrFail(EmergencyAccess, { id: found.id }, { refresh: true });
  });
}

/** Whether an emergency access of this subject, in the town of the session, holds now; null where it does not. */
export async function emergencyHold(em: EntityManager, id: string, { subject }: { subject: string }): Promise<EmergencyHold | null> {
  const [held] = await em.execute<{ personId: string }[]>(
    `select person_id::text as "personId" from emergency_access where id = ? and subject = ? and ${openNow}`,
    [id, subject],
  );
  return held ?? null;
}

/** Emergency accesses of the municipality, the latest first. */
export async function emergencyAccesses({ em }: Context, openOnly: boolean, args: PageArgs): Promise<Connection<EmergencyAccess>> {
  const after = decodeCursor(args.after, ['uuid'])?.[0];
  const open = openOnly ? { closedAt: null, endsAt: { $gt: new Date() } } : {};
  const rows = await em.find(
    EmergencyAccess,
    { ...open, ...(after ? { id: { $lt: String(after) } } : {}) },
    { orderBy: { id: 'desc' }, limit: args.first + 1 },
  );
  return page(
    rows,
    args,
    (row) => [row.id],
    () => em.count(EmergencyAccess, open),
  );
}

async function namedPerson(context: Context, { personId, reference, personalCode }: OpenEmergencyAccessInput): Promise<Person> {
  if (personId) return getPerson(context, personId);
  const found = reference
    ? await context.em.findOne(Person, { reference: reference.trim().toUpperCase() })
    : await findPersonByCode(context, personalCode ?? '');
  return found ?? getPerson(context, '', reference ? 'reference' : 'personalCode');
}

async function openOne(em: EntityManager, subject: string, personId: string): Promise<EmergencyAccess | null> {
  const [open] = await em.execute<{ id: string }[]>(`select id from emergency_access where subject = ? and person_id = ? and ${openNow}`, [
    subject,
    personId,
  ]);
  return open ? em.findOne(EmergencyAccess, { id: open.id }) : null;
}

const duplicate = () =>
  problem(
    ProblemCode.DUPLICATE,
    'Jūs šo lietu jau esat atvēris; turpiniet ar to piekļuvi.',
    'You have opened this file already: go on with that access.',
    'personId',
  );
