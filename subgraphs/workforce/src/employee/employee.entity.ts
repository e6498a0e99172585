import { Allow } from '@atbalsts/auth';
import { TenantEntity, VersionedTenantEntity } from '@atbalsts/database';
import { ConnectionOf, TargetGroup } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { SpecialistKind } from './specialist-kind.js';

/** Who works or worked for the social service. */
@Entity()
@ObjectType({ description: 'Who works or worked for the social service.' })
@Directive('@key(fields: "id")')
@Allow('employee.read')
export class Employee extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the employee.' })
  override id!: string;

  @Property({ type: 'text' })
  @Field(() => String, { nullable: true, description: 'Name and family name.' })
  name!: string;

  @Enum({ items: () => TargetGroup, array: true, nativeEnumName: undefined, columnType: 'text[]' })
  @Field(() => [TargetGroup], {
    nullable: true,
    description: 'Whom the employee works with; one employee can cover several target groups.',
  })
  specialisations!: TargetGroup[];

  @Property({ type: 'array', columnType: 'text[]' })
  @Field(() => [String], { nullable: true, description: 'Parts of the municipality that the employee covers.' })
  territories!: string[];

  @Field(() => Int, { nullable: true, description: 'Grows with each change; a write names the version it has seen.' })
  override version!: number;
}

/** A page of employees. */
export const EmployeeConnection = ConnectionOf(() => Employee, 'Employee');

/** From when until when somebody is employed, and as what. */
@Entity()
export class Employment extends TenantEntity {
  @Property({ type: 'uuid' })
  employeeId!: string;

  @Enum({ items: () => SpecialistKind, type: 'text' })
  kind!: SpecialistKind;

  @Property({ type: 'date', fieldName: 'from_date' })
  from!: string;

  /** The first day on which it no longer holds; null while it does. */
  @Property({ type: 'date', fieldName: 'until_date', nullable: true })
  until!: string | null;
}
