import { everyStaff, management, read, write } from './grant.js';

/** Employees, posts, training, supervision. */
export const workforceActions = {
  'employee.read': read([...everyStaff], 'read about employees', 'skatīt darbiniekus'),
  'employee.hire': write(['hr', 'director'], 'hire an employee', 'pieņemt darbinieku'),
  'employee.leave': write(['hr', 'director'], 'record that an employee leaves', 'reģistrēt darbinieka aiziešanu'),
  'post.assign': write(['hr', 'director'], 'assign a post', 'piešķirt amatu'),
  // hours against what the law asks of one employee: between the employee's superiors and hr
  'obligation.read': read(
    ['hr', ...management, 'auditor'],
    'read hours of training and supervision',
    'skatīt mācību un supervīzijas stundas',
  ),
  // that somebody is away, until when and who stands in, everybody sees (employee.read); why, only superiors and hr
  'absence.record': write(['hr', ...management], 'record an absence and who stands in', 'reģistrēt prombūtni un aizvietotāju'),
  'absence.reason.read': read(['hr', ...management], 'read why an employee is away', 'skatīt darbinieka prombūtnes iemeslu'),
  'handover.read': read(['hr', ...management], 'read what is to be handed over', 'skatīt, kas jānodod citam darbiniekam'),
  'qualification.record': write(['hr', 'director'], 'record a qualification', 'reģistrēt kvalifikāciju'),
  // by another person than who evaluated or proposed, and never of oneself: the workforce domain compares the subjects
  'evaluation.record': write([...management], 'evaluate an employee', 'novērtēt darbinieku'),
  'evaluation.confirm': write(['hr', 'director'], 'confirm an evaluation', 'apstiprināt novērtējumu'),
  'evaluation.read': read(['hr', ...management], 'read evaluations of employees', 'skatīt darbinieku novērtējumus'),
  'promotion.propose': write(['hr', ...management], 'propose a promotion', 'ierosināt amata maiņu'),
  'promotion.decide': write(['hr', 'director'], 'decide on a promotion', 'lemt par amata maiņu'),
  'profile.record': write(['hr', 'director'], 'record age and experience of an employee', 'reģistrēt darbinieka vecumu un pieredzi'),
  'training.record': write(['hr', 'director'], 'record training', 'reģistrēt mācības'),
  'supervision.record': write(['hr', 'director'], 'record supervision', 'reģistrēt supervīziju'),
  'unit.read': read([...everyStaff], 'read about units', 'skatīt struktūrvienības'),
  'staffing.read': read(['hr', 'finance', ...management, 'auditor', 'region-analyst'], 'read staffing', 'skatīt personāla nodrošinājumu'),
} as const;
