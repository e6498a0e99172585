import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { CaseNote } from './case-note.entity.js';
import { SocialCase } from './social-case.entity.js';

/** What a change of a case gives back. */
@ObjectType({ description: 'What a change of a case gives back.' })
@Allow('case.read')
export class SocialCasePayload {
  @Field(() => SocialCase, { nullable: true, description: 'The case; null when refused, but the one that is open already on DUPLICATE.' })
  socialCase!: SocialCase | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}

/** What writing a note gives back. */
@ObjectType({ description: 'What writing a note in a case gives back.' })
@Allow('case.note.read')
export class CaseNotePayload {
  @Field(() => CaseNote, { nullable: true, description: 'The note; null when refused.' })
  caseNote!: CaseNote | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
