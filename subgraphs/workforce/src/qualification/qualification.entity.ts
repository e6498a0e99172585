import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** What kind of qualification it is. */
export enum QualificationKind {
  DIPLOMA = 'DIPLOMA',
  PROFESSIONAL_CERTIFICATE = 'PROFESSIONAL_CERTIFICATE',
  LICENCE = 'LICENCE',
  FIRST_AID = 'FIRST_AID',
  HEALTH_CHECK = 'HEALTH_CHECK',
  LANGUAGE = 'LANGUAGE',
  OTHER = 'OTHER',
}
registerEnumType(QualificationKind, {
  name: 'QualificationKind',
  description: 'What kind of qualification it is.',
  valuesConfig: {
    DIPLOMA: { description: 'Diploma of an education.' },
    PROFESSIONAL_CERTIFICATE: { description: 'Certificate of a profession.' },
    LICENCE: { description: 'Licence to practise, e.g. of a psychologist or a driver.' },
    FIRST_AID: { description: 'Training in first aid.' },
    HEALTH_CHECK: { description: 'Mandatory health check.' },
    LANGUAGE: { description: 'Command of a language.' },
    OTHER: { description: 'Another one.' },
  },
});

/** What an employee is qualified by. */
@Entity()
@ObjectType('Qualification', { description: 'What an employee is qualified by, and until when.' })
@Allow('employee.read')
export class EmployeeQualification extends TenantEntity {
  @Field(() => ID, { description: 'Id of the qualification.' })
  override id!: string;

  @Property({ type: 'uuid' })
  employeeId!: string;

  @Enum({ items: () => QualificationKind, type: 'text' })
  @Field(() => QualificationKind, { description: 'What kind.' })
  kind!: QualificationKind;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it says.' })
  title!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who issued it.' })
  issuedBy!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Its number.' })
  number!: string | null;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Since when.' })
  obtainedOn!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer holds; null where it holds for good.' })
  validUntil!: string | null;
}
