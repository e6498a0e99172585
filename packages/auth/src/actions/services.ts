import { clientFacing, everyStaff, management, read, socialWorkers, write } from './grant.js';
import { serviceRecordsActions } from './service-records.js';

/** Social work and services: cases, agreements, visits, requests, referrals, deliveries. */
export const servicesActions = {
  ...serviceRecordsActions,
  'serviceType.read': read([...everyStaff, 'region-analyst', 'partner'], 'read the kinds of service', 'skatīt pakalpojumu veidus'),
  // head-of-assistance too: whoever approves money must be able to ask who the client's case worker is
  'case.read': read([...socialWorkers, 'head-of-assistance', 'director'], 'read social cases', 'skatīt sociālā darba lietas'),
  'case.note.read': read([...socialWorkers, 'director'], 'read the notes of a case', 'skatīt lietas piezīmes'),
  'case.note.record': write([...socialWorkers], 'write a note in a case', 'pievienot lietas piezīmi'),
  'case.open': write([...socialWorkers, 'director'], 'open a case', 'atvērt lietu'),
  // everything of one employee at once: when somebody goes
  'work.handOver': write([...management], 'hand all work of an employee over to another', 'nodot visu darbinieka darbu citam'),
  'case.goal.add': write([...socialWorkers, 'director'], 'add a goal to a case', 'pievienot lietas mērķi'),
  'case.handOver': write([...socialWorkers, 'director'], 'hand a case over to another worker', 'nodot lietu citam darbiniekam'),
  'case.close': write([...socialWorkers, 'director'], 'close a case', 'slēgt lietu'),
  // names who does what for the client, and nothing of the case
  'careTeam.read': read(
    [...socialWorkers, 'assistance-organiser', 'head-of-assistance', 'facility-manager', 'director'],
    'read who works with a person',
    'skatīt, kas strādā ar personu',
  ),
  'caseload.read': read(
    [...socialWorkers, 'head-of-assistance', 'hr', 'director', 'auditor'],
    'read how many cases an employee has',
    'skatīt darbinieka noslodzi',
  ),
  'agreement.read': read(
    [...socialWorkers, 'assistance-organiser', 'head-of-assistance', 'director'],
    'read participation agreements',
    'skatīt līdzdarbības vienošanās',
  ),
  'agreement.fulfil': write(
    [...socialWorkers, 'assistance-organiser', 'director'],
    'record that a duty of an agreement is fulfilled',
    'reģistrēt izpildītu vienošanās pienākumu',
  ),
  'agreement.make': write(
    [...socialWorkers, 'assistance-organiser', 'director'],
    'make a participation agreement',
    'slēgt līdzdarbības vienošanos',
  ),
  'visit.read': read(
    [...socialWorkers, 'assistance-organiser', 'head-of-assistance', 'director'],
    'read home visits',
    'skatīt dzīvesvietas apmeklējumus',
  ),
  'visit.record': write([...socialWorkers, 'assistance-organiser'], 'record a home visit', 'reģistrēt dzīvesvietas apmeklējumu'),
  'request.read': read([...clientFacing, 'auditor'], 'read requests for services', 'skatīt pakalpojumu pieprasījumus'),
  'request.create': write(
    [...socialWorkers, 'assistance-organiser', 'facility-manager', 'director'],
    'request a service',
    'pieprasīt pakalpojumu',
  ),
  'needs.read': read([...socialWorkers, 'facility-manager', 'carer', 'director'], 'read assessed needs', 'skatīt vajadzību novērtējumu'),
  'needs.assess': write([...socialWorkers, 'director'], 'assess needs', 'novērtēt vajadzības'),
  // the first call proposes, the call of a second person confirms
  'service.decide': write([...socialWorkers, 'director'], 'decide on a service', 'lemt par pakalpojumu'),
  'waitingList.read': read(
    [...socialWorkers, 'assistance-organiser', 'head-of-assistance', 'facility-manager', 'director', 'auditor'],
    'read waiting lists',
    'skatīt rindas',
  ),
  // a partner: those to itself
  'referral.read': read(
    [...socialWorkers, 'assistance-organiser', 'head-of-assistance', 'facility-manager', 'director', 'auditor', 'partner'],
    'read referrals',
    'skatīt nosūtījumus',
  ),
  // a partner further needs the consent's scope NEEDS
  'referral.needs.read': read([...socialWorkers, 'director', 'partner'], 'read the needs of a referral', 'skatīt nosūtījuma vajadzības'),
  'referral.make': write([...socialWorkers, 'director'], 'refer a person to a partner', 'nosūtīt personu pie partnera'),
  'referral.end': write([...socialWorkers, 'director'], 'end a referral', 'izbeigt nosūtījumu'),
  'referral.answer': write(['partner'], 'accept or decline a referral', 'pieņemt vai noraidīt nosūtījumu'),
  'delivery.read': read(
    [...socialWorkers, 'facility-manager', 'carer', 'director', 'auditor', 'partner'],
    'read deliveries of services',
    'skatīt sniegtos pakalpojumus',
  ),
  'delivery.record': write(
    [...socialWorkers, 'facility-manager', 'carer', 'partner'],
    'record a delivery of a service',
    'reģistrēt sniegto pakalpojumu',
  ),
  'survey.read': read(
    [...socialWorkers, 'facility-manager', 'carer', 'director', 'auditor'],
    'read answers to surveys',
    'skatīt aptauju atbildes',
  ),
  'survey.answer': write(
    [...socialWorkers, 'assistance-organiser', 'facility-manager', 'carer'],
    'record the answer to a survey',
    'reģistrēt aptaujas atbildi',
  ),
  'timeline.read': read(
    [...socialWorkers, 'assistance-organiser', 'head-of-assistance', 'director'],
    'read the timeline of a person',
    'skatīt personas notikumu gaitu',
  ),
  // the questions and weights of the forms name nobody
  'form.read': read(
    [...everyStaff],
    'read the forms by which risks and needs are assessed',
    'skatīt risku un vajadzību novērtēšanas kartes',
  ),
  'risk.read': read([...socialWorkers, 'director'], 'read risk assessments of families', 'skatīt ģimeņu risku novērtējumus'),
  'risk.assess': write([...socialWorkers, 'director'], 'assess the risks of a family', 'novērtēt ģimenes riskus'),
  'carePlan.read': read([...socialWorkers, 'facility-manager', 'carer', 'director'], 'read care plans', 'skatīt aprūpes plānus'),
  'carePlan.make': write([...socialWorkers, 'director'], 'make a care plan', 'sastādīt aprūpes plānu'),
  'serviceAgreement.read': read(
    [...socialWorkers, 'assistance-organiser', 'facility-manager', 'director', 'auditor'],
    'read service agreements',
    'skatīt pakalpojuma līgumus',
  ),
  'serviceAgreement.make': write([...socialWorkers, 'director'], 'make a service agreement', 'slēgt pakalpojuma līgumu'),
  'service.review': write([...socialWorkers, 'director'], 'review a service', 'pārskatīt pakalpojumu'),
  'service.end': write([...socialWorkers, 'director'], 'end a service', 'izbeigt pakalpojumu'),
  'waitingList.change': write([...socialWorkers, 'director'], 'change the order of a waiting list', 'mainīt rindas kārtību'),
  'place.read': read(
    [...socialWorkers, 'assistance-organiser', 'facility-manager', 'director', 'auditor'],
    'read free places and offers',
    'skatīt brīvās vietas un piedāvājumus',
  ),
  'place.offer': write([...socialWorkers, 'facility-manager', 'director'], 'offer a free place', 'piedāvāt brīvu vietu'),
  'offer.answer': write([...socialWorkers, 'director'], 'record the answer to an offer', 'reģistrēt atbildi uz piedāvājumu'),
  'myDay.read': read([...socialWorkers, 'director'], 'read what is due of your own work', 'skatīt savus termiņus'),
  'dueWork.read': read(['head-of-services', 'director'], 'read what is due of all workers', 'skatīt visu darbinieku termiņus'),
  'coverage.read': read(
    ['head-of-assistance', 'head-of-services', 'director', 'auditor', 'region-analyst'],
    'read which services are given where',
    'skatīt pakalpojumu pārklājumu',
  ),
} as const;
