import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A unit of a social service: a department, a sector, a facility. Units form a tree. */
@Entity()
@ObjectType({ description: 'A unit of a social service: a department, a sector, a facility. Units form a tree.' })
@Directive('@key(fields: "id")')
@Allow('unit.read')
export class Unit extends TenantEntity {
  @Field(() => ID, { description: 'Id of the unit.' })
  override id!: string;

  @Property({ type: 'uuid', nullable: true })
  parentId!: string | null;

  @Property({ type: 'text' })
  labelLv!: string;

  @Property({ type: 'text' })
  labelEn!: string;

  /** Order in which the units of a municipality are listed. */
  @Property({ type: 'integer' })
  position!: number;
}
