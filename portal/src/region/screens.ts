import { Map as MapIcon } from 'lucide-react';
import type { Screen } from '../shell/screen.js';

/** The screens of the region, sorted by path. A new one is a line here and a folder beside this file. */
export const regionScreens: readonly Screen[] = [
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
];
