import { defineTexts } from '../../i18n/texts.js';
import { en } from './en.js';
import { lv } from './lv.js';

/** Texts of the strategy. */
export const useStrategyTexts = defineTexts('staff.strategy', lv, en);
