import { isExclusionViolation, isId, newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal, refuse, refuseStale } from '@atbalsts/graphql';
import { LockMode } from '@mikro-orm/core';
import { getPerson } from '../person/person.service.js';
import { Representation } from './representation.entity.js';
import type { EndRepresentationInput, RecordRepresentationInput } from './representation.input.js';
import { representativesOf } from './representation.loader.js';
import { actsOn, endProblems, representationProblems } from './representation.rules.js';

/**
 * Records who acts for a child or a ward. Refuses INVALID where it cannot be, and DUPLICATE, showing the one that is recorded, where the same person acts in
 * the same relation at a part of that time: held by the database, whoever comes at once. Both persons' trails have it.
 */
export function recordRepresentation(
  context: Context,
  input: RecordRepresentationInput,
): Promise<Payload<'representation', Representation>> {
  return mutate(context, 'representation', async () => {
    const { em } = context;
    const person = await getPerson(context, input.personId);
    const representative = await getPerson(context, input.representativeId, 'representativeId');
    const overRepresentative = await context.load(representativesOf, representative.id);
    const until = input.until ?? null;
    const problems = representationProblems(
      {
        ...input,
        personId: person.id,
        representativeId: representative.id,
        until,
        birthDate: person.birthDate,
        representativeBirthDate: representative.birthDate,
        representativeIsWard: overRepresentative.some(
          (held) => held.kind === 'TRUSTEE' && actsOn(held, representative.birthDate, input.from),
        ),
      },
      context.today,
    );
    if (problems.length) throw new Refusal(problems);
    await refuseDuplicate(context, person.id, representative.id, input);
    const held = em.create(Representation, {
      id: newId(),
      municipality: person.municipality,
      personId: person.id,
      representativeId: representative.id,
      kind: input.kind,
      from: input.from,
      until,
      evidence: input.evidence.trim(),
      endEvidence: null,
    } as never);
    await em.flush().catch((error: unknown) => {
      if (isExclusionViolation(error)) throw new Refusal([duplicate()]);
      throw error;
    });
    await recordBoth(context, held, 'representation.record', ['kind', 'from', 'until', 'evidence']);
    return held;
  });
}

/** Ends somebody's acting for a child or a ward. Refuses STALE on an old version, WRONG_STATE where it has ended before, INVALID where it cannot be. */
export function endRepresentation(context: Context, input: EndRepresentationInput): Promise<Payload<'representation', Representation>> {
  return mutate(context, 'representation', async () => {
    const { em } = context;
    const held = isId(input.id)
      ? await em.findOne(Representation, { id: input.id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })
      : null;
    if (!held)
      refuse(
        ProblemCode.NOT_FOUND,
        'Tādas pārstāvības jūsu pašvaldībā nav.',
        'There is no such representation in your municipality.',
        'id',
      );
    if (held.version !== input.version) refuseStale();
    const problems = endProblems(held, input.on, input.evidence, context.today);
    if (problems.length) throw new Refusal(problems);
    held.until = input.on;
    held.endEvidence = input.evidence.trim();
    await em.flush();
    await recordBoth(context, held, 'representation.end', ['until', 'endEvidence']);
    return held;
  });
}

/** Those who record the same at once wait for one another, so that the second sees the first and can show it. */
async function refuseDuplicate(
  { em }: Context,
  personId: string,
  representativeId: string,
  input: RecordRepresentationInput,
): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `representation ${personId} ${representativeId} ${input.kind}`,
  ]);
  const known = await em.findOne(
    Representation,
    {
      personId,
      representativeId,
      kind: input.kind,
      ...(input.until ? { from: { $lt: input.until } } : {}),
      $or: [{ until: null }, { until: { $gt: input.from } }],
    },
    { orderBy: { from: 'asc' } },
  );
  if (known) throw new Refusal([duplicate()], known);
}

const duplicate = () =>
  problem(
    ProblemCode.DUPLICATE,
    'Tas par šo laiku jau ir ierakstīts. Turpiniet ar to vai vispirms ierakstiet tā beigas.',
    'It is recorded for a part of that time already. Go on with that, or record its end first.',
    'representativeId',
  );

async function recordBoth(context: Context, held: Representation, action: string, fields: readonly string[]): Promise<void> {
  for (const personId of [held.personId, held.representativeId]) {
    await context.audit.write(context.em, { action, personId, object: `representation:${held.id}`, fields });
  }
}
