import type { IsoDate } from '@atbalsts/reference';
import type { MeansStepCode, RuleVersion } from './means.model.js';

const law = 'Sociālo pakalpojumu un sociālās palīdzības likums';
const regulation = 'MK 17.12.2020. noteikumi Nr. 809';
const energyLaw = 'Energoresursu cenu ārkārtēja pieauguma samazinājuma pasākumu likums';

/** Sections by step and day; a period is half-open. The wording of section 33 and Regulation 809 are in force since 2021-01-01. */
const sections: Readonly<Record<MeansStepCode, readonly { from: IsoDate; until: IsoDate | null; text: string }[]>> = {
  INCOME: [{ from: '2021-01-01', until: null, text: `${regulation}, 2. punkts (trīs pilni kalendāra mēneši)` }],
  NEEDY: [{ from: '2021-01-01', until: null, text: `${law}, 33. panta otrā daļa` }],
  LOW_INCOME: [{ from: '2021-01-01', until: null, text: `${law}, 33. panta trešā daļa` }],
  GMI_SUM: [{ from: '2021-01-01', until: null, text: `${law}, 33. panta pirmā daļa` }],
  GMI_BENEFIT: [{ from: '2021-01-01', until: null, text: `${law}, 35. pants` }],
  HOUSING_BASE: [
    { from: '2022-01-01', until: '2023-01-01', text: `${energyLaw}, 13. pants` },
    { from: '2023-06-01', until: null, text: `${law}, 35. panta piektā daļa` },
  ],
  HOUSING_ALLOWANCE: [{ from: '2021-01-01', until: null, text: `${law}, 35. panta trešā daļa; ${regulation}, 3. pielikums` }],
};

/** The section of law on record for a step on a day, or null. */
export function sectionOf(step: MeansStepCode, on: IsoDate): string | null {
  return sections[step].find((entry) => entry.from <= on && (entry.until === null || on < entry.until))?.text ?? null;
}

function sourceOf(rule: RuleVersion): string {
  return rule.assumed ? `${rule.source} (pieņemts / assumed)` : rule.source;
}

/**
 * What a step with a figure of its own rests on: the section of law in force on the day where one is on record, and the source of the rule
 * version, marked when the figure is assumed.
 */
export function citationOf(step: MeansStepCode, on: IsoDate, rule: RuleVersion): string {
  const section = sectionOf(step, on);
  return section === null ? sourceOf(rule) : `${section}; ${sourceOf(rule)}`;
}

/** What a step without a figure of its own rests on: the section of law, or on a day before those on record the source of the version given. */
export function sectionOrSource(step: MeansStepCode, on: IsoDate, rule: RuleVersion): string {
  return sectionOf(step, on) ?? sourceOf(rule);
}
