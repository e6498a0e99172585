import { DateScalar } from '@atbalsts/graphql';
import { Field, ID, InputType } from 'type-graphql';
import { ClientGroupKind } from './client-group.entity.js';

/** As what somebody is a client in a case. */
@InputType({ description: 'As what somebody, or a family, is a client in an open case.' })
export class RecordClientGroupInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ClientGroupKind, { description: 'As what; it must fit the target group of the case.' })
  kind!: ClientGroupKind;

  @Field(() => DateScalar, { description: 'From which day on; not before the case was opened, not in the future.' })
  from!: string;
}
