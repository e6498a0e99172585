import { Allow } from '@atbalsts/auth';
import { type Context, Language } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { inLanguage, languageArg } from '../label.js';
import { budgetRows } from '../report/funding-sources.rules.js';
import { BudgetRow } from './budget.entity.js';
import { findBudget } from './budget.service.js';

/** The budget of the own municipality. */
@Resolver(() => BudgetRow)
export class BudgetResolver {
  @Query(() => [BudgetRow], { description: 'The budget of your municipality for a year, by purpose and by source: planned and executed.' })
  @Allow('budget.read')
  budget(@Ctx() context: Context, @Arg('year', () => Int, { description: 'The year.' }) year: number): Promise<BudgetRow[]> {
    return findBudget(context, year);
  }

  @FieldResolver(() => String, { description: 'The purpose, as the table funding-sources names it.' })
  label(@Root() { row }: BudgetRow, @Arg('language', () => Language, languageArg) language: Language): string {
    const label = budgetRows.find(({ key }) => key === row)?.label;
    return label ? inLanguage(language, label.lv, label.en) : row;
  }
}
