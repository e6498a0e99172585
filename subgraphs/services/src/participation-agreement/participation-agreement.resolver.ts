import { Allow } from '@atbalsts/auth';
import type { Context, Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Employee, employeeRef } from '../external/employee.js';
import { Person, personRef } from '../external/person.js';
import { fulfilDuty } from './fulfil-duty.service.js';
import { ParticipationAgreement, ParticipationDuty } from './participation-agreement.entity.js';
import { AgreeParticipationInput, FulfilDutyInput } from './participation-agreement.input.js';
import { dutiesOf } from './participation-agreement.loader.js';
import { ParticipationAgreementPayload } from './participation-agreement.payload.js';
import { agreeParticipation } from './participation-agreement.service.js';

/** Who agreed with whom on what. */
@Resolver(() => ParticipationAgreement)
export class ParticipationAgreementResolver {
  @Mutation(() => ParticipationAgreementPayload, {
    description: 'Makes the participation agreement of a person; the active one is replaced by it, never are there two.',
  })
  @Allow('agreement.make')
  agreeParticipation(
    @Ctx() context: Context,
    @Arg('input', () => AgreeParticipationInput, { description: 'The agreement.' }) input: AgreeParticipationInput,
  ): Promise<Payload<'agreement', ParticipationAgreement>> {
    return agreeParticipation(context, input);
  }

  @Mutation(() => ParticipationAgreementPayload, { description: 'Records that a duty of the active agreement was fulfilled.' })
  @Allow('agreement.fulfil')
  fulfilDuty(
    @Ctx() context: Context,
    @Arg('input', () => FulfilDutyInput, { description: 'The duty and the day.' }) input: FulfilDutyInput,
  ): Promise<Payload<'agreement', ParticipationAgreement>> {
    return fulfilDuty(context, input);
  }

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
