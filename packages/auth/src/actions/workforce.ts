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
  'training.record': write(['hr', 'director'], 'record training', 'reģistrēt mācības'),
  'supervision.record': write(['hr', 'director'], 'record supervision', 'reģistrēt supervīziju'),
  'unit.read': read([...everyStaff], 'read about units', 'skatīt struktūrvienības'),
  'staffing.read': read(['hr', 'finance', ...management, 'auditor', 'region-analyst'], 'read staffing', 'skatīt personāla nodrošinājumu'),
} as const;
