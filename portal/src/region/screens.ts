import type { Screen } from '../shell/screen.js';

/** The screens of the region, sorted by path. A new one is a line here and a folder beside this file. */
export const regionScreens: readonly Screen[] = [];
