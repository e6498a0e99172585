import { Allow } from '@atbalsts/auth';
import { type Context, Language, type Payload } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { inLanguage, languageArg } from '../label.js';
import { budgetRows } from '../report/funding-sources.rules.js';
import { BudgetRow } from './budget.entity.js';
import { RecordBudgetInput } from './budget.input.js';
import { BudgetPayload } from './budget.payload.js';
import { findBudget } from './budget.service.js';
import { recordBudget } from './record-budget.service.js';

/** The budget of the own municipality. */
@Resolver(() => BudgetRow)
export class BudgetResolver {
  @Query(() => [BudgetRow], { description: 'The budget of your municipality for a year, by purpose and by source: planned and executed.' })
  @Allow('budget.read')
  budget(@Ctx() context: Context, @Arg('year', () => Int, { description: 'The year.' }) year: number): Promise<BudgetRow[]> {
    return findBudget(context, year);
  }

  @Mutation(() => BudgetPayload, {
    description:
      'Books a planned or executed sum of your municipality’s budget; a negative one takes back an earlier booking. INVALID for an impossible year, row, day or amount; under a key it is booked once, and another booking under the same key is DUPLICATE.',
  })
  @Allow('budget.record')
  recordBudget(
    @Ctx() context: Context,
    @Arg('input', () => RecordBudgetInput, { description: 'The booking.' }) input: RecordBudgetInput,
  ): Promise<Payload<'budget', BudgetRow>> {
    return recordBudget(context, input);
  }

  @FieldResolver(() => String, { description: 'The purpose, as the table funding-sources names it.' })
  label(@Root() { row }: BudgetRow, @Arg('language', () => Language, languageArg) language: Language): string {
    const label = budgetRows.find(({ key }) => key === row)?.label;
    return label ? inLanguage(language, label.lv, label.en) : row;
  }
}
