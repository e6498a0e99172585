import { defineTexts } from '../../i18n/texts.js';
import { en } from './en.js';
import { lv } from './lv.js';

/** Words that all parts of the applications share. */
export const useWords = defineTexts('applications', lv, en);

/** Says one of them. */
export type Words = ReturnType<typeof useWords>;
