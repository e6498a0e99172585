import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

interface Both {
  lv: string;
  en: string;
}

interface Term {
  fromYear: number;
  untilYear: number;
}

/** As much of a task as is checked. */
export interface TaskDraft extends Term {
  code: string;
  parent?: string | null;
  title: Both;
  result: Both;
  responsible: string;
  indicators: readonly {
    title: Both;
    measure?: { table: string; row: string } | null;
    targets: readonly { year: number; value: number }[];
  }[];
}

/** As much of a line of the investment plan as is checked. */
export interface InvestmentDraft {
  code: string;
  parent?: string | null;
  title: Both;
  municipalShare?: number | null;
  stateShare?: number | null;
  foreignShare?: number | null;
}

/** As much of a strategy as is checked. */
export interface StrategyDraft extends Term {
  title: Both;
  mission: Both;
  vision: Both;
  source: string;
  goals: readonly { code: string; title: Both; tasks: readonly TaskDraft[] }[];
  investments: readonly InvestmentDraft[];
  swot: readonly { text: Both }[];
}

const earliest = 1990;
const latest = 2200;

/** Gathers what is wrong, each with the path of its field. */
class Findings {
  readonly problems: Problem[] = [];

  invalid(field: string, lv: string, en: string): void {
    this.problems.push(problem(ProblemCode.INVALID, lv, en, field));
  }

  text(field: string, text: string): void {
    if (!text.trim()) this.invalid(field, 'Teksts ir tukšs.', 'The text is empty.');
  }

  both(field: string, { lv, en }: Both): void {
    this.text(`${field}.lv`, lv);
    this.text(`${field}.en`, en);
  }

  /** Codes are there, and each once. */
  codes(items: readonly { path: string; code: string }[]): void {
    const seen = new Set<string>();
    for (const { path, code } of items) {
      this.text(`${path}.code`, code);
      if (seen.has(code)) this.invalid(`${path}.code`, `Numurs ${code} ir jau citam.`, `The number ${code} is another one’s already.`);
      seen.add(code);
    }
  }

  /** What something is a part of comes before it. */
  parents(items: readonly { path: string; code: string; parent?: string | null }[]): void {
    const before = new Set<string>();
    for (const { path, code, parent } of items) {
      if (parent != null && !before.has(parent))
        this.invalid(`${path}.parent`, `Pirms tā nav ${parent}.`, `There is no ${parent} before it.`);
      before.add(code);
    }
  }

  /** A term that lies within another. */
  term(path: string, { fromYear, untilYear }: Term, within: Term): void {
    const between = (field: string, year: number) => {
      if (year < within.fromYear || year > within.untilYear)
        this.invalid(
          `${path}${field}`,
          `Gadam jābūt no ${within.fromYear} līdz ${within.untilYear}.`,
          `The year must be from ${within.fromYear} to ${within.untilYear}.`,
        );
    };
    between('fromYear', fromYear);
    between('untilYear', untilYear);
    if (untilYear < fromYear) this.invalid(`${path}untilYear`, 'Pēdējais gads ir pirms pirmā.', 'The last year lies before the first.');
  }
}

/**
 * Everything that is wrong with a strategy that is to be adopted.
 * @param isReportRow whether a report table has a row that is counted
 */
export function strategyProblems(draft: StrategyDraft, isReportRow: (table: string, row: string) => boolean): Problem[] {
  const found = new Findings();
  found.both('title', draft.title);
  found.both('mission', draft.mission);
  found.both('vision', draft.vision);
  found.text('source', draft.source);
  found.term('', draft, { fromYear: earliest, untilYear: latest });
  if (!draft.goals.some((goal) => goal.tasks.length))
    found.invalid('goals', 'Stratēģijai nav neviena uzdevuma.', 'The strategy has no task.');
  found.codes(draft.goals.map((goal, at) => ({ path: `goals.${at}`, code: goal.code })));
  const tasks = draft.goals.map((goal, at) => goal.tasks.map((task, place) => ({ ...task, path: `goals.${at}.tasks.${place}` })));
  found.codes(tasks.flat());
  for (const ofGoal of tasks) found.parents(ofGoal);
  for (const [at, goal] of draft.goals.entries()) found.both(`goals.${at}.title`, goal.title);
  for (const task of tasks.flat()) checkTask(found, task, draft, isReportRow);
  const investments = draft.investments.map((line, at) => ({ ...line, path: `investments.${at}` }));
  found.codes(investments);
  found.parents(investments);
  for (const line of investments) checkInvestment(found, line);
  for (const [at, { text }] of draft.swot.entries()) found.both(`swot.${at}.text`, text);
  return found.problems;
}

function checkTask(
  found: Findings,
  task: TaskDraft & { path: string },
  plan: Term,
  isReportRow: (table: string, row: string) => boolean,
): void {
  const { path } = task;
  found.both(`${path}.title`, task.title);
  found.both(`${path}.result`, task.result);
  found.text(`${path}.responsible`, task.responsible);
  found.term(`${path}.`, task, plan);
  for (const [at, { title, measure, targets }] of task.indicators.entries()) {
    const here = `${path}.indicators.${at}`;
    found.both(`${here}.title`, title);
    if (measure && !isReportRow(measure.table, measure.row))
      found.invalid(`${here}.measure`, 'Pārskatā tādas rindas nav.', 'The report has no such row.');
    const years = targets.map((target) => target.year);
    if (new Set(years).size < years.length) found.invalid(`${here}.targets`, 'Gadam ir divi mērķi.', 'A year has two targets.');
    if (years.some((year) => year < plan.fromYear || year > plan.untilYear))
      found.invalid(`${here}.targets`, 'Mērķis ir ārpus stratēģijas gadiem.', 'A target lies outside the years of the strategy.');
  }
}

function checkInvestment(found: Findings, line: InvestmentDraft & { path: string }): void {
  found.both(`${line.path}.title`, line.title);
  const shares = ['municipalShare', 'stateShare', 'foreignShare'] as const;
  for (const share of shares) {
    const value = line[share] ?? 0;
    if (!(value >= 0 && value <= 1)) found.invalid(`${line.path}.${share}`, 'Daļai jābūt no 0 līdz 1.', 'A share is from 0 to 1.');
  }
  if (shares.reduce((sum, share) => sum + (line[share] ?? 0), 0) > 1 + 1e-9)
    found.invalid(line.path, 'Daļas kopā pārsniedz 1.', 'The shares together exceed 1.');
}
