import { assistance, clientFacing, desk, everyStaff, read, socialWorkers, write } from './grant.js';

/** Who and where: persons, households, consents, organisations, places; and who looked at whom. */
export const registryActions = {
  'viewer.read': read([...everyStaff, 'region-analyst', 'partner'], 'see who you are signed in as', 'skatīt savu pieslēguma informāciju'),
  // "the person exists, under this reference": a partner reaches only the persons of its own referrals (registry), hr reaches none
  'person.read': read([...clientFacing, 'finance', 'auditor', 'partner'], 'see a person by reference', 'skatīt personu pēc atsauces'),
  // searching by name or code confirms an identity, so who may not read identity may not search either; a carer works from the list of the facility,
  // does not need the whole town, and has emergency access for the night
  'person.search': read([...desk], 'search for persons', 'meklēt personas'),
  // a partner further needs the consent's scope: IDENTITY, CONTACT, NEEDS
  'person.identity.read': read([...clientFacing, 'finance', 'partner'], 'read who a person is', 'skatīt personas identitāti'),
  'person.contact.read': read([...clientFacing, 'partner'], 'read how to reach a person', 'skatīt personas kontaktinformāciju'),
  'person.age.read': read([...clientFacing, 'partner'], 'read the age of a person', 'skatīt personas vecumu'),
  'person.register': write([...assistance, ...socialWorkers, 'facility-manager', 'director'], 'register a person', 'reģistrēt personu'),
  'person.move': write([...assistance, ...socialWorkers, 'director'], 'record a change of residence', 'reģistrēt dzīvesvietas maiņu'),
  // what somebody was called and which codes they had: of no concern to a partner, whatever a consent opens
  'person.history.read': read([...clientFacing], 'read former names and codes of a person', 'skatīt personas agrākos vārdus un kodus'),
  'person.code.change': write([...assistance, ...socialWorkers, 'director'], 'record a new personal code', 'reģistrēt personas koda maiņu'),
  'person.identity.rectify': write(
    [...assistance, ...socialWorkers, 'director'],
    'correct or change who a person is, keeping what was',
    'labot vai mainīt personas identitāti, saglabājot iepriekšējo',
  ),
  'representation.read': read(
    [...desk, 'auditor'],
    'read who acts for a child or a ward',
    'skatīt, kas pārstāv bērnu vai aizgādnībā esošu personu',
  ),
  'representation.record': write(
    [...assistance, ...socialWorkers, 'director'],
    'record who acts for a child or a ward',
    'reģistrēt bērna vai aizgādnībā esošas personas pārstāvi',
  ),
  'representation.end': write(
    [...assistance, ...socialWorkers, 'director'],
    "record the end of somebody's acting for another",
    'reģistrēt pārstāvības beigas',
  ),
  // disability, pregnancy, prison: for whoever decides or plans by it; a carer learns what matters from the assessed needs
  'person.circumstance.read': read([...desk], 'read the circumstances of a person', 'skatīt personas apstākļus'),
  'person.circumstance.record': write(
    [...assistance, ...socialWorkers, 'director'],
    'record a circumstance of a person',
    'reģistrēt personas apstākļus',
  ),
  // with whom somebody lives; the auditor checks means by it, by reference, without a name
  'household.read': read([...desk, 'auditor'], 'read who lives in a household', 'skatīt mājsaimniecības sastāvu'),
  'household.change': write([...assistance, ...socialWorkers, 'director'], 'change a household', 'mainīt mājsaimniecības sastāvu'),
  // a partner: the consents given to itself, so that a domain can ask for them with the partner's own token
  'consent.read': read([...desk, 'auditor', 'partner'], 'read the consents of a person', 'skatīt personas piekrišanas'),
  'consent.give': write([...desk], 'record a consent', 'reģistrēt piekrišanu'),
  'consent.withdraw': write([...desk], 'withdraw a consent', 'atsaukt piekrišanu'),
  'organisation.read': read([...everyStaff, 'partner'], 'read about organisations', 'skatīt organizācijas'),
  'municipality.read': read([...everyStaff, 'region-analyst'], 'read about municipalities', 'skatīt pašvaldības'),
  'region.read': read([...everyStaff, 'region-analyst'], 'read about regions', 'skatīt reģionus'),
  // the auditor alone: who is watched does not read the watch, the director included
  'audit.read': read(['auditor'], 'read the audit trail', 'skatīt audita pierakstus'),
  'fact.read': read(['domain'], 'collect the facts of another domain', 'saņemt citas jomas faktus'),
} as const;
