import { Allow } from '@atbalsts/auth';
import { VersionedTenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** In what relation somebody acts for a child or a ward. */
export enum RepresentationKind {
  PARENT = 'PARENT',
  GUARDIAN = 'GUARDIAN',
  FOSTER_PARENT = 'FOSTER_PARENT',
  TRUSTEE = 'TRUSTEE',
}
registerEnumType(RepresentationKind, {
  name: 'RepresentationKind',
  description: 'In what relation somebody acts for a child or a ward.',
  valuesConfig: {
    PARENT: { description: 'A parent with custody of the child, until it comes of age. Civil Law, sections 177 and 219.' },
    GUARDIAN: { description: 'The guardian whom the orphans’ court appointed for a child without parental care. Civil Law, section 217.' },
    FOSTER_PARENT: {
      description:
        'A foster parent with whom the orphans’ court placed the child: everyday care. Protection of the Rights of the Child Law, section 36.',
    },
    TRUSTEE: { description: 'The trustee of an adult whose capacity is limited. Civil Law, section 354.' },
  },
});

/** Who acts for a child or a ward, from when until when, on what evidence. */
@Entity()
@ObjectType({ description: 'Who acts for a child or a ward, from when until when, on what evidence.' })
@Directive('@key(fields: "id")')
@Allow('representation.read')
export class Representation extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the representation.' })
  override id!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'uuid' })
  representativeId!: string;

  @Enum({ items: () => RepresentationKind, type: 'text' })
  @Field(() => RepresentationKind, { description: 'In what relation.' })
  kind!: RepresentationKind;

  @Property({ type: 'date', fieldName: 'from_date' })
  @Field(() => DateScalar, { description: 'Since which day.' })
  from!: string;

  @Property({ type: 'date', fieldName: 'until_date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day on which it no longer holds; null while no end is recorded. Over a child it ends with the coming of age by itself.',
  })
  until!: string | null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'On what it rests: the judgment or decision, the birth record.' })
  evidence!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'On what its end rests; null while none is recorded.' })
  endEvidence!: string | null;

  @Field(() => Int, { description: 'Grows with each change; a write names the version it saw.' })
  override version!: number;
}
