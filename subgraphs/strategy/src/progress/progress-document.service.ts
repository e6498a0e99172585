import type { Context } from '@atbalsts/graphql';
import type { Label } from '@atbalsts/reference';
import { indicatorsOf } from '../indicator/indicator.loader.js';
import { resultsOfTask } from '../indicator/indicator-result.service.js';
import type { Task } from '../task/task.entity.js';
import { changesOf } from '../task/task.loader.js';
import { taskStateOn } from '../task/task.rules.js';
import { type DocumentTask, progressDocument } from './progress.document.js';
import { figuresFor } from './progress-figures.js';
import { ProgressReportState } from './progress-report.entity.js';
import type { ProgressReport } from './progress-report.js';

const states: Readonly<Record<ProgressReportState, Label>> = {
  DRAFT: { lv: 'melnraksts', en: 'draft' },
  SUBMITTED: { lv: 'iesniegts', en: 'submitted' },
  APPROVED: { lv: 'apstiprināts', en: 'approved' },
};

/** The whole report as Markdown: as it was approved, where it was; else as it stands now. A domain that does not answer leaves a dash. */
export async function documentOf(context: Context, report: ProgressReport, language: keyof Label): Promise<string> {
  const kept = language === 'en' ? report.written?.documentEn : report.written?.documentLv;
  return kept ?? (await writtenDocuments(context, report, false))[language];
}

/**
 * The document in both languages, from what is entered and counted now.
 * @param whole refuse rather than leave a figure out
 * @throws DomainUnavailable where `whole`, and a domain whose figures it shows does not answer
 */
export async function writtenDocuments(context: Context, report: ProgressReport, whole: boolean): Promise<Label> {
  const { strategy, year, written } = report;
  const indicators = await Promise.all(report.tasks.map((task) => context.load(indicatorsOf, task.id)));
  const tables = indicators.flat().flatMap((indicator) => indicator.measureTable ?? []);
  const figures = await figuresFor(context, strategy.municipality, year, tables, whole);
  const tasks = await Promise.all(
    report.tasks.map(async (task) => documentTask(context, task, year, await resultsOfTask(context, task, year, figures))),
  );
  const content = {
    title: { lv: strategy.titleLv, en: strategy.titleEn },
    year,
    state: states[report.state],
    summary: report.summary,
    newProblems: written?.newProblems ?? null,
    updateGrounds: written?.updateGrounds ?? null,
    proposals: written?.proposals ?? null,
    submittedOn: written?.submittedOn ?? null,
    approved: written?.approvedOn ? { on: written.approvedOn, decision: written.councilDecision ?? '' } : null,
    tasks,
  };
  return { lv: progressDocument(content, 'lv'), en: progressDocument(content, 'en') };
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
