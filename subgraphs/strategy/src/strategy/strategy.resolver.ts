import { Allow } from '@atbalsts/auth';
import { type Context, Language } from '@atbalsts/graphql';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Municipality, municipalityRef } from '../external/municipality.js';
import { inLanguage, languageArg } from '../label.js';
import { ProgressReport } from '../progress/progress-report.js';
import { progressReportOf } from '../progress/progress-report.service.js';
import { Task } from '../task/task.entity.js';
import { tasksOfGoal } from '../task/task.loader.js';
import { StrategicGoal } from './goal.entity.js';
import { Investment } from './investment.entity.js';
import { Strategy } from './strategy.entity.js';
import { goalsOf, investmentsOf, strategyById, swotOf } from './strategy.loader.js';
import { SwotItem } from './swot.entity.js';

/** Strategies of the own municipality. */
@Resolver(() => Strategy)
export class StrategyResolver {
  @Query(() => [Strategy], { description: 'The strategies and plans of your municipality, the oldest first.' })
  @Allow('strategy.read')
  strategies(@Ctx() context: Context): Promise<Strategy[]> {
    return context.em.find(Strategy, { municipality: context.municipality }, { orderBy: { fromYear: 'asc', id: 'asc' } });
  }

  @Query(() => Strategy, { nullable: true, description: 'A strategy by id; null where there is none in your municipality.' })
  @Allow('strategy.read')
  strategy(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Id of the strategy.' }) id: string): Promise<Strategy | null> {
    return context.load(strategyById, id);
  }

  @FieldResolver(() => String, { description: 'Its title.' })
  title(@Root() strategy: Strategy, @Arg('language', () => Language, languageArg) language: Language): string {
    return inLanguage(language, strategy.titleLv, strategy.titleEn);
  }

  @FieldResolver(() => String, { description: 'The mission of the service.' })
  mission(@Root() strategy: Strategy, @Arg('language', () => Language, languageArg) language: Language): string {
    return inLanguage(language, strategy.missionLv, strategy.missionEn);
  }

  @FieldResolver(() => String, { description: 'The vision of the service.' })
  vision(@Root() strategy: Strategy, @Arg('language', () => Language, languageArg) language: Language): string {
    return inLanguage(language, strategy.visionLv, strategy.visionEn);
  }

  @FieldResolver(() => Municipality, { description: 'Whose strategy it is.' })
  @Allow('municipality.read')
  municipality(@Root() strategy: Strategy): Municipality {
    return municipalityRef(strategy.municipality);
  }

  @FieldResolver(() => [StrategicGoal], { description: 'Its goals, in the printed order.' })
  goals(@Ctx() context: Context, @Root() strategy: Strategy): Promise<StrategicGoal[]> {
    return context.load(goalsOf, strategy.id);
  }

  @FieldResolver(() => [Investment], { description: 'Its investment plan, in the printed order.' })
  investments(@Ctx() context: Context, @Root() strategy: Strategy): Promise<Investment[]> {
    return context.load(investmentsOf, strategy.id);
  }

  @FieldResolver(() => [SwotItem], {
    description: 'Its analysis of strengths, weaknesses, opportunities and threats, in the printed order.',
  })
  swot(@Ctx() context: Context, @Root() strategy: Strategy): Promise<SwotItem[]> {
    return context.load(swotOf, strategy.id);
  }

  @FieldResolver(() => ProgressReport, { description: 'How far it was carried out by the end of a year.' })
  progressReport(
    @Ctx() context: Context,
    @Root() strategy: Strategy,
    @Arg('year', () => Int, { description: 'The year.' }) year: number,
  ): Promise<ProgressReport> {
    return progressReportOf(context, strategy, year);
  }
}

/** Goals of a strategy. */
@Resolver(() => StrategicGoal)
export class StrategicGoalResolver {
  @FieldResolver(() => String, { description: 'Its title.' })
  title(@Root() goal: StrategicGoal, @Arg('language', () => Language, languageArg) language: Language): string {
    return inLanguage(language, goal.titleLv, goal.titleEn);
  }

  @FieldResolver(() => [Task], {
    description: 'All its tasks in the printed order, each followed by its sub-tasks, which name it as their parent.',
  })
  tasks(@Ctx() context: Context, @Root() goal: StrategicGoal): Promise<Task[]> {
    return context.load(tasksOfGoal, goal.id);
  }
}

/** Lines of an investment plan. */
@Resolver(() => Investment)
export class InvestmentResolver {
  @FieldResolver(() => String, { description: 'What is invested in.' })
  title(@Root() investment: Investment, @Arg('language', () => Language, languageArg) language: Language): string {
    return inLanguage(language, investment.titleLv, investment.titleEn);
  }
}

/** Sentences of a SWOT analysis. */
@Resolver(() => SwotItem)
export class SwotItemResolver {
  @FieldResolver(() => String, { description: 'The sentence.' })
  text(@Root() item: SwotItem, @Arg('language', () => Language, languageArg) language: Language): string {
    return inLanguage(language, item.textLv, item.textEn);
  }
}
