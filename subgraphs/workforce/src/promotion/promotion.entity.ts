import { Allow } from '@atbalsts/auth';
import { VersionedTenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { SpecialistKind } from '../employee/specialist-kind.js';

/** What has become of a proposed promotion. */
export enum PromotionState {
  PROPOSED = 'PROPOSED',
  CONFIRMED = 'CONFIRMED',
  DECLINED = 'DECLINED',
}
registerEnumType(PromotionState, {
  name: 'PromotionState',
  description: 'What has become of a proposed promotion.',
  valuesConfig: {
    PROPOSED: { description: 'Waits for another person to decide.' },
    CONFIRMED: { description: 'The employment changes on its day.' },
    DECLINED: { description: 'Nothing changes.' },
  },
});

/** A change of what somebody is employed as: proposed by one, decided by another. */
@Entity()
@ObjectType('Promotion', { description: 'A change of what somebody is employed as: proposed by one, decided by another.' })
@Allow('promotion.propose')
export class EmployeePromotion extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the promotion.' })
  override id!: string;

  @Field(() => Int, { description: 'Version: who decides names the one seen.' })
  override version!: number;

  @Property({ type: 'uuid' })
  employeeId!: string;

  @Enum({ items: () => SpecialistKind, type: 'text' })
  @Field(() => SpecialistKind, { description: 'As what the employee is to be employed.' })
  kind!: SpecialistKind;

  @Property({ type: 'date', fieldName: 'from_date' })
  @Field(() => DateScalar, { description: 'From which day.' })
  from!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Why.' })
  reason!: string;

  /** Subject of the token that proposed: another one decides. */
  @Property({ type: 'text' })
  proposedBy!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'When it was proposed.' })
  proposedOn!: string;

  @Enum({ items: () => PromotionState, type: 'text' })
  @Field(() => PromotionState, { description: 'What has become of it.' })
  state!: PromotionState;

  /** Subject of the token that decided. */
  @Property({ type: 'text', nullable: true })
  decidedBy!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'When it was decided.' })
  decidedOn!: string | null;
}
