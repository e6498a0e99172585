import { BadInput } from '@atbalsts/graphql';
import { municipalities } from '@atbalsts/reference';

const known = new Set(municipalities.map(({ code }) => code));

/** Refuses a code that no municipality of Latvia has (or had since 2021-07-01) as bad input. */
export function knownMunicipality(code: string, field: string): void {
  if (!known.has(code)) throw new BadInput(`${field}: no municipality has this code`, `${field}: nav pašvaldības ar šādu kodu`, field);
}
