import { Allow } from '@atbalsts/auth';
import { Problem } from '@atbalsts/graphql';
import { Field, ObjectType } from 'type-graphql';
import { WaitingListEntry } from './waiting-list-entry.entity.js';

/** What a change of the order of a waiting list gives back. */
@ObjectType({ description: 'What a change of the order of a waiting list gives back.' })
@Allow('waitingList.read')
export class WaitingListPayload {
  @Field(() => WaitingListEntry, { nullable: true, description: 'The entry in its new place; null when refused.' })
  entry!: WaitingListEntry | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
