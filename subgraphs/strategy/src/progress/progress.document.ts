import { latvianDates } from '@atbalsts/graphql';
import { bauskaProgressReport, type Label } from '@atbalsts/reference';
import type { DerivedState } from '../task/task.rules.js';

/** A task as the document shows it. */
export interface DocumentTask {
  code: string;
  title: Label;
  responsible: string;
  fromYear: number;
  untilYear: number;
  state: DerivedState;
  /** What was entered in the year, on what evidence. */
  evidence: readonly string[];
  indicators: readonly { title: Label; actual: number | null; target: number | null; met: boolean | null }[];
}

/** What a progress document is made of. */
export interface DocumentContent {
  title: Label;
  year: number;
  state: Label;
  summary: string | null;
  newProblems: string | null;
  updateGrounds: string | null;
  proposals: string | null;
  submittedOn: string | null;
  /** When the council approved it, and by which decision; null until then. */
  approved: { on: string; decision: string } | null;
  tasks: readonly DocumentTask[];
}

type Lang = keyof Label;

const words = {
  heading: { lv: 'Progresa pārskats', en: 'Progress report' },
  year: { lv: 'Gads', en: 'Year' },
  stands: { lv: 'Statuss', en: 'Status' },
  counts: { lv: 'Uzdevumi', en: 'Tasks' },
  tasks: { lv: 'Uzdevumu izpilde', en: 'Tasks' },
  columns: { lv: '| Nr. | Uzdevums | Termiņš | Atbildīgais | Stāvoklis |', en: '| No | Task | Term | Responsible | State |' },
  indicators: { lv: 'Rādītāji', en: 'Indicators' },
  indicatorColumns: { lv: '| Nr. | Rādītājs | Sasniegts | Mērķis | Izpildīts |', en: '| No | Indicator | Reached | Target | Met |' },
  noIndicators: { lv: 'Rādītāju nav.', en: 'There are no indicators.' },
  evidence: { lv: 'Pamatojumi', en: 'Evidence' },
  nothing: { lv: 'Vēl nav ierakstīts.', en: 'Not written yet.' },
  notSubmitted: { lv: 'Nav iesniegts.', en: 'Not submitted.' },
  submitted: { lv: 'Iesniegts', en: 'Submitted on' },
  approved: { lv: 'Apstiprināts', en: 'Approved on' },
  decision: { lv: 'domes lēmums', en: 'decision of the council' },
  yes: { lv: 'jā', en: 'yes' },
  no: { lv: 'nē', en: 'no' },
} satisfies Record<string, Label>;

const states: Readonly<Record<DerivedState, Label>> = {
  PLANNED: { lv: 'plānots', en: 'planned' },
  UNDERWAY: { lv: 'tiek īstenots', en: 'under way' },
  DONE: { lv: 'izpildīts', en: 'done' },
  LATE: { lv: 'kavējas', en: 'late' },
  DROPPED: { lv: 'atcelts', en: 'dropped' },
};

/** Text in a cell or a line of Markdown: whatever would end it or begin markup is escaped. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\|`*_<>[\]#]/g, (c) => `\\${c}`);

/**
 * A progress report as Markdown, with the contents the Bauska strategy demands of one, in its order: assessment with tasks and results,
 * new problems, grounds for updating, submission, proposals.
 */
export function progressDocument(content: DocumentContent, language: Lang): string {
  const word = (name: keyof typeof words) => words[name][language];
  const sections: Readonly<Record<number, readonly string[]>> = {
    1: assessment(content, language),
    2: [written(content.newProblems, word)],
    3: [written(content.updateGrounds, word)],
    4: submission(content, language),
    5: [written(content.proposals, word)],
  };
  const demanded = [...bauskaProgressReport.contents].sort((a, b) => a.no - b.no);
  return [
    `# ${word('heading')}: ${plain(content.title[language])}`,
    `${word('year')}: ${content.year}. ${word('stands')}: ${content.state[language]}.`,
    ...demanded.flatMap((demand) => [`## ${demand.no}. ${plain(demand[language])}`, ...(sections[demand.no] ?? [word('nothing')])]),
    '',
  ].join('\n\n');
}

const written = (text: string | null, word: (name: keyof typeof words) => string): string => (text ? plain(text) : word('nothing'));

function submission({ submittedOn, approved }: DocumentContent, language: Lang): string[] {
  const word = (name: keyof typeof words) => words[name][language];
  const dated = (line: string) => (language === 'lv' ? latvianDates(line) : line);
  const submitted = submittedOn ? `${word('submitted')}: ${submittedOn}.` : word('notSubmitted');
  if (!approved) return [dated(submitted)];
  return [dated(submitted), `${dated(`${word('approved')}: ${approved.on}`)}, ${word('decision')} ${plain(approved.decision)}.`];
}

function assessment({ summary, tasks }: DocumentContent, language: Lang): string[] {
  const word = (name: keyof typeof words) => words[name][language];
  const counts = (Object.keys(states) as DerivedState[]).map(
    (state) => `${states[state][language]} ${tasks.filter((task) => task.state === state).length}`,
  );
  const rows = tasks.map(
    (task) =>
      `| ${plain(task.code)} | ${plain(task.title[language])} | ${task.fromYear}–${task.untilYear} | ${plain(task.responsible)} | ${states[task.state][language]} |`,
  );
  const shown = (value: number | null) => (value === null ? '–' : String(value));
  const met = (value: boolean | null) => (value === null ? '–' : word(value ? 'yes' : 'no'));
  const measured = tasks.flatMap((task) =>
    task.indicators.map(
      ({ title, actual, target, met: is }) =>
        `| ${plain(task.code)} | ${plain(title[language])} | ${shown(actual)} | ${shown(target)} | ${met(is)} |`,
    ),
  );
  const evidence = tasks.flatMap((task) => task.evidence.map((text) => `- ${plain(task.code)}: ${plain(text)}`));
  const line = '| --- | --- | --- | --- | --- |';
  return [
    written(summary, word),
    `${word('counts')}: ${tasks.length} (${counts.join(', ')}).`,
    `### ${word('tasks')}`,
    [word('columns'), line, ...rows].join('\n'),
    `### ${word('indicators')}`,
    measured.length ? [word('indicatorColumns'), line, ...measured].join('\n') : word('noIndicators'),
    ...(evidence.length ? [`### ${word('evidence')}`, evidence.join('\n')] : []),
  ];
}
