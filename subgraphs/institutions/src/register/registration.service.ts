import { isExclusionViolation, newId } from '@atbalsts/database';
import { type Context, ProblemCode, problem, Refusal, refuse } from '@atbalsts/graphql';
import type { Facility } from '../facility/facility.entity.js';
import { ProviderRegistration } from '../facility/registration.entity.js';
import type { EndRegistrationInput, RegisterProviderInput, RenewRegistrationInput } from './facility-change.input.js';
import { changeFacility } from './facility-change.js';
import type { FacilityPayload } from './facility-change.payload.js';
import {
  type AskedRegistration,
  emptyProblem,
  registrationProblems,
  renewalProblem,
  renewedFrom,
  validToOf,
} from './facility-change.rules.js';

/** Enters that a service at an address was put into the register. OVERLAP where another holds at that time, DUPLICATE where it was entered already. */
export function registerProvider(context: Context, input: RegisterProviderInput): Promise<FacilityPayload> {
  return changeFacility(context, input.facilityId, async ({ facility }) => {
    const problems = registrationProblems(input, facility.kind, context.today);
    if (problems.length) throw new Refusal(problems);
    await refuseUnknownService(context, input.serviceType);
    await write(context, facility, input);
  });
}

/** Enters that the last registration of a facility goes on, five years for the same service. WRONG_STATE where there is nothing to renew yet. */
export function renewRegistration(context: Context, input: RenewRegistrationInput): Promise<FacilityPayload> {
  return changeFacility(context, input.facilityId, async ({ facility }) => {
    const { em, today } = context;
    const [last] = await em.find(ProviderRegistration, { facilityId: facility.id }, { orderBy: { validFrom: 'desc' }, limit: 1 });
    if (!last) refuse(ProblemCode.WRONG_STATE, 'Iestāde vēl nav reģistrēta.', 'The facility has not been registered yet.', 'facilityId');
    const wrong = [emptyProblem(input.number, 'number')].filter((p) => p !== null);
    if (wrong.length) throw new Refusal(wrong);
    if (last.number === input.number.trim()) throw new Refusal([enteredAlready()], facility);
    const problem = renewalProblem(last.validTo, today);
    if (problem) throw new Refusal([problem]);
    await write(context, facility, {
      number: input.number,
      serviceType: last.serviceTypeCode,
      validFrom: renewedFrom(last.validTo, today),
    });
  });
}

/**
 * Ends the registration that holds on the day before, and takes back what would follow. WRONG_STATE where none holds, or where somebody was admitted
 * or has a place reserved for that day or later: nobody is placed in a facility that is not registered. Who lives there may stay.
 */
export function endRegistration(context: Context, { facilityId, on, reason }: EndRegistrationInput): Promise<FacilityPayload> {
  return changeFacility(context, facilityId, async ({ facility, refuseBecauseOf }) => {
    const { em, municipality } = context;
    const wrong = [emptyProblem(reason, 'reason')].filter((p) => p !== null);
    if (wrong.length) throw new Refusal(wrong);
    const all = await em.find(ProviderRegistration, { facilityId }, { orderBy: { validFrom: 'asc' } });
    const holding = all.find(({ validFrom, validTo }) => validFrom < on && on < validTo);
    if (!holding) {
      refuse(
        ProblemCode.WRONG_STATE,
        'Šajā dienā nav spēkā reģistrācijas, ko izbeigt.',
        'No registration holds around that day that could be ended.',
        'on',
      );
    }
    const begun: { id: string }[] = await em.execute(
      `select p.id from placement p where p.facility_id = ? and p.municipality = ? and p.from_date >= ?::date
        and not exists (select from placement b where b.id = p.continues_id and b.facility_id = p.facility_id) order by p.from_date, p.id`,
      [facility.id, municipality, on],
    );
    if (begun.length) {
      await refuseBecauseOf(
        begun.map(({ id }) => id),
        `No šīs dienas iestādē jau uzņemti vai gaidīti: ${begun.length}. Reģistrācijai jābūt spēkā, kad cilvēku uzņem.`,
        `${begun.length} were admitted, or have a place reserved, on that day or later. The registration must hold when somebody comes.`,
        'on',
      );
    }
    holding.validTo = on;
    holding.endReason = reason.trim();
    for (const later of all) if (later.validFrom >= on) em.remove(later);
    await em.flush();
    await context.audit.write(em, {
      action: 'facility.change',
      object: `facility:${facility.id}`,
      fields: ['registration', 'on', 'reason'],
    });
  });
}

async function write(context: Context, facility: Facility, asked: AskedRegistration): Promise<void> {
  const { em, municipality } = context;
  const number = asked.number.trim();
  const twin = await em.findOne(ProviderRegistration, { facilityId: facility.id, number, validFrom: asked.validFrom });
  if (twin) throw new Refusal([enteredAlready()], facility);
  em.create(ProviderRegistration, {
    id: newId(),
    municipality,
    facilityId: facility.id,
    number,
    serviceTypeCode: asked.serviceType,
    validFrom: asked.validFrom,
    validTo: validToOf(asked),
    endReason: null,
  });
  try {
    await em.flush();
  } catch (error) {
    if (!isExclusionViolation(error)) throw error;
    refuse(
      ProblemCode.OVERLAP,
      'Šajā laikā iestādei jau ir spēkā reģistrācija.',
      'The facility has a registration at that time already.',
      'validFrom',
    );
  }
  await context.audit.write(em, {
    action: 'facility.change',
    object: `facility:${facility.id}`,
    fields: ['registration', 'number', 'validFrom', 'validTo'],
  });
}

const enteredAlready = () =>
  problem(ProblemCode.DUPLICATE, 'Šī reģistrācija jau ir ierakstīta.', 'This registration was entered already.', 'number');

/** The service must be in the catalogue: the services domain is asked; no answer refuses. */
async function refuseUnknownService(context: Context, code: string): Promise<void> {
  const { serviceTypes } = await context.ask<{ serviceTypes: { code: string }[] }>('services', '{ serviceTypes { code } }');
  if (serviceTypes.some((type) => type.code === code)) return;
  refuse(ProblemCode.NOT_FOUND, 'Tāda pakalpojuma katalogā nav.', 'There is no such service in the catalogue.', 'serviceType');
}
