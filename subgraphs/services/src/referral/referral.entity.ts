import { Allow } from '@atbalsts/auth';
import { VersionedTenantEntity } from '@atbalsts/database';
import { ConnectionOf, DateScalar, InGraph } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** How far a referral has come. CONSENT_WITHDRAWN is never stored: it follows from the consents on every read. */
export enum ReferralState {
  OFFERED = 'OFFERED',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  ENDED = 'ENDED',
  CONSENT_WITHDRAWN = 'CONSENT_WITHDRAWN',
}
registerEnumType(ReferralState, {
  name: 'ReferralState',
  description: 'How far a referral has come.',
  valuesConfig: {
    OFFERED: { description: 'Offered to the organisation.' },
    ACCEPTED: { description: 'The organisation has accepted.' },
    DECLINED: { description: 'The organisation has declined.' },
    ENDED: { description: 'The service has ended.' },
    CONSENT_WITHDRAWN: { description: 'No consent of the person for the organisation holds any more: withdrawn or expired.' },
  },
});

/** A person referred to a partner organisation for a service. Regulation (EU) 2016/679, article 7: what a consent opened closes with it. */
@Entity()
@ObjectType({ description: 'A person referred to a partner organisation for a service. A partner sees its own.' })
@Directive('@key(fields: "id")')
@Allow('referral.read')
export class Referral extends VersionedTenantEntity {
  @InGraph('partner')
  @Field(() => ID, { description: 'Id of the referral.' })
  override id!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'uuid' })
  organisationId!: string;

  /** Code of the kind of service. */
  @Property({ type: 'text', fieldName: 'service_type' })
  serviceTypeCode!: string;

  /** For what; shown by the resolver alone. */
  @Property({ type: 'text', fieldName: 'purpose' })
  purposeText!: string;

  /** Needs as the case worker wrote them; shown by the resolver alone. */
  @Property({ type: 'text', fieldName: 'needs', nullable: true })
  needsText!: string | null;

  /** What is recorded; whether a consent still holds is asked on every read. */
  @Enum({ items: () => ReferralState, type: 'text', fieldName: 'state' })
  recorded!: Exclude<ReferralState, ReferralState.CONSENT_WITHDRAWN>;

  @Property({ type: 'date' })
  offeredOn!: string;

  @Property({ type: 'date', nullable: true })
  answeredOn!: string | null;

  @Property({ type: 'text', nullable: true })
  declineReason!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day on which staff ended it; null before.' })
  endedOn!: string | null;

  /** Why staff ended it. */
  @Property({ type: 'text', nullable: true })
  endReason!: string | null;

  /** The moment at which the end was recorded. */
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  endedAt: Date | null = null;

  @Field(() => Int, { description: 'Version to name when ending it.' })
  declare version: number;
}

/** A page of referrals. */
export const ReferralConnection = ConnectionOf(() => Referral, 'Referral', ['partner']);
