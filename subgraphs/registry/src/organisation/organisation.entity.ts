import { Allow } from '@atbalsts/auth';
import { InGraph } from '@atbalsts/graphql';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** Who stands behind an organisation. */
export enum OrganisationKind {
  NGO = 'NGO',
  MUNICIPAL = 'MUNICIPAL',
  STATE = 'STATE',
  PRIVATE = 'PRIVATE',
}
registerEnumType(OrganisationKind, {
  name: 'OrganisationKind',
  description: 'Who stands behind an organisation.',
  valuesConfig: {
    NGO: { description: 'An association or foundation.' },
    MUNICIPAL: { description: 'An institution of a municipality.' },
    STATE: { description: 'An institution of the state.' },
    PRIVATE: { description: 'A private provider.' },
  },
});

/** An organisation that services are shared with. */
@Entity()
@ObjectType({ description: 'An organisation that services are shared with; a partner signs in on behalf of one.' })
@Directive('@key(fields: "id")')
@Allow('organisation.read')
export class Organisation {
  @PrimaryKey({ type: 'uuid' })
  @InGraph('partner')
  @Field(() => ID, { description: 'Id of the organisation.' })
  id!: string;

  @Property({ type: 'text' })
  @InGraph('partner')
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name!: string;

  @Property({ type: 'text' })
  @InGraph('partner')
  @Field(() => OrganisationKind, { nullable: true, description: 'Who stands behind it.' })
  kind!: OrganisationKind;

  @Property({ type: 'text', nullable: true })
  @InGraph('partner')
  @Field(() => String, { nullable: true, description: 'Number in the Register of Enterprises.' })
  registrationNumber!: string | null;
}
