import { auditOf, type DomainModule } from '@atbalsts/graphql';
import { AdoptResolver } from './adopt/adopt.resolver.js';
import { AnnualReport } from './annual-report/annual-report.js';
import { annualReportReference } from './annual-report/annual-report.reference.js';
import { AnnualReportResolver } from './annual-report/annual-report.resolver.js';
import { BudgetEntry } from './budget/budget.entity.js';
import { BudgetResolver } from './budget/budget.resolver.js';
import { AnnualReportExportResolver, PublishedReportExportResolver } from './export/export.resolver.js';
import { Indicator, IndicatorTarget, IndicatorValue } from './indicator/indicator.entity.js';
import { IndicatorResolver } from './indicator/indicator.resolver.js';
import { IndicatorRecording } from './indicator-recording/indicator-recording.entity.js';
import { IndicatorRecordingResolver } from './indicator-recording/indicator-recording.resolver.js';
import { PrintedResults } from './printed-results/printed-results.entity.js';
import { progressFile } from './progress/progress.file.js';
import { ProgressReportResolver } from './progress/progress.resolver.js';
import { ProgressReportRow } from './progress/progress-report.entity.js';
import { Project } from './project/project.entity.js';
import { projectReference } from './project/project.reference.js';
import { ProjectResolver } from './project/project.resolver.js';
import { ProjectCall } from './project-call/project-call.entity.js';
import { projectCallReference } from './project-call/project-call.reference.js';
import { ProjectCallResolver } from './project-call/project-call.resolver.js';
import { PreparedReport } from './published-report/prepared-report.entity.js';
import { PublishedReport } from './published-report/published-report.entity.js';
import { publishedReportReference } from './published-report/published-report.reference.js';
import { PublishedReportResolver } from './published-report/published-report.resolver.js';
import { loadReference } from './reference-data.js';
import { RegionEvaluation } from './region/evaluation/evaluation.entity.js';
import { RegionEvaluationResolver } from './region/evaluation/evaluation.resolver.js';
import { RegionFiguresResolver } from './region/figures/region-figures.resolver.js';
import { RegionEntry } from './region/register/region-entry.entity.js';
import { RegionEntryResolver } from './region/register/region-entry.resolver.js';
import { FinanceRecordsResolver } from './report/report-records.js';
import { StrategicGoal } from './strategy/goal.entity.js';
import { Investment } from './strategy/investment.entity.js';
import { Strategy } from './strategy/strategy.entity.js';
import { strategyReference } from './strategy/strategy.reference.js';
import { InvestmentResolver, StrategicGoalResolver, StrategyResolver, SwotItemResolver } from './strategy/strategy.resolver.js';
import { SwotItem } from './strategy/swot.entity.js';
import { Task, TaskChange } from './task/task.entity.js';
import { taskReference } from './task/task.reference.js';
import { TaskResolver } from './task/task.resolver.js';

export { importResults, type ResultsImport } from './printed-results/printed-results.js';
export {
  type AnsweredTable,
  NotPublishable,
  type Publication,
  publishSnapshot,
  type SnapshotAnswer,
  snapshotQuery,
} from './published-report/publish.js';

export { financeRecords } from './report/report-records.js';

/** What this domain adds for the auditor. */
const audit = auditOf('strategy', 'plans, budget and reports');

/** Strategy: strategies and their tasks, budget, the annual report that all domains fill, and what of it is published. */
export const strategy: DomainModule = {
  name: 'strategy',
  entities: [
    BudgetEntry,
    Indicator,
    IndicatorRecording,
    IndicatorTarget,
    IndicatorValue,
    Investment,
    PrintedResults,
    ProgressReportRow,
    Project,
    ProjectCall,
    PreparedReport,
    PublishedReport,
    RegionEntry,
    RegionEvaluation,
    StrategicGoal,
    Strategy,
    SwotItem,
    Task,
    TaskChange,
  ],
  resolvers: [
    AdoptResolver,
    AnnualReportExportResolver,
    AnnualReportResolver,
    BudgetResolver,
    IndicatorRecordingResolver,
    IndicatorResolver,
    InvestmentResolver,
    ProgressReportResolver,
    ProjectCallResolver,
    ProjectResolver,
    PublishedReportExportResolver,
    PublishedReportResolver,
    RegionEntryResolver,
    RegionEvaluationResolver,
    RegionFiguresResolver,
    StrategicGoalResolver,
    StrategyResolver,
    SwotItemResolver,
    TaskResolver,
    FinanceRecordsResolver,
    ...audit.resolvers,
  ],
  types: [AnnualReport, ...audit.types],
  references: {
    AnnualReport: annualReportReference,
    Project: projectReference,
    ProjectCall: projectCallReference,
    PublishedReport: publishedReportReference,
    Strategy: strategyReference,
    Task: taskReference,
    ...audit.references,
  },
  migrations: new URL('../migrations/', import.meta.url),
  files: [progressFile],
  loadReference,
};
