import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { ConnectionOf, DateTimeScalar } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';

/** What a worker noted in a case; it stays signed by the one who wrote it, whoever takes the case over. */
@Entity()
@ObjectType({ description: 'What a worker noted in a case; it stays signed by the one who wrote it.' })
@Allow('case.note.read')
export class CaseNote extends TenantEntity {
  @Field(() => ID, { description: 'Id of the note.' })
  override id!: string;

  @Property({ type: 'uuid' })
  caseId!: string;

  @Property({ type: 'uuid' })
  employeeId!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  at!: Date;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The note.' })
  text!: string;
}

/** A page of notes, newest first. */
export const CaseNoteConnection = ConnectionOf(() => CaseNote, 'CaseNote');
