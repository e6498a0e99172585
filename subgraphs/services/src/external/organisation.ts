import { Allow } from '@atbalsts/auth';
import { InGraph } from '@atbalsts/graphql';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** An organisation of the registry. */
@ObjectType({ description: 'An organisation that services are shared with.' })
@Directive('@key(fields: "id", resolvable: false)')
@Allow('organisation.read')
export class Organisation {
  @InGraph('partner')
  @Field(() => ID, { description: 'Id of the organisation.' })
  id!: string;
}

/** The reference to an organisation of the registry. */
export const organisationRef = (id: string): Organisation => Object.assign(new Organisation(), { id });
