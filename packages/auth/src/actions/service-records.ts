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
  'fee.read': read(
    [...socialWorkers, 'assistance-organiser', 'head-of-assistance', 'finance', 'director', 'auditor'],
    'read fees, invoices and receipts',
    'skatīt maksu, rēķinus un maksājumus',
  ),
  'fee.assess': write(
    [...socialWorkers, 'assistance-organiser'],
    'assess the income that a fee rests on',
    'noteikt ienākumus maksas aprēķinam',
  ),
  'invoice.issue': write(['finance', 'head-of-services'], 'issue invoices', 'izrakstīt rēķinus'),
  'receipt.record': write(['finance'], 'record money that came', 'reģistrēt saņemtu maksājumu'),
  'assistant.read': read(
    [...socialWorkers, 'assistance-organiser', 'finance', 'director', 'auditor'],
    'read contracts and reports of assistants',
    'skatīt asistentu līgumus un atskaites',
  ),
  'assistant.contract': write(
    [...socialWorkers, 'director'],
    'conclude and end contracts with assistants',
    'slēgt un izbeigt asistentu līgumus',
  ),
  'assistant.report': write([...socialWorkers, 'assistance-organiser'], 'submit reports of assistants', 'iesniegt asistentu atskaites'),
  'assistant.approve': write([...socialWorkers, 'director'], 'approve reports of assistants', 'apstiprināt asistentu atskaites'),
  'programme.read': read([...clientFacing, 'auditor'], 'read programmes and their groups', 'skatīt programmas un to grupas'),
  'programme.enrolment.read': read(
    [...socialWorkers, 'facility-manager', 'carer', 'director', 'auditor'],
    'read who takes part in programmes',
    'skatīt programmu dalībniekus',
  ),
  'programme.manage': write(
    ['head-of-services', 'facility-manager', 'director'],
    'open programmes and groups',
    'atvērt programmas un grupas',
  ),
  'programme.enrol': write([...socialWorkers, 'facility-manager'], 'enrol persons in programmes', 'uzņemt personas programmās'),
  'programme.session': write(
    [...socialWorkers, 'facility-manager', 'carer'],
    'record sessions of programmes',
    'reģistrēt programmu nodarbības',
  ),
  'meal.read': read([...clientFacing, 'finance', 'auditor'], 'read which meals were given out', 'skatīt izsniegtās ēdienreizes'),
  'meal.issue': write([...clientFacing], 'record meals given out', 'reģistrēt izsniegtas ēdienreizes'),
  'trip.read': read([...clientFacing, 'auditor'], 'read trips of vehicles', 'skatīt braucienus'),
  // as what somebody is a client, by which the sectors report
  'clientGroup.record': write(
    [...socialWorkers, 'director'],
    'record as what somebody is a client',
    'reģistrēt, pie kuras klientu grupas persona pieder',
  ),
  // an illness may show
  'support.read': read(
    [...socialWorkers, 'facility-manager', 'carer', 'director'],
    'read how somebody was supported',
    'skatīt personai sniegto atbalstu',
  ),
  'support.record': write([...socialWorkers, 'facility-manager', 'carer'], 'record support given', 'reģistrēt sniegtu atbalstu'),
  'trip.record': write([...socialWorkers, 'facility-manager', 'carer'], 'record trips of vehicles', 'reģistrēt braucienus'),
  'appointment.times.read': read([...desk, 'carer'], 'read when employees receive', 'skatīt darbinieku pieņemšanas laikus'),
  'appointment.read': read([...desk], 'read appointments', 'skatīt pierakstus'),
  'appointment.hours': write([...desk], 'say when employees receive', 'noteikt pieņemšanas laikus'),
  'appointment.book': write([...desk], 'book appointments', 'pierakstīt pie darbinieka'),
  'appointment.settle': write([...desk], 'record what came of appointments', 'reģistrēt, vai pieņemšana notikusi'),
  'visit.plan': write([...socialWorkers, 'assistance-organiser', 'director'], 'plan routes of home visits', 'plānot apmeklējumu maršrutus'),
} as const;
