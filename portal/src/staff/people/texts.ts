import { defineTexts } from '../../i18n/texts.js';
import { en } from './en.js';
import { lv } from './lv.js';

/** Texts of the people screens. */
export const usePeopleTexts = defineTexts('staff.people', lv, en);

/** Says a text of the people screens. */
export type PeopleTexts = ReturnType<typeof usePeopleTexts>;
