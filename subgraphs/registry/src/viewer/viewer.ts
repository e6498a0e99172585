import { Allow } from '@atbalsts/auth';
import { InGraph } from '@atbalsts/graphql';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** Which graph a token opens. */
export enum Audience {
  STAFF = 'STAFF',
  REGIONAL = 'REGIONAL',
  PARTNER = 'PARTNER',
}
registerEnumType(Audience, {
  name: 'Audience',
  description: 'Which graph a token opens.',
  valuesConfig: {
    STAFF: { description: 'The staff portal of a municipality.' },
    REGIONAL: { description: 'The planning region.' },
    PARTNER: { description: 'A partner organisation.' },
  },
});

/** Who is asking: what the token says. */
@ObjectType({ description: 'Who is asking: what the token says.' })
@Allow('viewer.read')
export class Viewer {
  @InGraph('regional', 'partner')
  @Field(() => ID, { description: 'Name of the subject at the issuer.' })
  subject!: string;

  @InGraph('regional', 'partner')
  @Field(() => Audience, { description: 'Which graph the token opens.' })
  audience!: Audience;

  @InGraph('regional', 'partner')
  @Field(() => [String], { description: 'Roles, as in the table of actions.' })
  roles!: string[];
}
