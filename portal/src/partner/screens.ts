import { ClipboardCheck, Inbox } from 'lucide-react';
import type { Screen } from '../shell/screen.js';

/** The screens of partners, sorted by path. A new one is a line here and a folder beside this file. */
export const partnerScreens: readonly Screen[] = [
  {
    path: '/deliveries',
    load: () => import('./deliveries/index.js'),
    nav: {
      label: { lv: 'Šīs ierīces ieraksti', en: 'This device' },
      icon: ClipboardCheck,
      order: 20,
      action: 'delivery.record',
    },
  },
  {
    path: '/referrals',
    load: () => import('./referrals/index.js'),
    nav: { label: { lv: 'Nosūtījumi', en: 'Referrals' }, icon: Inbox, order: 10, action: 'referral.read', startsFor: ['partner'] },
  },
  { path: '/referrals/:id', load: () => import('./referral/index.js') },
];
