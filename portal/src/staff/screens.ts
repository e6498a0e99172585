import { CalendarCheck, ScanEye, Users } from 'lucide-react';
import type { Screen } from '../shell/screen.js';

/** The screens of staff, sorted by path. A new one is a line here and a folder beside this file. */
export const staffScreens: readonly Screen[] = [
  {
    path: '/audit',
    load: () => import('./audit/index.js'),
    nav: {
      label: { lv: 'Audits', en: 'Audit' },
      icon: ScanEye,
      order: 90,
      action: ['audit.read', 'emergency.review'],
      startsFor: ['auditor'],
    },
  },
  { path: '/audit/:id', load: () => import('./audit/trail.js') },
  {
    path: '/clients',
    load: () => import('./clients/index.js'),
    nav: { label: { lv: 'Klienti', en: 'Clients' }, icon: Users, order: 20, action: ['person.search', 'emergency.open'] },
  },
  { path: '/clients/:id', load: () => import('./client/index.js') },
  { path: '/clients/new', load: () => import('./clients/register.js') },
  {
    path: '/day',
    load: () => import('./day/index.js'),
    nav: {
      label: { lv: 'Mana diena', en: 'My day' },
      icon: CalendarCheck,
      order: 10,
      action: 'myDay.read',
      startsFor: ['social-worker', 'senior-social-worker'],
    },
  },
];
