import { defineTexts } from '../../../i18n/texts.js';
import { en } from './en.js';
import { lv } from './lv.js';

/** Words of the page of one application. */
export const usePageTexts = defineTexts('application', lv, en);
