import { assistance, everyStaff, read, socialWorkers, write } from './grant.js';

/** Money for people: types, thresholds, applications, means, decisions, payments. */
export const benefitsActions = {
  'benefitType.read': read([...everyStaff], 'read the kinds of benefit', 'skatīt pabalstu veidus'),
  'threshold.read': read([...everyStaff], 'read the income thresholds', 'skatīt ienākumu sliekšņus'),
  // stores nothing and names nobody
  'means.assess': read(
    [...assistance, ...socialWorkers, 'director', 'auditor', 'finance'],
    'calculate means',
    'aprēķināt materiālo stāvokli',
  ),
  'application.read': read(
    [...assistance, ...socialWorkers, 'finance', 'director', 'auditor'],
    'read applications for benefits',
    'skatīt pabalstu iesniegumus',
  ),
  'application.submit': write([...assistance, 'director'], 'submit an application', 'reģistrēt iesniegumu'),
  'application.withdraw': write([...assistance, 'director'], 'withdraw an application', 'atsaukt iesniegumu'),
  // incomes and housing costs one by one; the case worker learns the household's status, not the wage slips
  // the auditor checks whether a decision was right, by reference, without a name
  'means.read': read([...assistance, 'director', 'auditor'], 'read declared means', 'skatīt deklarēto materiālo stāvokli'),
  'means.declare': write([...assistance, 'director'], 'declare means', 'deklarēt materiālo stāvokli'),
  'payee.read': read([...assistance, 'finance', 'director'], 'read to which account a benefit goes', 'skatīt pabalsta saņēmēja kontu'),
  'household.status.read': read(
    [...assistance, ...socialWorkers, 'director', 'auditor'],
    'read the status of a household',
    'skatīt mājsaimniecības statusu',
  ),
  'household.status.prolong': write(
    ['head-of-assistance', 'director'],
    'prolong the status of households in bulk',
    'pagarināt mājsaimniecību statusu',
  ),
  'decision.read': read(
    [...assistance, ...socialWorkers, 'finance', 'director', 'auditor'],
    'read decisions on benefits',
    'skatīt lēmumus par pabalstiem',
  ),
  // no person does both halves, whatever the role: the benefits domain compares the subjects
  'decision.propose': write([...assistance, 'director'], 'propose a decision', 'sagatavot lēmumu'),
  'decision.approve': write(['head-of-assistance', 'director'], 'approve or return a decision', 'apstiprināt vai atdot lēmumu'),
  'decision.notify': write([...assistance, 'director'], 'record that a decision was notified', 'reģistrēt lēmuma paziņošanu'),
  'decision.challenge': write([...assistance, 'director'], 'record a challenge', 'reģistrēt lēmuma apstrīdēšanu'),
  'challenge.decide': write(['head-of-assistance', 'director'], 'decide a challenge', 'izlemt apstrīdēšanas iesniegumu'),
  'payment.read': read([...assistance, 'finance', 'director', 'auditor'], 'read payments', 'skatīt izmaksas'),
  'payment.prepare': write(['finance', 'director'], 'prepare a payment batch', 'sagatavot izmaksu sarakstu'),
  'payment.approve': write(['finance', 'director'], 'approve a payment batch', 'apstiprināt izmaksu sarakstu'),
} as const;
