import { by, type Counts, different, euro, grouped, inYear, type Records, type Row } from './records.js';

const approved = ['APPROVED', 'NOTIFIED', 'CHALLENGED', 'UPHELD', 'REVOKED'];

const inForce = (decision: Row): boolean =>
  approved.includes(decision.state) &&
  (decision.revoked_from === null || decision.revoked_from > (decision.status_from ?? decision.from_date ?? decision.approved_on));

/** The dynamics of benefits: statuses that began, money that went, persons whom it was for. */
export function benefitsDynamics(records: Records, year: number): Counts {
  const decisions = by(records.decision);
  const applications = by(records.application);
  const covered = grouped(records.decision_person, 'decision_id');
  const personsOf = (ids: readonly string[]) => different(ids.flatMap((id) => (covered.get(id) ?? []).map(({ person_id }) => person_id)));

  const began = (status: string) =>
    records.decision.filter((decision) => {
      const changed = decision.changes_id ? decisions.get(decision.changes_id) : undefined;
      const goesOn = changed !== undefined && inForce(changed) && changed.household_status === status;
      return decision.household_status === status && inYear(decision.status_from, year) && inForce(decision) && !goesOn;
    });
  const statusRows = (row: string, status: string): Counts => ({
    [`${row}-families`]: different(began(status).map(({ household_id }) => household_id)),
    [`${row}-persons`]: personsOf(began(status).map(({ id }) => id)),
  });

  const paid = records.payment
    .filter(({ paid_on, amount, deducted }) => inYear(paid_on, year) && amount > deducted)
    .map((payment) => ({ ...payment, application: applications.get(decisions.get(payment.decision_id)?.application_id) ?? {} }) as Row);
  const standard = paid.filter(({ application }) => application.legal_ground === 'STANDARD');
  const sum = (payments: readonly Row[]) => euro(payments.map(({ amount, deducted }) => amount - deducted));
  const of = (...types: string[]) => standard.filter(({ application }) => types.includes(application.benefit_type));
  const guarantees = records.benefit_type.filter(({ orphan_guarantee }) => orphan_guarantee).map(({ code }) => code);
  return {
    ...statusRows('needy', 'NEEDY'),
    ...statusRows('low-income', 'LOW_INCOME'),
    'benefit-recipients': personsOf(paid.map(({ decision_id }) => decision_id)),
    'gmi-recipients': personsOf(of('gmi').map(({ decision_id }) => decision_id)),
    'gmi-paid': sum(of('gmi')),
    'housing-allowance': sum(of('housing-allowance')),
    'health-benefit': sum(of('health-care')),
    'meals-benefits': sum(of('child-meals', 'adult-meals')),
    'crisis-benefit': sum(of('crisis')),
    'large-family-support': sum(of('large-family')),
    'unforeseen-support': sum(of('identity-document', 'release-from-prison')),
    'orphan-guarantees': sum(of(...guarantees)),
    'accessibility-support': sum(of('accessibility')),
    'ukraine-support': sum(paid.filter(({ application }) => application.legal_ground === 'UKRAINE_SUPPORT')),
  };
}

/** Applications by the law on support of Ukrainian civilians. */
export function ukraineApplications(records: Records, year: number): Counts {
  const counts: Counts = { gmi: 0, housing: 0, 'emergency-guardianship': 0, crisis: 0, other: 0, total: 0 };
  const rows: Record<string, string> = {
    'housing-allowance': 'housing',
    gmi: 'gmi',
    'emergency-guardianship': 'emergency-guardianship',
    crisis: 'crisis',
  };
  for (const application of records.application) {
    if (application.legal_ground !== 'UKRAINE_SUPPORT' || application.state === 'WITHDRAWN' || application.changes_id !== null) continue;
    if (!inYear(application.submitted_on, year) || year < 2022) continue;
    const row = rows[application.benefit_type] ?? 'other';
    counts[row] = (counts[row] ?? 0) + 1;
    counts.total = (counts.total ?? 0) + 1;
  }
  return counts;
}
