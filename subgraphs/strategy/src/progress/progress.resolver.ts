import { Allow } from '@atbalsts/auth';
import { type Context, DateScalar, Language, type Payload } from '@atbalsts/graphql';
import type { Label } from '@atbalsts/reference';
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { indicatorsOf } from '../indicator/indicator.loader.js';
import { resultsOfTask } from '../indicator/indicator-result.service.js';
import { languageArg } from '../label.js';
import type { Task } from '../task/task.entity.js';
import { changesOf } from '../task/task.loader.js';
import { taskStateOn } from '../task/task.rules.js';
import { type DocumentTask, progressDocument } from './progress.document.js';
import { figuresFor } from './progress-figures.js';
import { ProgressReportState } from './progress-report.entity.js';
import { ProgressReport } from './progress-report.js';
import { SubmitProgressReportInput } from './submit.input.js';
import { ProgressReportPayload } from './submit.payload.js';
import { submitProgressReport } from './submit.service.js';

const states: Readonly<Record<ProgressReportState, Label>> = {
  DRAFT: { lv: 'melnraksts', en: 'draft' },
  SUBMITTED: { lv: 'iesniegts', en: 'submitted' },
  APPROVED: { lv: 'apstiprināts', en: 'approved' },
};

/** Progress reports. */
@Resolver(() => ProgressReport)
export class ProgressReportResolver {
  @Mutation(() => ProgressReportPayload, {
    description:
      'Submits the progress report of a year that is over to the council; until it is approved it may be submitted again, from the version last seen. STALE where somebody wrote meanwhile; INVALID for a year outside the strategy or not over, and for an empty assessment; WRONG_STATE where it is approved.',
  })
  @Allow('progress.submit')
  submitProgressReport(
    @Ctx() context: Context,
    @Arg('input', () => SubmitProgressReportInput, { description: 'What people write into it.' }) input: SubmitProgressReportInput,
  ): Promise<Payload<'progressReport', ProgressReport>> {
    return submitProgressReport(context, input);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Grows with each submission; null where nothing was written yet.' })
  version(@Root() { written }: ProgressReport): number | null {
    return written?.version ?? null;
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: 'When it was last submitted to the council; null where it was not.' })
  submittedOn(@Root() { written }: ProgressReport): string | null {
    return written?.submittedOn ?? null;
  }

  @FieldResolver(() => String, {
    description: 'The whole report as Markdown, ready to print, with the contents that the Bauska strategy demands of one.',
  })
  async document(
    @Ctx() context: Context,
    @Root() report: ProgressReport,
    @Arg('language', () => Language, languageArg) language: Language,
  ): Promise<string> {
    const { strategy, year, written } = report;
    const indicators = await Promise.all(report.tasks.map((task) => context.load(indicatorsOf, task.id)));
    const tables = indicators.flat().flatMap((indicator) => indicator.measureTable ?? []);
    const figures = await figuresFor(context, strategy.municipality, year, tables);
    const tasks = await Promise.all(
      report.tasks.map(async (task) => documentTask(context, task, year, await resultsOfTask(context, task, year, figures))),
    );
    return progressDocument(
      {
        title: { lv: strategy.titleLv, en: strategy.titleEn },
        year,
        state: states[report.state],
        summary: report.summary,
        newProblems: written?.newProblems ?? null,
        updateGrounds: written?.updateGrounds ?? null,
        proposals: written?.proposals ?? null,
        submittedOn: written?.submittedOn ?? null,
        tasks,
      },
      language === Language.EN ? 'en' : 'lv',
    );
  }
}

async function documentTask(
  context: Context,
  task: Task,
  year: number,
  results: Awaited<ReturnType<typeof resultsOfTask>>,
): Promise<DocumentTask> {
  const changes = await context.load(changesOf, task.id);
  const { code, responsible, fromYear, untilYear, asOf } = task;
  return {
    code,
    title: { lv: task.titleLv, en: task.titleEn },
    responsible,
    fromYear,
    untilYear,
    state: taskStateOn({ fromYear, untilYear, typed: asOf?.typed ?? null }, asOf?.on ?? context.today),
    evidence: changes.filter((change) => change.on.startsWith(`${year}-`)).map((change) => change.evidence),
    indicators: results.map(({ indicator, actual, target, met }) => ({
      title: { lv: indicator.titleLv, en: indicator.titleEn },
      actual,
      target,
      met,
    })),
  };
}
