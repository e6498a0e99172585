import { everyStaff, read, socialWorkers, write } from './grant.js';

/** Facilities, and who lives in them. */
export const institutionsActions = {
  'facility.read': read([...everyStaff], 'read about facilities', 'skatīt iestādes'),
  'placement.read': read(
    [...socialWorkers, 'assistance-organiser', 'head-of-assistance', 'facility-manager', 'carer', 'director', 'auditor'],
    'read who lives in a facility',
    'skatīt izmitināšanu iestādē',
  ),
  'placement.admit': write([...socialWorkers, 'facility-manager'], 'admit a person to a facility', 'uzņemt personu iestādē'),
  // by another person than who admitted: the institutions domain compares the subjects
  'placement.confirm': write(
    [...socialWorkers, 'facility-manager', 'director'],
    'confirm an emergency placement',
    'apstiprināt steidzamu uzņemšanu',
  ),
  'placement.extend': write([...socialWorkers, 'facility-manager'], 'extend a placement', 'pagarināt uzturēšanos iestādē'),
  'placement.transfer': write([...socialWorkers, 'facility-manager'], 'transfer a person', 'pārvietot personu uz citu iestādi'),
  'placement.end': write([...socialWorkers, 'facility-manager'], 'discharge a person', 'izrakstīt personu no iestādes'),
  'placement.cancel': write([...socialWorkers, 'facility-manager'], 'cancel a reservation', 'atcelt rezervāciju'),
  'placement.record': write(
    [...socialWorkers, 'facility-manager', 'carer'],
    'record what was done for a person in a facility',
    'reģistrēt iestādē paveikto',
  ),
  'night.record': write([...socialWorkers, 'facility-manager', 'carer'], 'record a night', 'reģistrēt nakšņošanu'),
} as const;
