import { addDays, addMonths } from '@atbalsts/database';
import type { Random } from '../random.js';
import type { DemoPerson, World } from '../world.js';
import { type Case, type Course, courseOf, monthOf } from './course.js';
import type { Home, Homes } from './homes.js';
import { ibanOf } from './iban.js';
import { officersOf } from './officers.js';
import { receiptsOf } from './receipts.js';

/** Collects cases and writes them as the rows that the mutations would have left, numbered in the order in which they came in. */
export class Ledger {
  private readonly cases: { one: Case; course: Course }[] = [];
  /** Persons covered by a decision with a payment made in a year, by year. */
  private readonly paid = new Map<number, Set<string>>();
  /** The first day on which the last status found for a household no longer holds. */
  private readonly held = new Map<string, string>();
  /** Ids of the batches by municipality and month. */
  private readonly batches = new Map<string, string>();
  private decisions = 0;

  constructor(
    private readonly world: World,
    private readonly homes: Homes,
    private readonly random: Random,
  ) {}

  /** Takes a case; its payments are known at once. */
  add(one: Case): void {
    const course = courseOf(one);
    this.cases.push({ one, course });
    if (one.status && one.status.status !== 'NONE')
      this.held.set(one.home.household.id, [this.statusUntil(one.home), one.status.until].sort()[1] as string);
    for (const { month } of course.payments) {
      if (!this.isPaid(month)) continue;
      const year = Number(month.slice(0, 4));
      const known = this.paid.get(year) ?? new Set<string>();
      for (const person of one.home.members) known.add(person.id);
      this.paid.set(year, known);
    }
  }

  /** Persons covered by a decision with a payment made in the year. */
  recipients(year: number): ReadonlySet<string> {
    return this.paid.get(year) ?? new Set();
  }

  /** The first day on which the last status found for a home no longer holds; '' for a home without any. */
  statusUntil(home: Home): string {
    return this.held.get(home.household.id) ?? '';
  }

  /** How many applications and decisions are written: what comes after them goes on with the numbers. */
  get written(): { applications: number; decisions: number } {
    return { applications: this.cases.length, decisions: this.decisions };
  }

  /** Adds everything to the world. */
  write(): void {
    const ordered = this.cases.toSorted((a, b) =>
      a.one.submittedOn < b.one.submittedOn ? -1 : a.one.submittedOn > b.one.submittedOn ? 1 : 0,
    );
    for (const { one, course } of ordered)
      for (const { month } of course.payments) if (this.isPaid(month)) this.batches.set(`${one.home.household.municipality} ${month}`, '');
    this.writeBatches();
    for (const [index, { one, course }] of ordered.entries()) this.writeCase(one, course, index + 1);
    this.world.after('benefits', `select setval('application_number', ${Math.max(1, ordered.length)})`);
    this.world.after('benefits', `select setval('decision_number', ${Math.max(1, this.decisions)})`);
    this.world.after('benefits', `select setval('payment_batch_number', ${Math.max(1, this.batches.size)})`);
  }

  /** A month that is over has been paid; the present one is due. */
  private isPaid(month: string): boolean {
    return month < monthOf(this.world.today);
  }

  private writeBatches(): void {
    const keys = [...this.batches.keys()].sort((a, b) => (a.slice(8) + a < b.slice(8) + b ? -1 : 1));
    for (const [at, key] of keys.entries()) {
      const [municipality, month] = key.split(' ') as [string, string];
      const id = this.world.id('payment batch', key);
      this.batches.set(key, id);
      const { paymentPreparer, paymentApprover } = officersOf(this.world, municipality, month);
      this.world.add('benefits', 'payment_batch', {
        id,
        municipality,
        number: `IZM-${month.slice(0, 4)}-${String(at + 1).padStart(6, '0')}`,
        month,
        state: 'RECONCILED',
        prepared_by: paymentPreparer,
        prepared_on: addDays(month, 24),
        approved_by: paymentApprover,
        approved_on: addDays(month, 25),
        version: 4,
      });
    }
  }

  private writeCase(one: Case, course: Course, n: number): void {
    const { world } = this;
    const { home, submittedOn, stage = 'DECIDED', means } = one;
    const { municipality } = home.household;
    const id = world.id('application', n);
    const complete = stage !== 'SUBMITTED';
    world.add('benefits', 'application', {
      id,
      municipality,
      number: `SP-${submittedOn.slice(0, 4)}-${String(n).padStart(6, '0')}`,
      applicant_id: home.head.id,
      household_id: home.household.id,
      benefit_type: one.type,
      legal_ground: one.ground ?? 'STANDARD',
      submitted_on: submittedOn,
      complete_on: complete ? course.completeOn : null,
      due_on: complete ? course.dueOn : null,
      state: stage,
      payee_account: ibanOf(Number(home.head.reference.slice(2))),
      claimed_costs: receiptsOf(one),
      housing_costs: means && complete ? means.housingCosts : null,
      assessed_on: means && complete ? submittedOn : null,
      changes_id: null,
      effective_from: null,
      version: { SUBMITTED: 1, MEANS_DECLARED: 2, PROPOSED: 3, DECIDED: 4 }[stage],
    });
    if (means && complete) this.writeMeans(one, id, means.income);
    if (stage === 'PROPOSED' || stage === 'DECIDED') this.writeDecision(one, course, id);
  }

  private writeMeans({ home, submittedOn }: Case, applicationId: string, income: number): void {
    const { world, random } = this;
    const { municipality } = home.household;
    const earners: { person: DemoPerson; source: string }[] = [];
    for (const person of home.members) {
      const { age, pensioner, disability } = this.homes.facts(person, submittedOn);
      world.add('benefits', 'application_member', {
        id: world.id('application member', `${applicationId} ${person.id}`),
        municipality,
        application_id: applicationId,
        person_id: person.id,
        age,
        disability,
        pensioner,
      });
      if (age >= 18) earners.push({ person, source: pensioner ? 'PENSION' : disability === 'NONE' ? 'WAGE' : 'BENEFIT' });
    }
    if (income === 0) return;
    const shares =
      earners.length > 1 && income > 20_000 && random.chance(0.6)
        ? [Math.floor(income * 0.55), income - Math.floor(income * 0.55)]
        : [income];
    for (const [at, share] of shares.entries()) {
      const { person, source } = earners[at] ?? { person: home.head, source: 'OTHER' };
      const swing = source === 'WAGE' ? random.int(0, Math.floor(share / 4)) : 0;
      world.add('benefits', 'declared_income', {
        id: world.id('declared income', `${applicationId} ${at}`),
        municipality,
        application_id: applicationId,
        person_id: person.id,
        source,
        monthly: [share - swing, share, share + swing].map(String),
        evidence: random.pick(source === 'WAGE' ? ['DECLARED', 'DOCUMENT'] : ['REGISTER', 'DOCUMENT']),
      });
    }
  }

  private writeDecision(one: Case, { proposedOn, payments, ...course }: Course, applicationId: string): void {
    const { world } = this;
    const { home, status, monthly } = one;
    const { municipality } = home.household;
    const n = ++this.decisions;
    const id = world.id('decision', n);
    const number = `L-${proposedOn.slice(0, 4)}-${String(n).padStart(6, '0')}`;
    const decided = one.stage === undefined;
    const approvedOn = decided ? course.approvedOn : null;
    const notified = decided && course.notifiedOn <= world.today;
    const officers = officersOf(world, municipality, proposedOn);
    const held = status && status.status !== 'NONE' ? status : null;
    const outcome = one.refused ? 'REFUSE' : 'GRANT';
    world.add('benefits', 'decision', {
      id,
      municipality,
      number,
      application_id: applicationId,
      household_id: home.household.id,
      outcome,
      monthly_amount: monthly?.amount ?? null,
      amount: one.once ?? null,
      months: monthly?.months ?? null,
      from_date: monthly?.from ?? null,
      until_date: monthly ? addMonths(monthly.from, monthly.months) : null,
      household_status: status?.status ?? null,
      status_from: held?.from ?? null,
      status_until: held?.until ?? null,
      reasons: one.refused ?? null,
      proposed_by: officers.proposers[n % officers.proposers.length] as string,
      proposed_on: proposedOn,
      approved_by: approvedOn && (officers.approvers[n % 9 === 0 ? officers.approvers.length - 1 : 0] as string),
      approved_on: approvedOn,
      state: decided ? (notified ? 'NOTIFIED' : 'APPROVED') : 'PROPOSED',
      notified_on: notified ? course.notifiedOn : null,
      challenge_until: notified ? addMonths(course.notifiedOn, 1) : null,
      revoked_from: null,
      changes_id: null,
      chain_id: null,
      version: decided ? (notified ? 3 : 2) : 1,
    });
    for (const person of home.members) world.add('benefits', 'decision_person', { decision_id: id, person_id: person.id, municipality });
    if (approvedOn === null) return;
    this.writePayments(payments, municipality, id);
    if (held) {
      for (const person of home.members) {
        const body = {
          householdId: home.household.id,
          personId: person.id,
          decisionId: id,
          status: held.status,
          from: held.from,
          until: held.until,
        };
        world.fact('benefits', { kind: 'household-status', key: `${id}:${person.id}`, municipality, body });
      }
    }
    if (approvedOn >= '2022-01-01') {
      const body = { decisionId: id, personId: home.head.id, number, benefitType: one.type, outcome, on: approvedOn } as const;
      world.fact('benefits', { kind: 'decision', key: id, municipality, body });
    }
  }

  private writePayments(payments: Course['payments'], municipality: string, decisionId: string): void {
    for (const { month, amount } of payments) {
      const paid = this.isPaid(month);
      this.world.add('benefits', 'payment', {
        id: this.world.id('payment', `${decisionId} ${month}`),
        municipality,
        decision_id: decisionId,
        month,
        amount,
        state: paid ? 'PAID' : 'DUE',
        batch_id: paid ? (this.batches.get(`${municipality} ${month}`) ?? null) : null,
        paid_on: paid ? addDays(month, 27) : null,
        rejected_code: null,
        rejected_reason: null,
      });
    }
  }
}
