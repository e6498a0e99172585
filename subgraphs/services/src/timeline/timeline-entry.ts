import { Allow } from '@atbalsts/auth';
import { ConnectionOf, DateScalar, DateTimeScalar, Language } from '@atbalsts/graphql';
import { type Label, labelOf } from '@atbalsts/reference';
import { Arg, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** What happened. */
export enum TimelineKind {
  CASE_OPENED = 'CASE_OPENED',
  CASE_HANDED_OVER = 'CASE_HANDED_OVER',
  CASE_CLOSED = 'CASE_CLOSED',
  CASE_NOTE = 'CASE_NOTE',
  HOME_VISIT = 'HOME_VISIT',
  AGREEMENT_MADE = 'AGREEMENT_MADE',
  SERVICE_REQUESTED = 'SERVICE_REQUESTED',
  SERVICE_DECIDED = 'SERVICE_DECIDED',
  REFERRED = 'REFERRED',
  DELIVERY = 'DELIVERY',
  RISK_ASSESSED = 'RISK_ASSESSED',
  PLACE_OFFERED = 'PLACE_OFFERED',
  SERVICE_AGREED = 'SERVICE_AGREED',
  CARE_PLAN_MADE = 'CARE_PLAN_MADE',
  SERVICE_REVIEWED = 'SERVICE_REVIEWED',
  SERVICE_ENDED = 'SERVICE_ENDED',
  REFERRAL_ENDED = 'REFERRAL_ENDED',
  BENEFIT_DECIDED = 'BENEFIT_DECIDED',
  PLACEMENT_BEGAN = 'PLACEMENT_BEGAN',
  PLACEMENT_ENDED = 'PLACEMENT_ENDED',
  VIOLENCE_REPORTED = 'VIOLENCE_REPORTED',
  SUBMISSION_RECEIVED = 'SUBMISSION_RECEIVED',
  INVOICE_ISSUED = 'INVOICE_ISSUED',
  APPOINTMENT = 'APPOINTMENT',
  MEAL_ISSUED = 'MEAL_ISSUED',
  PROGRAMME_ENROLLED = 'PROGRAMME_ENROLLED',
  ASSISTANT_CONTRACTED = 'ASSISTANT_CONTRACTED',
  SUPPORTED = 'SUPPORTED',
}
registerEnumType(TimelineKind, {
  name: 'TimelineKind',
  description: 'What happened.',
  valuesConfig: {
    CASE_OPENED: { description: 'A social case was opened.' },
    CASE_HANDED_OVER: { description: 'A social case was handed over to another employee.' },
    CASE_CLOSED: { description: 'A social case was closed.' },
    CASE_NOTE: { description: 'A note was written in a case.' },
    HOME_VISIT: { description: 'Somebody visited at home.' },
    AGREEMENT_MADE: { description: 'A participation agreement was made.' },
    SERVICE_REQUESTED: { description: 'A service was asked for.' },
    SERVICE_DECIDED: { description: 'A request for a service was decided.' },
    REFERRED: { description: 'The person was referred to a partner.' },
    DELIVERY: { description: 'A service was delivered.' },
    RISK_ASSESSED: { description: 'The risks of the family were assessed.' },
    PLACE_OFFERED: { description: 'A place that had become free was offered.' },
    SERVICE_AGREED: { description: 'An agreement on a service was made.' },
    CARE_PLAN_MADE: { description: 'A care plan was made.' },
    SERVICE_REVIEWED: { description: 'Somebody looked whether a service still fits.' },
    SERVICE_ENDED: { description: 'A service ended.' },
    REFERRAL_ENDED: { description: 'A referral to a partner ended.' },
    BENEFIT_DECIDED: { description: 'A benefit was decided.' },
    PLACEMENT_BEGAN: { description: 'A stay in a facility began.' },
    PLACEMENT_ENDED: { description: 'A stay in a facility ended.' },
    VIOLENCE_REPORTED: { description: 'Violence against the person was reported; shown to whom may read such reports.' },
    SUBMISSION_RECEIVED: { description: 'The person sent a complaint, a suggestion or thanks.' },
    ASSISTANT_CONTRACTED: { description: 'A contract with an assistant was concluded.' },
    PROGRAMME_ENROLLED: { description: 'The person began to take part in a programme.' },
    MEAL_ISSUED: { description: 'A meal was given out to the person.' },
    APPOINTMENT: { description: 'An appointment with an employee that was not cancelled.' },
    SUPPORTED: { description: 'Somebody was supported without a decision on a service.' },
    INVOICE_ISSUED: { description: 'An invoice for a service was issued.' },
  },
});

/** Which domain owns the record. */
export enum TimelineDomain {
  SERVICES = 'SERVICES',
  BENEFITS = 'BENEFITS',
  INSTITUTIONS = 'INSTITUTIONS',
}
registerEnumType(TimelineDomain, {
  name: 'TimelineDomain',
  description: 'Which domain owns the record.',
  valuesConfig: {
    SERVICES: { description: 'Social work and services.' },
    BENEFITS: { description: 'Benefits.' },
    INSTITUTIONS: { description: 'Shelters, apartments, centres.' },
  },
});

/** One thing that happened with a person, in whichever domain: nobody asks a client twice. */
@ObjectType({ description: 'One thing that happened with a person, in whichever domain: nobody asks a client twice.' })
@Allow('timeline.read')
export class TimelineEntry {
  @Field(() => DateScalar, { description: 'When.' })
  at!: string;

  @Field(() => TimelineKind, { description: 'What happened.' })
  kind!: TimelineKind;

  @Field(() => TimelineDomain, { description: 'Which domain owns the record.' })
  domain!: TimelineDomain;

  @Field(() => ID, { description: 'Id of the record in that domain.' })
  objectId!: string;

  /** In words, without anything of the contents: who may not read a case may still know that there is one. */
  words!: Label;

  @Field(() => String, { description: 'In one line, without the contents of the record.' })
  title(@Arg('language', () => Language, { defaultValue: Language.LV, description: 'Language of the title.' }) language: Language): string {
    return labelOf(this.words, language);
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The moment at which it was recorded, by which entries of one day are ordered; null where that is not known.',
  })
  recordedAt!: Date | null;

  /** The same as the order has it, RFC 3339 with microseconds; that of the epoch where it is not known. */
  moment!: string;
}

/** A page of the timeline, newest first. */
export const TimelineConnection = ConnectionOf(() => TimelineEntry, 'Timeline');
