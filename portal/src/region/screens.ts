import { ChartNoAxesCombined, FileText, Grid3x3, Library, Map as MapIcon, Megaphone } from 'lucide-react';
import type { Screen } from '../shell/screen.js';

/** The screens of the region, sorted by path. A new one is a line here and a folder beside this file. */
export const regionScreens: readonly Screen[] = [
  {
    path: '/calls',
    load: () => import('./calls/index.js'),
    nav: { label: { lv: 'Projektu konkursi', en: 'Calls for projects' }, icon: Megaphone, order: 60, action: 'projectCall.read' },
  },
  { path: '/calls/:id', load: () => import('./call/index.js') },
  {
    path: '/comparison',
    load: () => import('./comparison/index.js'),
    nav: {
      label: { lv: 'Salīdzinājums', en: 'Comparison' },
      icon: MapIcon,
      order: 10,
      action: 'region.figures.read',
      startsFor: ['region-analyst'],
    },
  },
  {
    path: '/coverage',
    load: () => import('./coverage/index.js'),
    nav: { label: { lv: 'Pieejamība', en: 'Coverage' }, icon: Grid3x3, order: 20, action: 'coverage.read' },
  },
  {
    path: '/monitoring',
    load: () => import('./monitoring/index.js'),
    nav: { label: { lv: 'Uzraudzība', en: 'Monitoring' }, icon: ChartNoAxesCombined, order: 40, action: 'region.evaluation.read' },
  },
  {
    path: '/registers',
    load: () => import('./registers/index.js'),
    nav: { label: { lv: 'Reģistri', en: 'Registers' }, icon: Library, order: 50, action: 'region.register.read' },
  },
  {
    path: '/towns',
    load: () => import('./towns/index.js'),
    nav: { label: { lv: 'Publicētie pārskati', en: 'Published reports' }, icon: FileText, order: 30, action: 'publishedReport.read' },
  },
  { path: '/towns/:code', load: () => import('./town/index.js') },
  { path: '/towns/:code/:year', load: () => import('./report/index.js') },
];
