import { Allow } from '@atbalsts/auth';
import { InGraph } from '@atbalsts/graphql';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A planning region of Latvia. Regional Development Law, section 5. */
@Entity()
@ObjectType({ description: 'A planning region of Latvia. Regional Development Law.' })
@Directive('@key(fields: "code")')
@Allow('region.read')
export class Region {
  @PrimaryKey({ type: 'text' })
  @InGraph('regional')
  @Field(() => ID, { description: 'Code: kurzeme, latgale, riga, vidzeme or zemgale.' })
  code!: string;

  @Property({ type: 'text' })
  nameLv!: string;

  @Property({ type: 'text' })
  nameEn!: string;
}
