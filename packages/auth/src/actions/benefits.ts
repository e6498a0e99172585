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
  'change.declare': write([...assistance, 'director'], 'record a change inside a granted period', 'reģistrēt izmaiņas piešķirtajā periodā'),
  // incomes and housing costs one by one; the case worker learns the household's status, not the wage slips
  // the auditor checks whether a decision was right, by reference, without a name
  'means.read': read([...assistance, 'director', 'auditor'], 'read declared means', 'skatīt deklarēto materiālo stāvokli'),
  'means.declare': write([...assistance, 'director'], 'declare means', 'deklarēt materiālo stāvokli'),
  // asking needs who somebody is, so who may not read identity may not ask; the trace is read by who asks, who decides and who watches
  'register.ask': write([...assistance, 'director'], 'ask the state registers', 'jautāt valsts reģistriem'),
  'register.read': read(
    [...assistance, 'director', 'auditor'],
    'read what the state registers were asked',
    'skatīt valsts reģistriem uzdotos jautājumus',
  ),
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
  'prolongation.read': read(
    [...assistance, 'finance', 'director', 'auditor'],
    'read what a prolongation of statuses touches',
    'skatīt, kuras mājsaimniecības skar statusu pagarināšana',
  ),
  // money follows it: never by who made it
  'prolongation.approve': write(
    ['head-of-assistance', 'director'],
    'approve a prolongation with benefits',
    'apstiprināt pagarināšanu kopā ar pabalstiem',
  ),
  'decision.read': read(
    [...assistance, ...socialWorkers, 'finance', 'director', 'auditor'],
    'read decisions on benefits',
    'skatīt lēmumus par pabalstiem',
  ),
  'letter.open': read([...assistance, 'director', 'auditor'], 'open the letter of a decision', 'atvērt lēmuma vēstuli'),
  // no person does both halves, whatever the role: the benefits domain compares the subjects
  'decision.propose': write([...assistance, 'director'], 'propose a decision', 'sagatavot lēmumu'),
  'decision.approve': write(['head-of-assistance', 'director'], 'approve a decision', 'apstiprināt lēmumu'),
  'decision.return': write(['head-of-assistance', 'director'], 'return a decision', 'atdot lēmumu'),
  'decision.notify': write([...assistance, 'director'], 'record that a decision was notified', 'reģistrēt lēmuma paziņošanu'),
  'decision.challenge': write([...assistance, 'director'], 'record a challenge', 'reģistrēt lēmuma apstrīdēšanu'),
  'challenge.decide': write(['head-of-assistance', 'director'], 'decide a challenge', 'izlemt apstrīdēšanas iesniegumu'),
  // with a client in the room it must be seen whether the money is on its way, and why it is less; not what else the town pays
  'payment.read': read([...assistance, ...socialWorkers, 'finance', 'director', 'auditor'], 'read payments', 'skatīt izmaksas'),
  'payment.batch.read': read([...assistance, 'finance', 'director', 'auditor'], 'read payment batches', 'skatīt izmaksu sarakstus'),
  'recovery.read': read(
    [...assistance, ...socialWorkers, 'finance', 'director', 'auditor'],
    'read recoveries of overpaid benefits',
    'skatīt pārmaksu atgūšanu',
  ),
  'payment.prepare': write(['finance', 'director'], 'prepare a payment batch', 'sagatavot izmaksu sarakstu'),
  'payment.approve': write(['finance', 'director'], 'approve a payment batch', 'apstiprināt izmaksu sarakstu'),
  'payment.export': write(['finance', 'director'], 'export a payment batch to the bank', 'sagatavot maksājumu failu bankai'),
  'payment.reconcile': write(['finance', 'director'], "record the bank's answer", 'reģistrēt bankas atbildi'),
} as const;
