import { defineTexts } from '../../i18n/texts.js';
import { en } from './en.js';
import { lv } from './lv.js';

/** Texts of the institutions. */
export const useInstitutionsTexts = defineTexts('staff.institutions', lv, en);
