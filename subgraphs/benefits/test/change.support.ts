import { type Answer, Counter, officers, wage } from './support.js';

/** Account of every payee in these tests. */
export const account = 'LV80BANK0000435195001';

/** The steps after a benefit is granted: changes, batches to the bank and its answers. */
export class ChangeDesk extends Counter {
  private async payload(who: typeof officers.head, query: string, variables: object): Promise<Answer> {
    const { data, errors } = await this.town.ask(who, query, variables as Record<string, unknown>);
    if (errors) throw new Error(JSON.stringify(errors));
    return Object.values(data)[0];
  }

  /** A benefit of 106 euro a month from July to September 2025, approved; to the account. */
  async granted() {
    const proposal = await this.proposed({ payeeAccount: account });
    const { decision, problems } = await this.approve(proposal);
    if (problems.length) throw new Error(JSON.stringify(problems));
    return { ...(decision as { id: string; version: number }), person: proposal.person };
  }

  /** Declares that the household's income is another since a day, in euro a month. */
  change(
    decision: { id: string; version: number },
    person: { id: string },
    on: string,
    euro: string,
    more: object = {},
    who = officers.organiser,
  ) {
    const query = `mutation($i: DeclareChangeInput!) { declareChange(input: $i) { application { id number version state submittedOn effectiveFrom dueOn changes { id }
      means { status gmiBenefit } } problems { code field message(language: EN) } } }`;
    const i = { decisionId: decision.id, version: decision.version, on, incomes: [wage(person.id, euro, euro, euro)], ...more };
    return this.payload(who, query, { i });
  }

  /** A change from declaration to approval: granted where the means still give something, otherwise refused. */
  async changed(decision: { id: string; version: number }, person: { id: string }, on: string, euro: string): Promise<Answer> {
    const { application, problems } = await this.change(decision, person, on, euro);
    if (problems.length) throw new Error(JSON.stringify(problems));
    const grants = application.means.status === 'NEEDY' && application.means.gmiBenefit !== '0.00';
    const input = grants ? { outcome: 'GRANT' } : { outcome: 'REFUSE', reasons: 'Ienākumi pieauguši.' };
    const proposal = await this.propose(application, input);
    if (proposal.problems.length) throw new Error(JSON.stringify(proposal.problems));
    const { decision: made, problems: refused } = await this.approve(proposal.decision);
    if (refused.length) throw new Error(JSON.stringify(refused));
    return made;
  }

  export(batch: { id: string; version: number }, who = officers.finance): Promise<Answer> {
    const query = `mutation($id: ID!, $v: Int!) { exportPaymentBatch(id: $id, version: $v) { batch { id number version state } file leftOut { id } problems { code field } } }`;
    return this.payload(who, query, { id: batch.id, v: batch.version });
  }

  /** A batch of a month on its way to the bank; null where nothing was due, or nothing is left for the bank. */
  async sent(month: string): Promise<{ id: string; number: string; version: number; file: string } | null> {
    const { batch } = await this.prepare(month);
    if (!batch) return null;
    const approved = (await this.approveBatch(batch)).batch;
    if (approved.state === 'RECONCILED') return null;
    const { batch: exported, file, problems } = await this.export(approved);
    if (problems.length) throw new Error(JSON.stringify(problems));
    return { ...exported, file };
  }

  /** The bank's answers: every payment is paid but those named. */
  async answered(batch: { id: string; version: number }, rejected: readonly string[] = []): Promise<Answer> {
    const waiting = await this.town.sql<{ id: string }>("select id from payment where batch_id = $1 and state = 'BATCHED'", [batch.id]);
    const answers = waiting.map(({ id }) =>
      rejected.includes(id)
        ? { paymentId: id, rejectedReason: 'Konts slēgts.', rejectedCode: 'AC04' }
        : { paymentId: id, paidOn: '2026-11-22' },
    );
    const query =
      'mutation($i: ReconcilePaymentBatchInput!) { reconcilePaymentBatch(input: $i) { batch { id version state } problems { code field } } }';
    return this.payload(officers.finance, query, { i: { id: batch.id, version: batch.version, answers } });
  }

  /** The whole way of a month: every payment that is due is paid. */
  async paid(month: string): Promise<void> {
    const batch = await this.sent(month);
    if (batch) await this.answered(batch);
  }

  /** Gives in an answer of the bank as it came. */
  answer(batch: { id: string; version: number }, content: string, format = 'PAIN_002', who = officers.finance): Promise<Answer> {
    const query = `mutation($i: ApplyBankAnswerInput!) { applyBankAnswer(input: $i) { batch { id version state } paid rejected takenBefore
      problems { code field message(language: EN) messageLv: message } } }`;
    return this.payload(who, query, { i: { batchId: batch.id, version: batch.version, format, content } });
  }
}
