import { clientFacing, desk, management, read, socialWorkers, write } from './grant.js';

/** Records of the services: violence, submissions, fees, assistants, programmes, appointments, routes. */
export const serviceRecordsActions = {
  // whoever meets clients must be able to report at once; who told of what is for social work alone
  'violence.report': write([...clientFacing], 'report violence', 'ziņot par vardarbību'),
  'violence.read': read([...socialWorkers, 'director'], 'read reports of violence', 'skatīt ziņojumus par vardarbību'),
  'violence.examine': write([...socialWorkers], 'examine a report of violence', 'izskatīt ziņojumu par vardarbību'),
  'violence.followUp': write(
    [...socialWorkers],
    'record what followed a report of violence',
    'reģistrēt, kas sekojis ziņojumam par vardarbību',
  ),
  'submission.receive': write([...desk], 'record a complaint or a suggestion', 'reģistrēt sūdzību vai priekšlikumu'),
  'submission.read': read([...desk, 'auditor'], 'read complaints and suggestions', 'skatīt sūdzības un priekšlikumus'),
  'submission.answer': write([...management], 'answer a complaint or a suggestion', 'atbildēt uz sūdzību vai priekšlikumu'),
  // FEES
  // ASSISTANTS
  // PROGRAMMES
  // APPOINTMENTS
} as const;
