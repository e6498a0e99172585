import { Allow } from '@atbalsts/auth';
import { VersionedTenantEntity } from '@atbalsts/database';
import { ConnectionOf, Sex } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** On what a person's recorded identity rests. */
export enum IdentityBasis {
  PERSONAL_CODE = 'PERSONAL_CODE',
  FOREIGN_DOCUMENT = 'FOREIGN_DOCUMENT',
  OWN_STATEMENT = 'OWN_STATEMENT',
}
registerEnumType(IdentityBasis, {
  name: 'IdentityBasis',
  description: "On what a person's recorded identity rests. People without a Latvian code come to the night shelter and in a crisis.",
  valuesConfig: {
    PERSONAL_CODE: { description: 'A Latvian personal code.' },
    FOREIGN_DOCUMENT: { description: 'A document of another country.' },
    OWN_STATEMENT: { description: "The person's own words." },
  },
});

/** A person known to a municipality: the only record of an identity in the whole system. */
@Entity()
@ObjectType({ description: 'A person known to a municipality. Identity is null for whoever may not see it; each look at it is audited.' })
@Directive('@key(fields: "id")')
@Allow('person.read')
export class Person extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the person.' })
  override id!: string;

  @Property({ type: 'text', defaultRaw: 'made by the database' })
  reference!: string;

  @Enum({ items: () => IdentityBasis, type: 'text' })
  @Field(() => IdentityBasis, { nullable: true, description: 'On what the recorded identity rests.' })
  @Allow('person.history.read', { otherwise: 'null' })
  identityBasis!: IdentityBasis;

  @Property({ type: 'text' })
  givenName!: string;

  @Property({ type: 'text' })
  familyName!: string;

  @Property({ type: 'date' })
  birthDate!: string;

  @Enum({ items: () => Sex, type: 'text' })
  sex!: Sex;

  @Property({ type: 'text', nullable: true })
  phone!: string | null;

  @Field(() => Int, { nullable: true, description: 'Grows with each change of the identity; a correction names the version it saw.' })
  override version: number = 1;
}

/** A page of persons. */
export const PersonConnection = ConnectionOf(() => Person, 'Person');
