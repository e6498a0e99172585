import { Allow } from '@atbalsts/auth';
import { VersionedTenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** How an employee did. */
export enum EvaluationGrade {
  EXCELLENT = 'EXCELLENT',
  GOOD = 'GOOD',
  SATISFACTORY = 'SATISFACTORY',
  UNSATISFACTORY = 'UNSATISFACTORY',
}
registerEnumType(EvaluationGrade, {
  name: 'EvaluationGrade',
  description: 'How an employee did in a period.',
  valuesConfig: {
    EXCELLENT: { description: 'Beyond what is asked.' },
    GOOD: { description: 'As is asked.' },
    SATISFACTORY: { description: 'Mostly as is asked; something is to be improved.' },
    UNSATISFACTORY: { description: 'Not as is asked.' },
  },
});

/** How an employee did in a period. Fields are open to all staff, the ways to them are not: superiors and hr, and the employee’s own. */
@Entity()
@ObjectType('Evaluation', { description: 'How an employee did in a period; it holds once another person has confirmed it.' })
@Allow('employee.read')
export class EmployeeEvaluation extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the evaluation.' })
  override id!: string;

  @Field(() => Int, { description: 'Version: who confirms it names the one seen.' })
  override version!: number;

  @Property({ type: 'uuid' })
  employeeId!: string;

  @Property({ type: 'date', fieldName: 'from_date' })
  @Field(() => DateScalar, { description: 'The first day of the period.' })
  from!: string;

  @Property({ type: 'date', fieldName: 'until_date' })
  @Field(() => DateScalar, { description: 'The first day after the period.' })
  until!: string;

  @Enum({ items: () => EvaluationGrade, type: 'text' })
  @Field(() => EvaluationGrade, { description: 'How the employee did.' })
  grade!: EvaluationGrade;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was good, what is to be better, what was agreed.' })
  summary!: string;

  /** Subject of the token that evaluated: another one confirms. */
  @Property({ type: 'text' })
  evaluatedBy!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'When it was entered.' })
  evaluatedOn!: string;

  /** Subject of the token that confirmed. */
  @Property({ type: 'text', nullable: true })
  confirmedBy!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'When another person confirmed it; null while nobody has.' })
  confirmedOn!: string | null;
}
