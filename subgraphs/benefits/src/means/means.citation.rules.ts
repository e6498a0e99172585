import type { IsoDate, Label } from '@atbalsts/reference';
import type { MeansStepCode, RuleVersion } from './means.model.js';

const law: Label = { lv: 'Sociālo pakalpojumu un sociālās palīdzības likums', en: 'Law on Social Services and Social Assistance' };
const regulation: Label = { lv: 'MK 17.12.2020. noteikumi Nr. 809', en: 'Cabinet Regulation 809 of 17.12.2020' };
const energyLaw: Label = {
  lv: 'Energoresursu cenu ārkārtēja pieauguma samazinājuma pasākumu likums',
  en: 'Law on Measures to Reduce the Extraordinary Increase in Energy Prices',
};

/** A place in a text of law, in both languages. */
const at = (text: Label, lv: string, en: string): Label => ({ lv: `${text.lv}, ${lv}`, en: `${text.en}, ${en}` });
const both = (...places: Label[]): Label => ({ lv: places.map(({ lv }) => lv).join('; '), en: places.map(({ en }) => en).join('; ') });

/** Sections by step and day; a period is half-open. The wording of section 33 and Regulation 809 are in force since 2021-01-01. */
const sections: Readonly<Record<MeansStepCode, readonly { from: IsoDate; until: IsoDate | null; text: Label }[]>> = {
  INCOME: [
    {
      from: '2021-01-01',
      until: null,
      text: at(regulation, '2. punkts (trīs pilni kalendāra mēneši)', 'paragraph 2 (three full calendar months)'),
    },
  ],
  NEEDY: [{ from: '2021-01-01', until: null, text: at(law, '33. panta otrā daļa', 'section 33(2)') }],
  LOW_INCOME: [{ from: '2021-01-01', until: null, text: at(law, '33. panta trešā daļa', 'section 33(3)') }],
  GMI_SUM: [{ from: '2021-01-01', until: null, text: at(law, '33. panta pirmā daļa', 'section 33(1)') }],
  GMI_BENEFIT: [{ from: '2021-01-01', until: null, text: at(law, '35. pants', 'section 35') }],
  HOUSING_BASE: [
    { from: '2022-01-01', until: '2023-01-01', text: at(energyLaw, '13. pants', 'section 13') },
    { from: '2023-06-01', until: null, text: at(law, '35. panta piektā daļa', 'section 35(5)') },
  ],
  HOUSING_ALLOWANCE: [
    {
      from: '2021-01-01',
      until: null,
      text: both(at(law, '35. panta trešā daļa', 'section 35(3)'), at(regulation, '3. pielikums', 'annex 3')),
    },
  ],
};

/** The section of law on record for a step on a day, or null. */
export function sectionOf(step: MeansStepCode, on: IsoDate): Label | null {
  return sections[step].find((entry) => entry.from <= on && (entry.until === null || on < entry.until))?.text ?? null;
}

/** A source is a Latvian document: it is named by its own title in both languages. */
function sourceOf(rule: RuleVersion): Label {
  if (!rule.assumed) return { lv: rule.source, en: rule.source };
  return { lv: `${rule.source} (pieņemts / assumed)`, en: `${rule.source} (assumed)` };
}

/**
 * What a step with a figure of its own rests on: the section of law in force on the day where one is on record, and the source of the rule
 * version, marked when the figure is assumed.
 */
export function citationOf(step: MeansStepCode, on: IsoDate, rule: RuleVersion): Label {
  const section = sectionOf(step, on);
  return section === null ? sourceOf(rule) : both(section, sourceOf(rule));
}

/** What a step without a figure of its own rests on: the section of law, or on a day before those on record the source of the version given. */
export function sectionOrSource(step: MeansStepCode, on: IsoDate, rule: RuleVersion): Label {
  return sectionOf(step, on) ?? sourceOf(rule);
}
