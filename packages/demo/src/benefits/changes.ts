import { addDays, addMonths } from '@atbalsts/database';
import type { Desk } from './desk.js';
import type { Home } from './homes.js';
import { ibanOf } from './iban.js';
import { monthFrom } from './later-years.js';
import { officersOf } from './officers.js';

/** How far the change of a home has come. */
type Stage = 'APPROVED' | 'PROPOSED' | 'DECLARED' | 'REJECTED_PAYMENT';
const stages: readonly Stage[] = ['APPROVED', 'APPROVED', 'PROPOSED', 'DECLARED', 'REJECTED_PAYMENT'];

/**
 * Changes inside a granted period, to be tried today: GMI benefits of three months from the month before last. Two were changed after last month was paid, so that
 * a recovery is open and is kept back of this month's payment; one change waits for approval, one for a proposal; and one payment came back from the bank.
 */
export function planChanges(desk: Desk, known: readonly Home[]): void {
  const { ledger, means, world } = desk;
  const from = monthFrom(world.today, -2);
  const homes = known
    .filter((home) => home.members.length === 1 && ledger.statusUntil(home) <= monthFrom(world.today, -5) && means.months(home, from) === 3)
    .sort((a, b) => (a.household.id < b.household.id ? -1 : 1))
    .filter((_, at) => at % 3 === 0)
    .slice(0, stages.length);
  const numbers = new Numbers(desk);
  for (const [at, home] of homes.entries()) new Changed(desk, home, numbers, from).write(stages[at] as Stage, 3000 + at * 1100);
  numbers.close();
}

/** Numbers of applications and decisions that go on where the ledger ended. */
class Numbers {
  private applications: number;
  private decisions: number;

  constructor(private readonly desk: Desk) {
    ({ applications: this.applications, decisions: this.decisions } = desk.ledger.written);
  }

  application(on: string): string {
    return `SP-${on.slice(0, 4)}-${String(++this.applications).padStart(6, '0')}`;
  }

  decision(on: string): string {
    return `L-${on.slice(0, 4)}-${String(++this.decisions).padStart(6, '0')}`;
  }

  close(): void {
    this.desk.world.after('benefits', `select setval('application_number', ${this.applications})`);
    this.desk.world.after('benefits', `select setval('decision_number', ${this.decisions})`);
  }
}

/** A home with a benefit that changes, and its rows. */
class Changed {
  private readonly id: (kind: string) => string;
  private readonly municipality: string;
  private readonly officers;

  constructor(
    private readonly desk: Desk,
    private readonly home: Home,
    private readonly numbers: Numbers,
    private readonly from: string,
  ) {
    this.id = (kind) => desk.world.id(`changed ${kind}`, home.household.id);
    this.municipality = home.household.municipality;
    this.officers = officersOf(desk.world, this.municipality, from);
  }

  private add(table: string, row: Record<string, unknown>): void {
    this.desk.world.add('benefits', table, { municipality: this.municipality, ...row } as never);
  }

  /** The benefit with an income, and its change to twice that income from last month on. */
  write(stage: Stage, income: number): void {
    const { from } = this;
    const effective = addMonths(from, 1);
    const until = addMonths(from, 3);
    const before = this.desk.means.sum('GMI', this.home, addDays(from, -25)) - income;
    const after = this.desk.means.sum('GMI', this.home, effective) - 2 * income;
    const approved = stage === 'APPROVED';
    this.application('first', { on: addDays(from, -25), state: 'DECIDED', income });
    this.decision('first', {
      from,
      until,
      amount: before,
      on: addDays(from, -20),
      state: approved ? 'REVOKED' : 'NOTIFIED',
      revokedFrom: approved ? effective : null,
    });
    this.payments('first', before, stage);
    if (stage === 'REJECTED_PAYMENT') return;
    const on = addDays(from, 12);
    const state = approved ? 'DECIDED' : stage === 'PROPOSED' ? 'PROPOSED' : 'MEANS_DECLARED';
    this.application('change', { on, state, income: 2 * income, effective });
    if (stage === 'DECLARED') return;
    this.decision('change', {
      from: effective,
      until,
      amount: after,
      on: addDays(effective, 30),
      state: approved ? 'APPROVED' : 'PROPOSED',
      revokedFrom: null,
    });
    if (!approved) return;
    this.payment('change', addMonths(from, 2), after, 'DUE');
    this.add('recovery', {
      id: this.id('recovery'),
      decision_id: this.id('decision change'),
      applicant_id: this.home.head.id,
      amount: before - after,
      balance: before - after,
      state: 'OPEN',
      established_on: addDays(effective, 31),
    });
    this.add('recovery_month', { recovery_id: this.id('recovery'), month: effective, amount: before - after });
  }

  private application(
    which: 'first' | 'change',
    { on, state, income, effective }: { on: string; state: string; income: number; effective?: string },
  ): void {
    const id = this.id(`application ${which}`);
    const { head } = this.home;
    const completeOn = state === 'DECIDED' ? addDays(on, 1) : addDays(this.desk.world.today, -5);
    this.add('application', {
      id,
      number: this.numbers.application(on),
      applicant_id: head.id,
      household_id: this.home.household.id,
      benefit_type: 'gmi',
      legal_ground: 'STANDARD',
      submitted_on: on,
      complete_on: completeOn,
      due_on: addMonths(completeOn, 1),
      state,
      payee_account: ibanOf(Number(head.reference.slice(2))),
      claimed_costs: null,
      housing_costs: 0,
      assessed_on: effective ?? on,
      changes_id: effective ? this.id('decision first') : null,
      effective_from: effective ?? null,
      version: 3,
    });
    const { age, pensioner, disability } = this.desk.homes.facts(head, on);
    this.add('application_member', { id: this.id(`member ${which}`), application_id: id, person_id: head.id, age, disability, pensioner });
    const monthly = [income, income, income].map(String);
    this.add('declared_income', {
      id: this.id(`income ${which}`),
      application_id: id,
      person_id: head.id,
      source: 'WAGE',
      monthly,
      evidence: 'DOCUMENT',
    });
  }

  private decision(
    which: 'first' | 'change',
    terms: { from: string; until: string; amount: number; on: string; state: string; revokedFrom: string | null },
  ): void {
    const id = this.id(`decision ${which}`);
    const { from, until, amount, on, state, revokedFrom } = terms;
    const approved = state !== 'PROPOSED';
    const number = this.numbers.decision(on);
    const notified = state === 'NOTIFIED' || state === 'REVOKED';
    const first = which === 'first' ? null : this.id('decision first');
    this.add('decision', {
      id,
      number,
      application_id: this.id(`application ${which}`),
      household_id: this.home.household.id,
      outcome: 'GRANT',
      monthly_amount: amount,
      amount: null,
      reasons: null,
      months: which === 'first' ? 3 : 2,
      from_date: from,
      until_date: until,
      household_status: 'NEEDY',
      status_from: from,
      status_until: until,
      proposed_by: this.officers.proposers[0],
      proposed_on: on,
      approved_by: approved ? this.officers.approvers[0] : null,
      approved_on: approved ? addDays(on, 1) : null,
      state,
      notified_on: notified ? addDays(on, 3) : null,
      challenge_until: notified ? addMonths(addDays(on, 3), 1) : null,
      revoked_from: revokedFrom,
      changes_id: first,
      chain_id: first,
      version: 3,
    });
    this.add('decision_person', { decision_id: id, person_id: this.home.head.id });
    if (!approved) return;
    const person = this.home.head.id;
    this.desk.world.fact('benefits', {
      kind: 'decision',
      key: id,
      municipality: this.municipality,
      body: { decisionId: id, personId: person, number, benefitType: 'gmi', outcome: 'GRANT', on: addDays(on, 1) },
    });
    this.desk.world.fact('benefits', {
      kind: 'household-status',
      key: `${id}:${person}`,
      municipality: this.municipality,
      body: { householdId: this.home.household.id, personId: person, decisionId: id, status: 'NEEDY', from, until: revokedFrom ?? until },
    });
  }

  private payments(which: 'first', amount: number, stage: Stage): void {
    const [first, second, third] = [0, 1, 2].map((n) => addMonths(this.from, n)) as [string, string, string];
    this.payment(which, first, amount, 'PAID');
    this.payment(which, second, amount, stage === 'REJECTED_PAYMENT' ? 'REJECTED' : 'PAID');
    this.payment(which, third, amount, stage === 'APPROVED' ? 'CANCELLED' : 'DUE');
  }

  private payment(which: 'first' | 'change', month: string, amount: number, state: 'PAID' | 'DUE' | 'CANCELLED' | 'REJECTED'): void {
    const paid = state === 'PAID';
    const rejected = state === 'REJECTED';
    this.add('payment', {
      id: this.id(`payment ${which} ${month}`),
      decision_id: this.id(`decision ${which}`),
      month,
      amount,
      state: rejected ? 'DUE' : state,
      batch_id: paid ? this.desk.world.id('payment batch', `${this.municipality} ${month}`) : null,
      paid_on: paid ? addDays(month, 27) : null,
      rejected_code: rejected ? 'AC04' : null,
      rejected_reason: rejected ? 'Konts slēgts' : null,
    });
  }
}
