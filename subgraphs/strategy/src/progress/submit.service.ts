import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse, refuseStale } from '@atbalsts/graphql';
import { LockMode } from '@mikro-orm/core';
import { Strategy } from '../strategy/strategy.entity.js';
import { ProgressReportRow, ProgressReportState } from './progress-report.entity.js';
import type { ProgressReport } from './progress-report.js';
import { progressReportOf } from './progress-report.service.js';
import type { SubmitProgressReportInput } from './submit.input.js';
import { submissionProblems } from './submit.rules.js';

/**
 * Submits the progress report of a year to the council; until it is approved it may be submitted again. NOT_FOUND for the strategy, STALE on an old
 * version, INVALID for a year outside the strategy or not over and for an empty assessment, WRONG_STATE where it is approved.
 */
export function submitProgressReport(
  context: Context,
  input: SubmitProgressReportInput,
): Promise<Payload<'progressReport', ProgressReport>> {
  return mutate(context, 'progressReport', async () => {
    const { em, municipality, today, principal } = context;
    const { strategyId, year } = input;
    // Held until the end: of two first submissions at once the second waits, and sees that it is stale.
    const strategy = await em.findOne(Strategy, { id: strategyId, municipality }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!strategy)
      refuse(
        ProblemCode.NOT_FOUND,
        'Šādas stratēģijas jūsu pašvaldībā nav.',
        'There is no such strategy in your municipality.',
        'strategyId',
      );
    const row = await em.findOne(ProgressReportRow, { strategyId, year });
    if ((row?.version ?? null) !== (input.version ?? null)) refuseStale();
    const problems = submissionProblems(input, strategy, row?.state ?? null, today);
    if (problems.length) throw new Refusal(problems);
    const text = (written: string | null | undefined) => written?.trim() || null;
    const content = {
      state: ProgressReportState.SUBMITTED,
      summary: text(input.summary),
      newProblems: text(input.newProblems),
      updateGrounds: text(input.updateGrounds),
      proposals: text(input.proposals),
      submittedOn: today,
      submittedBy: principal.subject,
      submittedEmployeeId: principal.employee ?? null,
    };
    const report = row
      ? em.assign(row, content)
      : em.create(ProgressReportRow, { id: newId(), municipality, strategyId, year, version: 1, ...content });
    await em.flush();
    await context.audit.write(em, {
      action: 'progress.submit',
      object: `progress-report:${report.id}`,
      fields: ['state', 'summary', 'newProblems', 'updateGrounds', 'proposals'],
    });
    return progressReportOf(context, strategy, year);
  });
}
