import { addDays, addMonths } from '@atbalsts/database';
import type { Random } from '../random.js';
import type { DemoPerson, World } from '../world.js';
import type { Home, Homes } from './homes.js';
import { ibanOf } from './iban.js';
import { officersOf } from './officers.js';

/** An application with all that followed, as the demo plans it. Money is cents. */
export interface Case {
  home: Home;
  /** Whom the decision covers; the whole household where left out. */
  covered?: readonly DemoPerson[];
  type: string;
  ground?: 'STANDARD' | 'UKRAINE_SUPPORT';
  submittedOn: string;
  /** Average monthly income of the household and housing costs, where means are declared. */
  means?: { income: number; housingCosts: number };
  /** The status found, with its period where there is one. */
  status?: { status: 'NEEDY' | 'LOW_INCOME'; from: string; until: string } | { status: 'NONE' };
  /** Granted a month. */
  monthly?: { amount: number; months: number; from: string };
  /** Granted once. */
  once?: number;
  /** Refused, with these reasons. */
  refused?: string;
  /** How far it has come; DECIDED where left out. */
  stage?: 'SUBMITTED' | 'MEANS_DECLARED' | 'PROPOSED';
  claimedCosts?: number;
}

const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** Collects cases and writes them as the rows that the mutations would have left, numbered in the order in which they came in. */
export class Ledger {
  private readonly cases: Case[] = [];
  /** Persons covered by a decision with a payment made in a year, by year. */
  private readonly paid = new Map<number, Set<string>>();
  private readonly batches = new Map<string, string>();
  private decisions = 0;

  constructor(
    private readonly world: World,
    private readonly homes: Homes,
    private readonly random: Random,
  ) {}

  /** Takes a case; its payments are known at once. */
  add(one: Case): void {
    this.cases.push(one);
    for (const { month } of paymentsOf(one)) {
      if (!this.isPaid(month)) continue;
      const year = Number(month.slice(0, 4));
      const known = this.paid.get(year) ?? new Set<string>();
      for (const person of one.covered ?? one.home.members) known.add(person.id);
      this.paid.set(year, known);
    }
  }

  /** Persons covered by a decision with a payment made in the year. */
  recipients(year: number): ReadonlySet<string> {
    return this.paid.get(year) ?? new Set();
  }

  /** Adds everything to the world. */
  write(): void {
    const ordered = this.cases.map((one, at) => ({ one, at })).sort((a, b) => (a.one.submittedOn < b.one.submittedOn ? -1 : a.one.submittedOn > b.one.submittedOn ? 1 : a.at - b.at));
    for (const { one } of ordered) for (const { month } of paymentsOf(one)) if (this.isPaid(month)) this.batches.set(`${one.home.household.municipality} ${month}`, '');
    this.writeBatches();
    ordered.forEach(({ one }, index) => this.writeCase(one, index + 1));
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

  private writeCase(one: Case, n: number): void {
    const { world } = this;
    const { home, submittedOn, stage = 'DECIDED', means } = one;
    const { municipality } = home.household;
    const id = world.id('application', n);
    const completeOn = stage === 'SUBMITTED' ? null : completeOnOf(one);
    world.add('benefits', 'application', {
      id,
      municipality,
      number: `SP-${submittedOn.slice(0, 4)}-${String(n).padStart(6, '0')}`,
      applicant_id: home.head.id,
      household_id: home.household.id,
      benefit_type: one.type,
      legal_ground: one.ground ?? 'STANDARD',
      submitted_on: submittedOn,
      complete_on: completeOn,
      due_on: completeOn && addMonths(completeOn, 1),
      state: stage,
      payee_account: ibanOf(n),
      claimed_costs: one.claimedCosts ?? null,
      housing_costs: means && stage !== 'SUBMITTED' ? means.housingCosts : null,
      assessed_on: means && stage !== 'SUBMITTED' ? submittedOn : null,
      version: { SUBMITTED: 1, MEANS_DECLARED: 2, PROPOSED: 3, DECIDED: 4 }[stage],
    });
    if (means && stage !== 'SUBMITTED') this.writeMeans(one, id, means.income);
    if (completeOn && (stage === 'PROPOSED' || stage === 'DECIDED')) this.writeDecision(one, id, completeOn);
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
    const shares = earners.length > 1 && income > 20_000 && random.chance(0.6) ? [Math.floor(income * 0.55), income - Math.floor(income * 0.55)] : [income];
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

  private writeDecision(one: Case, applicationId: string, completeOn: string): void {
    const { world } = this;
    const { home, status, monthly, covered = home.members } = one;
    const { municipality } = home.household;
    const n = ++this.decisions;
    const id = world.id('decision', n);
    const number = `L-${completeOn.slice(0, 4)}-${String(n).padStart(6, '0')}`;
    const decided = one.stage === undefined;
    const proposedOn = proposedOnOf(one);
    const approvedOn = decided ? approvedOnOf(one) : null;
    const notifiedOn = approvedOn && addDays(approvedOn, 1 + (n % 4));
    const notified = notifiedOn !== null && notifiedOn <= world.today;
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
      notified_on: notified ? notifiedOn : null,
      challenge_until: notified ? addMonths(notifiedOn, 1) : null,
      version: decided ? (notified ? 3 : 2) : 1,
    });
    for (const person of covered) world.add('benefits', 'decision_person', { decision_id: id, person_id: person.id, municipality });
    if (approvedOn === null) return;
    this.writePayments(one, id);
    if (held) {
      for (const person of covered) {
        const body = { householdId: home.household.id, personId: person.id, decisionId: id, status: held.status, from: held.from, until: held.until };
        world.fact('benefits', { kind: 'household-status', key: `${id}:${person.id}`, municipality, body });
      }
    }
    if (approvedOn >= '2022-01-01') {
      const body = { decisionId: id, personId: home.head.id, number, benefitType: one.type, outcome, on: approvedOn } as const;
      world.fact('benefits', { kind: 'decision', key: id, municipality, body });
    }
  }

  private writePayments(one: Case, decisionId: string): void {
    const { municipality } = one.home.household;
    for (const { month, amount } of paymentsOf(one)) {
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
      });
    }
  }
}

/** Days between the steps of a case, spread by what the case is, so that they need no chance of their own. */
const pace = ({ home, submittedOn }: Case, steps: number): number => (Number.parseInt(home.head.id.slice(0, 6), 16) + Number(submittedOn.slice(8))) % steps;

const completeOnOf = (one: Case): string => addDays(one.submittedOn, pace(one, 4));
const proposedOnOf = (one: Case): string => addDays(completeOnOf(one), 1 + pace(one, 6));
const approvedOnOf = (one: Case): string => addDays(proposedOnOf(one), pace(one, 5));

/** The payments of a case, by month. What is approved after the 24th goes with the batch of the next month. */
export function paymentsOf(one: Case): { month: string; amount: number }[] {
  if (one.stage !== undefined || one.refused) return [];
  if (one.once !== undefined) {
    const approvedOn = approvedOnOf(one);
    return [{ month: monthOf(Number(approvedOn.slice(8)) > 24 ? addMonths(monthOf(approvedOn), 1) : approvedOn), amount: one.once }];
  }
  const { amount, months, from } = one.monthly ?? { amount: 0, months: 0, from: one.submittedOn };
  return Array.from({ length: months }, (_, i) => ({ month: addMonths(monthOf(from), i), amount }));
}
