import type { Context } from '@atbalsts/graphql';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Employee, employeeRef } from '../external/employee.js';
import { Person, personRef } from '../external/person.js';
import { ParticipationAgreement, ParticipationDuty } from './participation-agreement.entity.js';
import { dutiesOf } from './participation-agreement.loader.js';

/** Who agreed with whom on what. */
@Resolver(() => ParticipationAgreement)
export class ParticipationAgreementResolver {
  @FieldResolver(() => Person, { description: 'Whose agreement.' })
  person(@Root() agreement: ParticipationAgreement): Person {
    return personRef(agreement.personId);
  }

  @FieldResolver(() => [ParticipationDuty], { description: 'What the person takes upon itself, in their order.' })
  duties(@Ctx() context: Context, @Root() agreement: ParticipationAgreement): Promise<ParticipationDuty[]> {
    return context.load(dutiesOf, agreement.id);
  }

  @FieldResolver(() => [Employee], { description: 'With whom it was agreed.' })
  parties(@Root() agreement: ParticipationAgreement): Employee[] {
    return agreement.partyIds.map(employeeRef);
  }
}
