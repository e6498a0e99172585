import { isExclusionViolation, newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, refuse } from '@atbalsts/graphql';
import { municipalityByCode } from '../municipality/municipality.loader.js';
import type { Person } from '../person/person.entity.js';
import { getPerson } from '../person/person.service.js';
import { Residence } from './residence.entity.js';
import type { MoveResidenceInput } from './residence.input.js';

/** Records a change of declared residence: the one that held ends on the day the new one begins. Declaration of the Place of Residence Law, section 3. */
export function moveResidence(context: Context, input: MoveResidenceInput): Promise<Payload<'person', Person>> {
  return mutate(context, 'person', async () => {
    const person = await getPerson(context, input.personId);
    if (!input.address.trim()) refuse(ProblemCode.INVALID, 'Adrese ir tukša.', 'The address is empty.', 'address');
    if (input.since > context.today)
      refuse(
        ProblemCode.INVALID,
        'Dzīvesvieta nevar būt deklarēta nākotnē.',
        'A residence cannot have been declared in the future.',
        'since',
      );
    if (input.since < person.birthDate)
      refuse(ProblemCode.INVALID, 'Dzīvesvieta deklarēta pirms dzimšanas.', 'The residence is declared before the birth.', 'since');
    const place = await context.load(municipalityByCode, input.municipality);
    if (!place) refuse(ProblemCode.NOT_FOUND, 'Tādas pašvaldības nav.', 'There is no such municipality.', 'municipality');
    // Towns and parishes of before the reform of 2021 are entered under the municipality that followed them, so only an end counts.
    if (place.validUntil && place.validUntil <= input.since)
      refuse(
        ProblemCode.INVALID,
        'Tajā dienā šīs pašvaldības vairs nebija. Norādiet to, kurai tā pievienota, vai citu dienu.',
        'That municipality no longer existed on that day. Give the one it was merged into, or another day.',
        'municipality',
      );
    const current = await context.em.findOne(Residence, { personId: person.id, until: null });
    if (current && current.since >= input.since) refuseOverlap();
    if (current) current.until = input.since;
    await context.em.flush();
    context.em.create(Residence, {
      municipality: person.municipality,
      id: newId(),
      personId: person.id,
      place: input.municipality,
      address: input.address.trim(),
      since: input.since,
      until: null,
    });
    await context.em.flush().catch((error: unknown) => {
      if (isExclusionViolation(error)) refuseOverlap();
      throw error;
    });
    await context.audit.write(context.em, { action: 'person.move', personId: person.id, fields: ['declaredResidence'] });
    return person;
  });
}

function refuseOverlap(): never {
  refuse(
    ProblemCode.OVERLAP,
    'Tajā laikā personai jau ir deklarēta dzīvesvieta. Norādiet dienu pēc pašreizējās sākuma.',
    'The person has a declared residence at that time. Give a day after the present one began.',
    'since',
  );
}
