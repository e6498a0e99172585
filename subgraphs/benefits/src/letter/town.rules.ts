import type { Label } from '@atbalsts/reference';

/** A municipality as its papers name it. */
export interface TownName {
  /** Name and institution, at the head of a letter. */
  heading: Label;
  /** Where an application against its decision is handed in, in the middle of a sentence. */
  service: Label;
}

/** The name of a municipality on a letter. State cities are named in the genitive (Rīga: Rīgas); the names of the others have it already (Bauskas novads). */
export function townName(municipality: { label: Label; kind: string }): TownName {
  const { lv, en } = municipality.label;
  const council =
    municipality.kind === 'STATE_CITY'
      ? `${lv.replace(/([ae])$/, '$1s')} valstspilsētas pašvaldība`
      : `${lv.replace(/novads$/, 'novada')} pašvaldība`;
  const english = municipality.kind === 'STATE_CITY' ? `Municipality of the state city of ${en}` : en;
  return {
    heading: { lv: council, en: english },
    service: {
      lv: `${council.replace(/pašvaldība$/, 'pašvaldības')} sociālajā dienestā`,
      en: `the social service of the ${english.replace(/^M/, 'm')}`,
    },
  };
}
