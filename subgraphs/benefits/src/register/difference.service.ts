import { newId } from '@atbalsts/database';
import { type BatchLoad, type Context, groupedInOrder, type Problem, ProblemCode, problem, Refusal } from '@atbalsts/graphql';
import { sourcesOf } from '@atbalsts/registers';
import type { Application } from '../application/application.entity.js';
import { incomesOf, meansMembersOf } from '../application/application.loader.js';
import { ApplicationMember } from '../application/application-member.entity.js';
import type { MeansAssessment } from '../means/means.assessment.js';
import { assessHousehold } from '../means/means.service.js';
import { monthsBefore } from './asking.rules.js';
import { DecisionDifferences } from './decision-differences.entity.js';
import { allSeen, type FoundDifferences, incomeDifferences, incomesByRegisters, recordDifferences } from './difference.rules.js';
import { differencesBehind, toldOf } from './register.loader.js';

/** What is asked of an application to find its differences. */
export type DifferenceKey = Pick<Application, 'id' | 'submittedOn'> & { declared: boolean };

/** Where the registers differ from what was declared and recorded, by application; of incomes nothing before any are declared. */
export const differencesOf: BatchLoad<DifferenceKey, FoundDifferences> = async (context, keys) =>
  Promise.all(
    keys.map(async ({ id, submittedOn, declared }) => {
      const told = await context.load(toldOf, id);
      const incomes = declared ? incomeDifferences(monthsBefore(submittedOn), await context.load(incomesOf, id), told) : [];
      return { incomes, records: recordDifferences(told) };
    }),
  );

/** The key by which an application's differences are found. */
export const differenceKey = ({ id, submittedOn, assessedOn }: Application): DifferenceKey => ({
  id,
  submittedOn,
  declared: assessedOn !== null,
});

/** What lies before who proposes, to be recorded with the decision. */
export interface ProposedDifferences {
  found: FoundDifferences;
  explanation: string | null;
}

/**
 * The differences of an application that a proposal passes over. Refuses INVALID where a grant does so without an explanation; a refusal has its reasons, and a register
 * that gave no answer asks for nothing.
 */
export async function proposedDifferences(
  context: Context,
  application: Application,
  { grants, explanation }: { grants: boolean; explanation: string | null | undefined },
): Promise<ProposedDifferences> {
  const found = await context.load(differencesOf, differenceKey(application));
  const text = explanation?.trim() || null;
  const count = found.incomes.length + found.records.length;
  if (grants && count > 0 && !text) throw new Refusal([unexplained(count)]);
  return { found, explanation: count > 0 ? text : null };
}

const unexplained = (count: number): Problem =>
  problem(
    ProblemCode.INVALID,
    `Reģistru ziņas atšķiras no deklarētā (${count}). Deklarējiet ienākumus no jauna vai paskaidrojiet, kāpēc piešķir tik un tā.`,
    `The registers differ from what is declared (${count}). Declare the means anew, or explain why it is granted all the same.`,
    'differencesExplained',
  );

/** Records with a proposal which differences it passes over, and why; nothing where there are none. */
export async function keepDifferences({ em, municipality }: Context, decisionId: string, proposed: ProposedDifferences): Promise<void> {
  const { incomes, records } = proposed.found;
  if (!incomes.length && !records.length) return;
  em.create(DecisionDifferences, { id: newId(), municipality, decisionId, explanation: proposed.explanation, incomes, records });
  await em.flush();
}

/** Refuses WRONG_STATE where a register has told something since the proposal that who proposed it has not seen. */
export async function refuseUnseenDifferences(context: Context, application: Application, decisionId: string): Promise<void> {
  const now = await context.load(differencesOf, differenceKey(application));
  const before = await context.load(differencesBehind, decisionId);
  if (allSeen(now, { incomes: before?.incomes ?? [], records: before?.records ?? [] })) return;
  throw new Refusal([
    problem(
      ProblemCode.WRONG_STATE,
      'Pēc lēmuma sagatavošanas reģistri ir atbildējuši citādi. Atdodiet lēmumu, lai atšķirības izvērtē.',
      'The registers have told otherwise since the decision was proposed. Return it, so that the differences are looked at.',
      'id',
    ),
  ]);
}

/** The means test by the registers where they spoke, and by what is declared for the rest; null while no means are declared, or no register spoke of income. */
export async function meansByRegisters(context: Context, application: Application): Promise<MeansAssessment | null> {
  const { id, municipality, submittedOn, assessedOn, housingCosts } = application;
  if (assessedOn === null) return null;
  const told = (await context.load(toldOf, id)).filter(({ register }) => sourcesOf[register].length > 0);
  if (!told.length) return null;
  const incomes = incomesByRegisters(monthsBefore(submittedOn), await context.load(incomesOf, id), told);
  const members = await context.load(meansMembersOf, id);
  const persons = await context.load(memberIdsOf, id);
  return assessHousehold(context, {
    municipality,
    on: assessedOn,
    members: members.map((member, at) => ({
      ...member,
      incomes: incomes.filter(({ personId }) => personId === persons[at]).map(({ monthly }) => monthly),
    })),
    housingCosts: housingCosts ?? 0,
  });
}

/** Whose means are tested together, by application, in the order of the members of the means test. */
const memberIdsOf: BatchLoad<string, string[]> = async ({ em }, ids) => {
  const rows = await em.find(ApplicationMember, { applicationId: { $in: [...ids] } }, { orderBy: { id: 'asc' } });
  return groupedInOrder(ids, rows, ({ applicationId }) => applicationId).map((members) => members.map(({ personId }) => personId));
};
