import { z } from 'zod';
import { dateShape, labelShape, municipalityCodeShape, readData } from './data.js';
import { dayAfter, holdsOn, type IsoDate, type Label, type Validity } from './values.js';

/** Codes of the five planning regions. */
export type RegionCode = 'kurzeme' | 'latgale' | 'riga' | 'vidzeme' | 'zemgale';

/** A planning region (plānošanas reģions). */
export interface Region {
  readonly code: RegionCode;
  readonly label: Label;
}

/** A municipality (pašvaldība): state city or novads, by its ATVK code of 2021. */
export interface Municipality extends Validity {
  readonly code: string;
  readonly label: Label;
  readonly region: RegionCode;
  readonly kind: 'STATE_CITY' | 'MUNICIPALITY';
  /** Last day on which it exists, inclusive as printed; null: it exists. Compute with `validUntil`. */
  readonly validTo: IsoDate | null;
}

/** Inhabitants of a municipality in a year, and who says so. */
export interface YearCount {
  readonly year: number;
  readonly count: number;
  readonly source: string;
}

const regionCodeShape = z.enum(['kurzeme', 'latgale', 'riga', 'vidzeme', 'zemgale']);
const regionFile = readData(
  'regions.json',
  z.object({ regions: z.array(z.object({ code: regionCodeShape, printed: z.string(), label: labelShape })).length(5) }),
);
const municipalityFile = readData(
  'municipalities.json',
  z.object({
    municipalities: z.array(
      z.object({
        code: municipalityCodeShape,
        nameLv: z.string().min(1),
        planningRegion: z.string(),
        kind: z.enum(['STATE_CITY', 'MUNICIPALITY']),
        validFrom: dateShape,
        validTo: dateShape.nullable(),
      }),
    ),
  }),
);
const names = readData('municipality-names.json', z.object({ names: z.record(municipalityCodeShape, z.string().min(1)) })).names;
const populationFile = readData(
  'populations.json',
  z.object({
    source: z.string().min(1),
    populations: z.array(z.object({ municipality: municipalityCodeShape, year: z.number().int(), count: z.number().int().positive() })),
    synthetic: z.object({
      source: z.string().min(1),
      counts: z.array(
        z.object({ municipality: municipalityCodeShape, from: z.number().int(), counts: z.array(z.number().int().positive()).min(1) }),
      ),
    }),
  }),
);

/** Daugavpils, the state city of the demo whose results for 2022 are the model. */
export const daugavpils = '0002000';
/** Bauskas novads, the second town of the demo. */
export const bauska = '0025000';
/** The municipalities that the demo runs, and for which assumed rules are given. */
export const demoMunicipalities: readonly string[] = [daugavpils, bauska];

/** The five planning regions, by code. */
export const regions: readonly Region[] = regionFile.regions.map(({ code, label }) => ({ code, label }));

function regionOf(printed: string): RegionCode {
  const region = regionFile.regions.find((each) => each.printed === printed);
  if (!region) throw new Error(`municipalities.json names an unknown planning region: ${printed}`);
  return region.code;
}

function englishName(code: string): string {
  const name = names[code];
  if (!name) throw new Error(`municipality-names.json lacks ${code}`);
  return name;
}

/**
 * Every municipality since the reform of 2021-07-01, the merged ones too: 43 until 2025-06-30, 42 after Varakļānu novads joined Madonas
 * novads. Before 2021-07-01 nothing is known here.
 */
export const municipalities: readonly Municipality[] = municipalityFile.municipalities.map((row) => ({
  code: row.code,
  label: { lv: row.nameLv, en: englishName(row.code) },
  region: regionOf(row.planningRegion),
  kind: row.kind,
  validFrom: row.validFrom,
  validTo: row.validTo,
  validUntil: row.validTo === null ? null : dayAfter(row.validTo),
}));

/** The municipalities that exist on a day, of one region if it is named. */
export function municipalitiesOn(on: IsoDate, region?: string): readonly Municipality[] {
  return municipalities.filter((each) => holdsOn(each, on) && (region === undefined || each.region === region));
}

/**
 * Inhabitants at the beginning of each year since 2019, of every municipality while it exists. All of them are assumed, as each source says: rounded for the demo towns,
 * synthetic for the others, so that a region can be shown for each thousand inhabitants before the towns have entered their own.
 */
export const populations: readonly (YearCount & { readonly municipality: string })[] = [
  ...populationFile.populations.map((row) => ({ ...row, source: populationFile.source })),
  ...populationFile.synthetic.counts.flatMap(({ municipality, from, counts }) =>
    counts.map((count, at) => ({ municipality, year: from + at, count, source: populationFile.synthetic.source })),
  ),
];

/** The populations of one municipality, oldest first; empty for a code nobody has. */
export function populationsOf(municipality: string): readonly YearCount[] {
  return populations
    .filter((row) => row.municipality === municipality)
    .map(({ year, count, source }) => ({ year, count, source }))
    .sort((a, b) => a.year - b.year);
}
