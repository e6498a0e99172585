import { CalendarCheck } from 'lucide-react';
import type { Screen } from '../shell/screen.js';

/** The screens of staff, sorted by path. A new one is a line here and a folder beside this file. */
export const staffScreens: readonly Screen[] = [
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
