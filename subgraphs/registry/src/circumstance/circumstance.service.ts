import { isExclusionViolation, newId } from '@atbalsts/database';
import { publish } from '@atbalsts/facts';
import { type Context, mutate, type Payload, ProblemCode, refuse } from '@atbalsts/graphql';
import type { Person } from '../person/person.entity.js';
import { getPerson } from '../person/person.service.js';
import { Circumstance } from './circumstance.entity.js';
import type { RecordCircumstanceInput } from './circumstance.input.js';

/** Records what a person is for a time. Refuses OVERLAP where the same kind is recorded for a part of that time. Tells the fact to the domains that count. */
export function recordCircumstance(context: Context, input: RecordCircumstanceInput): Promise<Payload<'person', Person>> {
  return mutate(context, 'person', async () => {
    const person = await getPerson(context, input.personId);
    if (!input.evidence.trim()) refuse(ProblemCode.INVALID, 'Norādiet, uz kā tas balstīts.', 'Say on what it rests.', 'evidence');
    if (input.from > context.today) refuse(ProblemCode.INVALID, 'Sākuma diena ir nākotnē.', 'The first day lies in the future.', 'from');
    if (input.from < person.birthDate)
      refuse(ProblemCode.INVALID, 'Sākuma diena ir pirms dzimšanas.', 'The first day lies before the birth.', 'from');
    if (input.until && input.until <= input.from)
      refuse(ProblemCode.INVALID, 'Beigu diena nav pēc sākuma.', 'The end is not after the beginning.', 'until');
    const { municipality } = person;
    const circumstance = context.em.create(Circumstance, {
      id: newId(),
      municipality,
      personId: person.id,
      kind: input.kind,
      from: input.from,
      until: input.until ?? null,
      evidence: input.evidence.trim(),
    });
    await context.em.flush().catch((error: unknown) => {
      if (!isExclusionViolation(error)) throw error;
      refuse(ProblemCode.OVERLAP, 'Tas par šo laiku jau ir ierakstīts.', 'It is recorded for a part of that time already.', 'from');
    });
    const body = { personId: person.id, kind: input.kind, from: input.from, until: input.until ?? null };
    await publish(context.em, { kind: 'circumstance', key: circumstance.id, municipality, body });
    await context.audit.write(context.em, {
      action: 'person.circumstance.record',
      personId: person.id,
      fields: ['kind', 'from', 'until', 'evidence'],
    });
    return person;
  });
}
