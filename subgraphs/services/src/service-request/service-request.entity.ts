import { Allow } from '@atbalsts/auth';
import { VersionedTenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ProjectGroup } from '../service-project/service-project.entity.js';

/** How far a request has come. */
export enum ServiceRequestState {
  SUBMITTED = 'SUBMITTED',
  ASSESSED = 'ASSESSED',
  PROPOSED = 'PROPOSED',
  GRANTED = 'GRANTED',
  WAITING = 'WAITING',
  REFUSED = 'REFUSED',
  ENDED = 'ENDED',
}
registerEnumType(ServiceRequestState, {
  name: 'ServiceRequestState',
  description: 'How far a request for a service has come.',
  valuesConfig: {
    SUBMITTED: { description: 'Asked for.' },
    ASSESSED: { description: 'Needs are assessed.' },
    PROPOSED: { description: 'One has proposed a decision; a second has to confirm it.' },
    GRANTED: { description: 'Granted: the service is given.' },
    WAITING: { description: 'On the waiting list.' },
    REFUSED: { description: 'Refused, with reasons.' },
    ENDED: { description: 'The service has ended.' },
  },
});

/** What is decided on a request. */
export enum ServiceOutcome {
  GRANT = 'GRANT',
  WAIT = 'WAIT',
  REFUSE = 'REFUSE',
}
registerEnumType(ServiceOutcome, {
  name: 'ServiceOutcome',
  description: 'What is decided on a request for a service.',
  valuesConfig: {
    GRANT: { description: 'The service is given.' },
    WAIT: { description: 'The person is put on the waiting list.' },
    REFUSE: { description: 'The service is not given; reasons are needed.' },
  },
});

/** Why a service ended. */
export enum ServiceEndReason {
  NEEDS_MET = 'NEEDS_MET',
  TERM_OVER = 'TERM_OVER',
  OWN_WISH = 'OWN_WISH',
  MOVED = 'MOVED',
  OTHER_SERVICE = 'OTHER_SERVICE',
  NOT_USED = 'NOT_USED',
  DIED = 'DIED',
  OTHER = 'OTHER',
}
registerEnumType(ServiceEndReason, {
  name: 'ServiceEndReason',
  description: 'Why a service ended.',
  valuesConfig: {
    NEEDS_MET: { description: 'The person needs it no more.' },
    TERM_OVER: { description: 'The time for which it was granted is over.' },
    OWN_WISH: { description: 'The person does not want it any more.' },
    MOVED: { description: 'The person has moved to another municipality or abroad.' },
    OTHER_SERVICE: { description: 'Another service takes its place.' },
    NOT_USED: { description: 'It was granted and not used.' },
    DIED: { description: 'The person has died.' },
    OTHER: { description: 'Another reason: the note says which.' },
  },
});

/** A person asks for a service; one proposes the decision, another confirms it (held by the database too). */
@Entity()
@ObjectType({ description: 'A person asks for a service.' })
@Directive('@key(fields: "id")')
@Allow('request.read')
export class ServiceRequest extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the request.' })
  override id!: string;

  @Property({ type: 'text', defaultRaw: 'made by the database' })
  @Field(() => String, { description: 'Number for letters, e.g. PK-000123.' })
  number!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  /** Code of the kind of service. */
  @Property({ type: 'text', fieldName: 'service_type' })
  serviceTypeCode!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Asked for on.' })
  requestedOn!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'To be decided by: a month after the documents are complete.' })
  dueOn!: string;

  @Enum({ items: () => ServiceRequestState, type: 'text' })
  @Field(() => ServiceRequestState, { description: 'How far it has come.' })
  state!: ServiceRequestState;

  @Enum({ items: () => ServiceOutcome, type: 'text', nullable: true })
  @Field(() => ServiceOutcome, {
    nullable: true,
    description: 'What was proposed, and is decided once another has confirmed it; null before.',
  })
  outcome!: ServiceOutcome | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Reasons of the decision; always there for a refusal.' })
  reasons!: string | null;

  @Property({ type: 'uuid', nullable: true })
  proposedBy!: string | null;

  @Property({ type: 'uuid', nullable: true })
  confirmedBy!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'When the decision was confirmed; null before.' })
  decidedOn!: string | null;

  @Property({ type: 'date', fieldName: 'from_date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The first day of the service; null where none is granted.' })
  from!: string | null;

  @Property({ type: 'date', fieldName: 'until_date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it is no longer given; null where no end is set.' })
  until!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'By when the service is to be reviewed; null where no day was set.' })
  reviewOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day on which the end of the service was recorded; null before.' })
  endedOn: string | null = null;

  @Property({ type: 'uuid', fieldName: 'ended_by', nullable: true })
  endedById: string | null = null;

  @Enum({ items: () => ServiceEndReason, type: 'text', nullable: true })
  @Field(() => ServiceEndReason, { nullable: true, description: 'Why the service ended; null before, and where that was not kept.' })
  endReason: ServiceEndReason | null = null;

  @Property({ type: 'text', nullable: true })
  endNote: string | null = null;

  /** Code of the project that pays; null outside of projects. */
  @Property({ type: 'text', fieldName: 'project', nullable: true })
  projectCode: string | null = null;

  /** As whom the person takes part in it. */
  @Enum({ items: () => ProjectGroup, type: 'text', nullable: true })
  projectGroup: ProjectGroup | null = null;

  /** The moment at which the decision was confirmed, and at which the end was recorded. */
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  decidedAt: Date | null = null;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  endedAt: Date | null = null;

  /** The moment of the latest agreement, plan or review: each is made at the version that was read. */
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  followedAt: Date | null = null;

  @Field(() => Int, { description: 'Version to name when changing it.' })
  declare version: number;
}
