import {
  Banknote,
  BedDouble,
  CalendarCheck,
  ChartColumn,
  FileText,
  FolderOpen,
  HandHelping,
  ListTodo,
  ScanEye,
  Users,
  UsersRound,
} from 'lucide-react';
import type { Screen } from '../shell/screen.js';

/** The screens of staff, sorted by path. A new one is a line here and a folder beside this file. */
export const staffScreens: readonly Screen[] = [
  {
    path: '/applications',
    load: () => import('./applications/index.js'),
    nav: {
      label: { lv: 'Iesniegumi', en: 'Applications' },
      icon: FileText,
      order: 30,
      action: 'application.read',
      startsFor: ['assistance-organiser', 'head-of-assistance'],
    },
  },
  { path: '/applications/:id', load: () => import('./applications/page/index.js') },
  { path: '/applications/:id/change', load: () => import('./applications/change/index.js') },
  { path: '/applications/:id/means', load: () => import('./applications/new/means.js') },
  { path: '/applications/new', load: () => import('./applications/new/index.js') },
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
    path: '/cases',
    load: () => import('./cases/index.js'),
    nav: { label: { lv: 'Lietas', en: 'Cases' }, icon: FolderOpen, order: 40, action: 'case.read', startsFor: ['head-of-services'] },
  },
  { path: '/cases/:id', load: () => import('./cases/page/index.js') },
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
  {
    path: '/institutions',
    load: () => import('./institutions/index.js'),
    nav: {
      label: { lv: 'Iestādes', en: 'Institutions' },
      icon: BedDouble,
      order: 50,
      action: 'placement.read',
      startsFor: ['facility-manager', 'carer'],
    },
  },
  { path: '/institutions/:id', load: () => import('./institutions/facility.js') },
  {
    path: '/payments',
    load: () => import('./payments/index.js'),
    nav: { label: { lv: 'Maksājumi', en: 'Payments' }, icon: Banknote, order: 35, action: 'payment.batch.read', startsFor: ['finance'] },
  },
  {
    path: '/people',
    load: () => import('./people/index.js'),
    nav: { label: { lv: 'Darbinieki', en: 'People' }, icon: UsersRound, order: 62, action: 'obligation.read', startsFor: ['hr'] },
  },
  { path: '/people/:id', load: () => import('./people/employee.js') },
  {
    path: '/report',
    load: () => import('./report/index.js'),
    nav: {
      label: { lv: 'Gada pārskats', en: 'Annual report' },
      icon: ChartColumn,
      order: 66,
      action: 'report.read',
      startsFor: ['director'],
    },
  },
  { path: '/report/:year', load: () => import('./report/index.js') },
  { path: '/report/:year/:table/:row', load: () => import('./report/figure.js') },
  { path: '/requests/:id', load: () => import('./services/request/index.js') },
  {
    path: '/services',
    load: () => import('./services/index.js'),
    nav: { label: { lv: 'Pakalpojumi', en: 'Services' }, icon: HandHelping, order: 45, action: 'waitingList.read' },
  },
  { path: '/services/new', load: () => import('./services/request/new.js') },
  {
    path: '/strategy',
    load: () => import('./strategy/index.js'),
    nav: { label: { lv: 'Stratēģija', en: 'Strategy' }, icon: ListTodo, order: 64, action: 'strategy.read' },
  },
  { path: '/strategy/:id', load: () => import('./strategy/index.js') },
];
