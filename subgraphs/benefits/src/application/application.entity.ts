import { Allow } from '@atbalsts/auth';
import { type Cents, CentsType, VersionedTenantEntity } from '@atbalsts/database';
import { ConnectionOf, DateScalar, EuroScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** How far an application has come. */
export enum ApplicationState {
  SUBMITTED = 'SUBMITTED',
  MEANS_DECLARED = 'MEANS_DECLARED',
  PROPOSED = 'PROPOSED',
  DECIDED = 'DECIDED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(ApplicationState, {
  name: 'ApplicationState',
  description: 'How far an application has come.',
  valuesConfig: {
    SUBMITTED: { description: 'Submitted; something is still missing.' },
    MEANS_DECLARED: { description: 'The means are declared.' },
    PROPOSED: { description: 'A decision is proposed and waits for the second person.' },
    DECIDED: { description: 'Decided.' },
    WITHDRAWN: { description: 'Withdrawn by the applicant.' },
  },
});

/** On what provision a benefit is asked for. */
export enum LegalGround {
  STANDARD = 'STANDARD',
  UKRAINE_SUPPORT = 'UKRAINE_SUPPORT',
}
registerEnumType(LegalGround, {
  name: 'LegalGround',
  description: 'On what provision a benefit is asked for.',
  valuesConfig: {
    STANDARD: { description: 'The law and regulations of the benefit.' },
    UKRAINE_SUPPORT: {
      description:
        'Law on Support for Ukrainian Civilians (in force since 2022-03-05): outside the means test, without a declared residence.',
    },
  },
});

/** An application of a person, for the household, for one kind of benefit. */
@Entity()
@ObjectType({ description: 'An application of a person, for the household, for one kind of benefit.' })
@Directive('@key(fields: "id")')
@Allow('application.read')
export class Application extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the application.' })
  override id!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Number, e.g. SP-2025-000123.' })
  number!: string;

  @Property({ type: 'uuid' })
  applicantId!: string;

  @Property({ type: 'uuid' })
  householdId!: string;

  /** Code of the kind of benefit. */
  @Property({ type: 'text', fieldName: 'benefit_type' })
  benefitTypeCode!: string;

  @Enum({ items: () => LegalGround, type: 'text' })
  @Field(() => LegalGround, { description: 'On what provision it is asked for.' })
  legalGround!: LegalGround;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day it was submitted.' })
  submittedOn!: string;

  /** The day everything needed was there. */
  @Property({ type: 'date', nullable: true })
  completeOn!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day for a decision: one month from the day the application is complete. Null before that.',
  })
  dueOn!: string | null;

  @Enum({ items: () => ApplicationState, type: 'text' })
  @Field(() => ApplicationState, { description: 'How far it has come.' })
  state!: ApplicationState;

  /** IBAN of the account the benefit goes to; shown by who may read it. */
  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'IBAN of the account the benefit goes to; null where none was given.' })
  @Allow('payee.read', { otherwise: 'null' })
  payeeAccount!: string | null;

  @Property({ type: CentsType, nullable: true })
  @Field(() => EuroScalar, { nullable: true, description: 'Receipts, for benefits that repay costs.' })
  claimedCosts!: Cents | null;

  /** Housing costs of the month within the norms, as declared with the means. */
  @Property({ type: CentsType, nullable: true })
  housingCosts!: Cents | null;

  /** The day whose rules the means are tested by; null while no means are declared. */
  @Property({ type: 'date', nullable: true })
  assessedOn!: string | null;

  /** The granted decision that a change of income or household is to change; null for an application of its own. */
  @Property({ type: 'uuid', nullable: true })
  changesId!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day on which a change of income or household counts: the first of the month after it. Null for an application of its own.',
  })
  effectiveFrom!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day it was withdrawn; null where it was not.' })
  withdrawnOn!: string | null;

  @Field(() => Int, { description: 'Grows with each change; a write names the version it saw.' })
  override version!: number;
}

/** A page of applications. */
export const ApplicationConnection = ConnectionOf(() => Application, 'Application');
