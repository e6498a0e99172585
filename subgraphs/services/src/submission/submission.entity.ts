import { Allow } from '@atbalsts/auth';
import { VersionedTenantEntity } from '@atbalsts/database';
import { ConnectionOf, DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../described-enum.js';

/** What an inhabitant wants with a submission. */
export enum SubmissionKind {
  COMPLAINT = 'COMPLAINT',
  SUGGESTION = 'SUGGESTION',
  THANKS = 'THANKS',
}
describedEnum(SubmissionKind, 'SubmissionKind', 'What an inhabitant wants with a submission.', {
  COMPLAINT: 'A complaint.',
  SUGGESTION: 'A suggestion.',
  THANKS: 'Thanks.',
});

/** A complaint, a suggestion or thanks. Law on Submissions (Iesniegumu likums), section 5: answered within a month. */
@Entity()
@ObjectType({ description: 'A complaint, a suggestion or thanks, to be answered within a month. Law on Submissions, section 5.' })
@Directive('@key(fields: "id")')
@Allow('submission.read')
export class Submission extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the submission.' })
  override id!: string;

  @Property({ type: 'text', defaultRaw: 'made by the database' })
  @Field(() => String, { description: 'Number for letters, e.g. I-000123.' })
  number!: string;

  /** Chosen by who recorded it: the same again is the same submission. */
  @Property({ type: 'text' })
  key!: string;

  @Enum({ items: () => SubmissionKind, type: 'text' })
  @Field(() => SubmissionKind, { description: 'What it is.' })
  kind!: SubmissionKind;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day on which it came; the term runs from it.' })
  receivedOn!: string;

  @Property({ type: 'uuid', nullable: true })
  personId!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Who sent it, as it is signed; null for who gave no name.' })
  sender!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Where to send the answer.' })
  contact!: string | null;

  @Property({ type: 'uuid', nullable: true })
  aboutId!: string | null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it says.' })
  text!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'By when it must be answered.' })
  dueOn!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The provision that says by when.' })
  termCitation!: string;

  @Property({ type: 'uuid' })
  recordedBy!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'When it was answered; null while it is not.' })
  answeredOn!: string | null;

  @Property({ type: 'uuid', nullable: true })
  answeredBy!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The answer; null while there is none.' })
  answer!: string | null;

  @Field(() => Int, { description: 'Version to name when changing it.' })
  declare version: number;
}

/** A page of submissions. */
export const SubmissionConnection = ConnectionOf(() => Submission, 'Submission');
