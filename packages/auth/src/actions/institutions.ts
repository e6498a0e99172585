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
  // an emergency that nobody has confirmed tells its reason: for who may confirm, and for who watches; carers and benefits have no part in it
  'placement.confirmation.read': read(
    [...socialWorkers, 'facility-manager', 'director', 'auditor'],
    'read which emergency placements wait for a confirmation',
    'skatīt neapstiprinātās steidzamās uzņemšanas',
  ),
  // register and capacity bind the town; beds are the manager's daily work
  'facility.change': write(
    ['head-of-services', 'director'],
    'open, register, resize or close a facility',
    'atvērt, reģistrēt, mainīt vai slēgt iestādi',
  ),
  'facility.place.change': write(
    ['facility-manager', 'head-of-services', 'director'],
    'put a bed into or out of service',
    'nodot vietu lietošanā vai izņemt no tās',
  ),
  'facility.queue.change': write(
    [...socialWorkers, 'facility-manager'],
    'keep the waiting list of a facility',
    'vest iestādes gaidīšanas rindu',
  ),
  // whoever is on duty writes down what happened and sees what was written of it; the list of all is for who answers for the house
  'incident.record': write(
    [...socialWorkers, 'facility-manager', 'carer', 'director'],
    'record an incident or a breach of house rules',
    'reģistrēt starpgadījumu vai iekšējās kārtības pārkāpumu',
  ),
  'incident.read': read(
    [...socialWorkers, 'facility-manager', 'director'],
    'read incidents and breaches of house rules',
    'skatīt starpgadījumus un kārtības pārkāpumus',
  ),
  'night.record': write([...socialWorkers, 'facility-manager', 'carer'], 'record a night', 'reģistrēt nakšņošanu'),
} as const;
