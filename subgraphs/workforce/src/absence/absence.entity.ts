import { Allow } from '@atbalsts/auth';
import { VersionedTenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** Why an employee is away. */
export enum EmployeeAbsenceKind {
  VACATION = 'VACATION',
  SICKNESS = 'SICKNESS',
  STUDY = 'STUDY',
  CHILD_CARE = 'CHILD_CARE',
  UNPAID = 'UNPAID',
  BUSINESS_TRIP = 'BUSINESS_TRIP',
}
registerEnumType(EmployeeAbsenceKind, {
  name: 'EmployeeAbsenceKind',
  description: 'Why an employee is away.',
  valuesConfig: {
    VACATION: { description: 'On holiday.' },
    SICKNESS: { description: 'Ill, or caring for an ill child.' },
    STUDY: { description: 'On study leave.' },
    CHILD_CARE: { description: 'On maternity, paternity or child care leave.' },
    UNPAID: { description: 'On unpaid leave.' },
    BUSINESS_TRIP: { description: 'On a business trip.' },
  },
});

/** An employee is away, and somebody stands in. */
@Entity()
@ObjectType({ description: 'An employee is away from a day until before another, and somebody stands in.' })
@Allow('employee.read')
export class EmployeeAbsence extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the absence.' })
  override id!: string;

  @Field(() => Int, { description: 'Version: who changes it names the one seen.' })
  override version!: number;

  @Property({ type: 'uuid' })
  employeeId!: string;

  @Enum({ items: () => EmployeeAbsenceKind, type: 'text' })
  @Field(() => EmployeeAbsenceKind, { nullable: true, description: 'Why; null for who may not know.' })
  @Allow('absence.reason.read', { otherwise: 'null' })
  kind!: EmployeeAbsenceKind;

  @Property({ type: 'date', fieldName: 'from_date' })
  @Field(() => DateScalar, { description: 'The first day away.' })
  from!: string;

  @Property({ type: 'date', fieldName: 'until_date' })
  @Field(() => DateScalar, { description: 'The first day back.' })
  until!: string;

  @Property({ type: 'uuid', nullable: true })
  substituteId!: string | null;

  /** Subject of the token that recorded it. */
  @Property({ type: 'text' })
  recordedBy!: string;
}
