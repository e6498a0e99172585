import type { Context } from '@atbalsts/graphql';
import { findReportTable, type ReportDomain } from '@atbalsts/reference';
import { otherParts } from '../annual-report/annual-report.js';
import { Figures, type FigureTable, financeTables } from '../annual-report/figures.js';

/**
 * The figures that a progress document shows: only the parts of the annual report to which its indicators are bound are asked for.
 * A domain that does not answer, or refuses, leaves its figures out: the document shows a dash. Not where the document is to be kept (`whole`): then it throws.
 */
export async function figuresFor(
  context: Context,
  municipality: string,
  year: number,
  tables: readonly string[],
  whole = false,
): Promise<Figures> {
  const wanted = new Set(tables.flatMap((table) => findReportTable(table)?.domain ?? []));
  const parts: Partial<Record<ReportDomain, readonly FigureTable[] | null>> = {};
  if (!context.may('report.read')) return new Figures(parts);
  if (wanted.has('finance')) parts.finance = await context.load(financeTables, { municipality, year });
  const others = otherParts.filter((part) => wanted.has(part));
  for (const part of others) parts[part] = await ask(context, part, municipality, year, whole);
  return new Figures(parts);
}

async function ask(
  context: Context,
  part: (typeof otherParts)[number],
  municipality: string,
  year: number,
  whole: boolean,
): Promise<FigureTable[] | null> {
  const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on AnnualReport { tables: ${part} { id rows { key value } } } } }`;
  const of = [{ __typename: 'AnnualReport', municipalityCode: municipality, year }];
  try {
    const answer = await context.ask<{ _entities: ({ tables: FigureTable[] | null } | null)[] }>(part, query, { of });
    return answer._entities[0]?.tables ?? null;
  } catch (error) {
    if (whole) throw error;
    return null;
  }
}
