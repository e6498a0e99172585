import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** The rules of a call. Money in cents; a day that is null is not printed, and binds nobody. */
export interface CallRules {
  opensOn: string | null;
  closesOn: string | null;
  maxMonths: number;
  ceiling: number;
  fundingRatePercent: number;
  infrastructureMaxPercent: number;
}

/** A project as it is submitted. Money in cents. */
export interface ProjectDraft {
  title: string;
  summary: string;
  from: string;
  months: number;
  amount: number;
  totalCosts: number;
  infrastructure: number;
  /** Whether the applicant is a registered provider on the day of entry. */
  registered: boolean;
}

const euro = (cents: number): string => (cents / 100).toFixed(2);

/** Every rule of the call that a project breaks, and everything that cannot be right, on the day of entry. */
export function projectProblems(project: ProjectDraft, call: CallRules, today: string): Problem[] {
  const { title, summary, from, months, amount, totalCosts, infrastructure, registered } = project;
  const found: Problem[] = [];
  const add = (code: ProblemCode, field: string, lv: string, en: string) => found.push(problem(code, lv, en, field));
  const invalid = (field: string, lv: string, en: string) => add(ProblemCode.INVALID, field, lv, en);
  if ((call.opensOn !== null && today < call.opensOn) || (call.closesOn !== null && today >= call.closesOn))
    add(
      ProblemCode.WRONG_STATE,
      'callId',
      `Projektus pieņem no ${call.opensOn ?? '…'} un līdz ${call.closesOn ?? '…'} (neieskaitot).`,
      `Projects are taken from ${call.opensOn ?? '…'} until before ${call.closesOn ?? '…'}.`,
    );
  if (!title.trim()) invalid('title', 'Nosaukums ir tukšs.', 'The title is empty.');
  if (!summary.trim()) invalid('summary', 'Aprakstiet, ko projekts dara.', 'Say what the project is to do.');
  if (from < today) invalid('from', 'Projekts nevar sākties pagātnē.', 'A project cannot begin in the past.');
  if (months < 1) invalid('months', 'Ilgumam jābūt vismaz mēnesim.', 'It must last a month at least.');
  if (months > call.maxMonths)
    invalid(
      'months',
      `Šajā konkursā projekts ilgst ne vairāk kā ${call.maxMonths} mēnešus.`,
      `In this call a project lasts at most ${call.maxMonths} months.`,
    );
  if (amount <= 0) invalid('amount', 'Summai jābūt lielākai par 0.', 'The amount must be more than 0.');
  if (amount > call.ceiling)
    add(
      ProblemCode.BUDGET_EXCEEDED,
      'amount',
      `Šajā konkursā projektam piešķir ne vairāk kā ${euro(call.ceiling)} EUR.`,
      `In this call a project gets at most ${euro(call.ceiling)} EUR.`,
    );
  if (amount * 100 > totalCosts * call.fundingRatePercent)
    add(
      ProblemCode.BUDGET_EXCEEDED,
      'amount',
      `Šajā konkursā sedz ${call.fundingRatePercent} % izmaksu, ne vairāk.`,
      `This call pays ${call.fundingRatePercent} % of the costs, not more.`,
    );
  if (infrastructure < 0 || infrastructure > amount)
    invalid(
      'infrastructure',
      'Infrastruktūrai jābūt no 0 līdz prasītajai summai.',
      'Infrastructure is from 0 to what the project asks for.',
    );
  else if (infrastructure * 100 > amount * call.infrastructureMaxPercent)
    add(
      ProblemCode.BUDGET_EXCEEDED,
      'infrastructure',
      `Šajā konkursā infrastruktūrai ir ne vairāk kā ${call.infrastructureMaxPercent} % prasītās summas.`,
      `In this call at most ${call.infrastructureMaxPercent} % of what is asked for goes to infrastructure.`,
    );
  if (!registered)
    add(
      ProblemCode.NOT_REGISTERED,
      'registration',
      'Projektu iesniedz tikai reģistrēts sociālo pakalpojumu sniedzējs; norādiet derīgu reģistrācijas numuru.',
      'Only a registered provider of social services submits a project; give the number of a registration that holds today.',
    );
  return found;
}
