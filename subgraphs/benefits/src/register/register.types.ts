import { Allow } from '@atbalsts/auth';
import type { Cents } from '@atbalsts/database';
import { DateScalar, EuroScalar, Language } from '@atbalsts/graphql';
import { labelOf } from '@atbalsts/reference';
import { Arg, Field, ObjectType } from 'type-graphql';
import { IncomeSource } from '../application/declared-income.entity.js';
import { type FoundIncomeDifference, type FoundRecordDifference, incomeNote, recordNote } from './difference.rules.js';
import { RecordDifferenceKind, StateRegister } from './register.enums.js';
import type { ToldFacts } from './register-answer.entity.js';

/** An income as a register tells it. */
@ObjectType({ description: 'What a register tells was paid to a person in a month, after tax.' })
@Allow('means.read')
export class RegisterIncome {
  @Field(() => DateScalar, { description: 'The first day of the month.' })
  month!: string;

  @Field(() => IncomeSource, { description: 'From where it comes.' })
  source!: IncomeSource;

  @Field(() => EuroScalar, { description: 'How much.' })
  amount!: Cents;
}

/** What a register told, as far as the means test needs it. */
@ObjectType({ description: 'What a register told of a person, as far as the means test needs it.' })
@Allow('means.read')
export class RegisterEvidence {
  @Field(() => [RegisterIncome], { nullable: true, description: 'Incomes by month; null where the register tells none.' })
  incomes!: RegisterIncome[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Registered as unemployed since; null where not, or where the register does not tell.',
  })
  unemployedSince!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the municipality of the declared residence; null for none, or where the register does not tell.',
  })
  residence!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether declared at the address of the applicant; null where that is not known.' })
  withApplicant!: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day of death.' })
  deceasedOn!: string | null;
}

/** A month in which a register differs from what was declared. */
@ObjectType({ description: 'A month in which a register differs from what was declared, by member and source of income.' })
@Allow('means.read')
export class IncomeDifference {
  personId!: string;

  @Field(() => StateRegister, { description: 'Which register.' })
  register!: StateRegister;

  @Field(() => IncomeSource, { description: 'Which source of income.' })
  source!: IncomeSource;

  @Field(() => DateScalar, { description: 'The first day of the month.' })
  month!: string;

  @Field(() => EuroScalar, { description: 'As declared, all incomes of the source together.' })
  declared!: Cents;

  @Field(() => EuroScalar, { description: 'As the register tells.' })
  told!: Cents;

  @Field(() => EuroScalar, { description: 'How much more the register tells; negative where it tells less.' })
  difference(): Cents {
    return this.told - this.declared;
  }

  @Field(() => String, { description: 'What it means.' })
  note(@Arg('language', () => Language, { defaultValue: Language.LV, description: 'Language of the note.' }) language: Language): string {
    return labelOf(incomeNote(this), language);
  }
}

/** What a register tells otherwise than the town has recorded. */
@ObjectType({ description: 'What a register tells otherwise than the town has recorded.' })
@Allow('means.read')
export class RecordDifference {
  personId!: string;

  @Field(() => StateRegister, { description: 'Which register.' })
  register!: StateRegister;

  @Field(() => RecordDifferenceKind, { description: 'In what.' })
  kind!: RecordDifferenceKind;

  @Field(() => String, { nullable: true, description: 'As recorded: a code; null for nothing.' })
  recorded!: string | null;

  @Field(() => String, { nullable: true, description: 'As the register tells: a code or a day; null for nothing.' })
  told!: string | null;

  @Field(() => String, { description: 'What it means.' })
  note(@Arg('language', () => Language, { defaultValue: Language.LV, description: 'Language of the note.' }) language: Language): string {
    return labelOf(recordNote(this), language);
  }
}

/** A difference of income in the shape of the graph. */
export const incomeDifferenceOf = (found: FoundIncomeDifference): IncomeDifference =>
  Object.assign(new IncomeDifference(), { ...found, month: `${found.month}-01` });

/** Another difference in the shape of the graph. */
export const recordDifferenceOf = (found: FoundRecordDifference): RecordDifference => Object.assign(new RecordDifference(), found);

/** What a register told, in the shape of the graph. */
export const evidenceOf = ({ incomes, unemployedSince, residence, withApplicant, deceasedOn }: ToldFacts): RegisterEvidence =>
  Object.assign(new RegisterEvidence(), {
    incomes: incomes?.map((income) => Object.assign(new RegisterIncome(), { ...income, month: `${income.month}-01` })) ?? null,
    unemployedSince: unemployedSince ?? null,
    residence: residence ?? null,
    withApplicant: withApplicant ?? null,
    deceasedOn: deceasedOn ?? null,
  });
