import { isExclusionViolation, newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal, refuse } from '@atbalsts/graphql';
import { askPerson, noSuchPerson } from '../external/person.ask.js';
import { held, heldAt } from '../held.js';
import { AssistantContract, AssistantReport, AssistantReportState } from './assistant.entity.js';
import type {
  ConcludeAssistantContractInput,
  DecideAssistantReportInput,
  EndAssistantContractInput,
  SubmitAssistantReportInput,
} from './assistant.input.js';
import { contractProblems, decisionProblems, endProblems, reportProblems } from './assistant.rules.js';

const noContract = { lv: 'Šāda līguma nav.', en: 'There is no such contract.' };
const noReport = { lv: 'Šādas atskaites nav.', en: 'There is no such report.' };
const orNull = (text: string | null | undefined): string | null => text?.trim() || null;

/** Concludes a contract. Refuses INVALID, NOT_FOUND for either person, OVERLAP where the two have one for some of the days: the database decides. */
export function concludeAssistantContract(
  context: Context,
  input: ConcludeAssistantContractInput,
): Promise<Payload<'assistantContract', AssistantContract>> {
  return mutate(context, 'assistantContract', async () => {
    const { em, municipality } = context;
    const problems = contractProblems(input, context.today);
    if (problems.length) throw new Refusal(problems);
    const query = 'query($id: ID!) { person(id: $id) { id } }';
    const [person, assistant] = await Promise.all([
      askPerson(context, input.personId, query),
      askPerson(context, input.assistantId, query),
    ]);
    const missing = [...(person ? [] : [noSuchPerson()]), ...(assistant ? [] : [noSuchPerson('assistantId')])];
    if (missing.length) throw new Refusal(missing);
    const contract = em.create(AssistantContract, {
      id: newId(),
      municipality,
      personId: input.personId,
      assistantId: input.assistantId,
      monthlyHours: input.monthlyHours,
      concludedOn: input.concludedOn,
      concludedBy: context.employee,
      from: input.from,
      until: input.until ?? null,
      endReason: null,
    } as never);
    try {
      await em.flush();
    } catch (error) {
      if (isExclusionViolation(error)) throw new Refusal([overlap]);
      throw error;
    }
    await context.audit.write(em, { action: 'assistant.contract', personId: input.personId, object: `assistantContract:${contract.id}` });
    return contract;
  });
}

const overlap = problem(
  ProblemCode.OVERLAP,
  'Šai personai ar šo asistentu šajā laikā jau ir līgums.',
  'The person has a contract with this assistant for some of these days already.',
  'from',
);

/** Ends a contract before its time. Refuses NOT_FOUND, STALE, INVALID. */
export function endAssistantContract(
  context: Context,
  input: EndAssistantContractInput,
): Promise<Payload<'assistantContract', AssistantContract>> {
  return mutate(context, 'assistantContract', async () => {
    const named = { id: input.contractId, field: 'contractId', missing: noContract };
    const contract = await heldAt(context, AssistantContract, named, input.version);
    const problems = endProblems(input, contract);
    if (problems.length) throw new Refusal(problems);
    contract.until = input.on;
    contract.endReason = input.reason.trim();
    await context.em.flush();
    await context.audit.write(context.em, {
      action: 'assistant.contract',
      personId: contract.personId,
      object: `assistantContract:${contract.id}`,
      fields: ['until', 'endReason'],
    });
    return contract;
  });
}

/**
 * Submits the report of a month, once: the same again gives the one that is there; one that was returned is submitted anew. Refuses NOT_FOUND, INVALID
 * (more hours than granted without a reason, too), DUPLICATE where another one is submitted or approved.
 */
export function submitAssistantReport(
  context: Context,
  input: SubmitAssistantReportInput,
): Promise<Payload<'assistantReport', AssistantReport>> {
  return mutate(context, 'assistantReport', async () => {
    const { em, municipality } = context;
    const contract = await held(context, AssistantContract, { id: input.contractId, field: 'contractId', missing: noContract });
    const problems = reportProblems(input, contract, context.today);
    if (problems.length) throw new Refusal(problems);
    const known = await em.findOne(AssistantReport, { contractId: contract.id, month: input.month });
    const told = {
      hours: input.hours,
      excessReason: orNull(input.excessReason),
      grantedHours: contract.monthlyHours,
      state: AssistantReportState.SUBMITTED,
      submittedOn: context.today,
      submittedBy: context.employee,
      decidedOn: null,
      decidedBy: null,
      returnReason: null,
    };
    if (known && known.state !== AssistantReportState.RETURNED) {
      if (known.hours === told.hours && known.excessReason === told.excessReason) return known;
      throw new Refusal([duplicate], known);
    }
    const report = known
      ? em.assign(known, told)
      : em.create(AssistantReport, { id: newId(), municipality, contractId: contract.id, month: input.month, ...told } as never);
    await em.flush();
    await context.audit.write(em, {
      action: 'assistant.report',
      personId: contract.personId,
      object: `assistantReport:${report.id}`,
      fields: ['month', 'hours'],
    });
    return report;
  });
}

const duplicate = problem(
  ProblemCode.DUPLICATE,
  'Par šo mēnesi atskaite jau ir iesniegta.',
  'The report of this month is submitted already.',
  'month',
);

/** Approves or returns a report. Refuses NOT_FOUND, STALE, WRONG_STATE, FOUR_EYES to who submitted it, INVALID. */
export function decideAssistantReport(
  context: Context,
  input: DecideAssistantReportInput,
): Promise<Payload<'assistantReport', AssistantReport>> {
  return mutate(context, 'assistantReport', async () => {
    const report = await heldAt(context, AssistantReport, { id: input.reportId, field: 'reportId', missing: noReport }, input.version);
    const problems = decisionProblems(input, report, context.employee);
    if (problems.length) throw new Refusal(problems);
    report.state = input.approve ? AssistantReportState.APPROVED : AssistantReportState.RETURNED;
    report.decidedOn = context.today;
    report.decidedBy = context.employee;
    report.returnReason = input.approve ? null : orNull(input.reason);
    await context.em.flush();
    const contract = await context.em.findOne(AssistantContract, { id: report.contractId });
    if (!contract) refuse(ProblemCode.NOT_FOUND, noContract.lv, noContract.en, 'reportId');
    await context.audit.write(context.em, {
      action: 'assistant.approve',
      personId: contract.personId,
      object: `assistantReport:${report.id}`,
      fields: ['state'],
    });
    return report;
  });
}
