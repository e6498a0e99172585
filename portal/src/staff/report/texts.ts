import { defineTexts } from '../../i18n/texts.js';
import { en } from './en.js';
import { lv } from './lv.js';

/** Texts of the annual report. */
export const useReportTexts = defineTexts('staff.report', lv, en);

/** Says a text of the annual report. */
export type ReportTexts = ReturnType<typeof useReportTexts>;
