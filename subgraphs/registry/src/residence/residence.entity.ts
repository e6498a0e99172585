import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar, InGraph } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

/** Where a person's residence is declared, since when. Declaration of the Place of Residence Law. */
@Entity()
@ObjectType({ description: "Where a person's residence is declared." })
@Allow('person.contact.read')
export class Residence extends TenantEntity {
  @Property({ type: 'uuid' })
  personId!: string;

  /** Code of the municipality in which the address lies. */
  @Property({ type: 'text' })
  place!: string;

  @Property({ type: 'text' })
  @InGraph('partner')
  @Field(() => String, { description: 'The address.' })
  address!: string;

  @Property({ type: 'date', fieldName: 'from_date' })
  @InGraph('partner')
  @Field(() => DateScalar, { description: 'Declared since.' })
  since!: string;

  /** The first day on which it no longer holds; null while it does. */
  @Property({ type: 'date', fieldName: 'until_date', nullable: true })
  until!: string | null;
}
