import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse, refuseStale } from '@atbalsts/graphql';
import { LockMode } from '@mikro-orm/core';
import { Strategy } from '../strategy/strategy.entity.js';
import type { ApproveProgressReportInput } from './approve.input.js';
import { approvalProblems } from './approve.rules.js';
import { writtenDocuments } from './progress-document.service.js';
import { ProgressReportRow, ProgressReportState } from './progress-report.entity.js';
import type { ProgressReport } from './progress-report.js';
import { progressReportOf } from './progress-report.service.js';

/**
 * Records that the council has approved a submitted progress report, by another person than who submitted it. Its document is kept as it is then, in both
 * languages: what the council approved does not change with a figure. NOT_FOUND, STALE, WRONG_STATE, FOUR_EYES, INVALID without the decision, UNAVAILABLE
 * where a domain whose figures it shows does not answer.
 */
export function approveProgressReport(
  context: Context,
  input: ApproveProgressReportInput,
): Promise<Payload<'progressReport', ProgressReport>> {
  return mutate(context, 'progressReport', async () => {
    const { em, municipality, today, principal } = context;
    const { strategyId, year, version, decision } = input;
    const strategy = await em.findOne(Strategy, { id: strategyId, municipality }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const row = strategy && (await em.findOne(ProgressReportRow, { strategyId, year }));
    if (!row)
      refuse(ProblemCode.NOT_FOUND, 'Šāda pārskata jūsu pašvaldībā nav.', 'There is no such report in your municipality.', 'strategyId');
    if (row.version !== version) refuseStale();
    const submittedBy = row.submittedBy === null ? null : { subject: row.submittedBy, employeeId: row.submittedEmployeeId };
    const problems = approvalProblems({ state: row.state, submittedBy }, actorOf(context), decision);
    if (problems.length) throw new Refusal(problems);
    const state = ProgressReportState.APPROVED;
    const approval = { approvedOn: today, approvedBy: principal.subject, councilDecision: decision.trim() };
    const report = await progressReportOf(context, strategy, year);
    const documents = await writtenDocuments(context, { ...report, state, written: { ...row, ...approval } as ProgressReportRow }, true);
    em.assign(row, { state, ...approval, documentLv: documents.lv, documentEn: documents.en });
    await em.flush();
    await context.audit.write(em, {
      action: 'progress.approve',
      object: `progress-report:${row.id}`,
      fields: ['state', 'councilDecision', 'document'],
    });
    return progressReportOf(context, strategy, year);
  });
}

const actorOf = ({ principal }: Context) => ({ subject: principal.subject, employeeId: principal.employee ?? null });
