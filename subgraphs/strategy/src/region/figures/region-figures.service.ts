import { BadInput, type Context, DomainUnavailable } from '@atbalsts/graphql';
import { mergers, municipalities, municipalitiesOn } from '@atbalsts/reference';
import { PublishedReport } from '../../published-report/published-report.entity.js';
import type { SnapshotRow } from '../../published-report/snapshot.js';
import { ownRegion } from '../own-region.js';
import { figureOf, type PublishedRow, perThousandOf, sumOf } from './region-figures.rules.js';
import { RegionFigures, TownFigures, YearFigure, YearSum } from './region-figures.types.js';

/** The most years that are shown side by side. */
const mostYears = 20;

/** Rows of what the towns of the region published, by the key of the row. */
type Found = { report: PublishedReport; row: SnapshotRow };

/**
 * A row of a report table: the towns of the principal's region and years side by side, out of published reports alone. Null where nobody published it.
 * BAD_USER_INPUT for years that cannot be.
 */
export async function regionFigures(
  context: Context,
  { table, row, fromYear, untilYear }: { table: string; row: string; fromYear: number; untilYear: number },
): Promise<RegionFigures | null> {
  const region = ownRegion(context, 'region.figures.read');
  if (fromYear < 1990 || untilYear > 2200 || untilYear < fromYear || untilYear - fromYear >= mostYears)
    throw new BadInput(
      `fromYear to untilYear are at most ${mostYears} years, from 1990 to 2200`,
      `No fromYear līdz untilYear ir ne vairāk kā ${mostYears} gadi, no 1990 līdz 2200`,
      'untilYear',
    );
  const reports = await context.em.find(
    PublishedReport,
    { region, year: { $gte: fromYear, $lte: untilYear + 1 } },
    { orderBy: { year: 'asc', municipality: 'asc' } },
  );
  const found = reports.flatMap((report): Found[] => {
    const at = report.snapshot.tables.find(({ id }) => id === table)?.rows.find(({ key }) => key === row);
    return at ? [{ report, row: at }] : [];
  });
  const last = found.at(-1)?.row;
  if (!last) return null;
  const rows: PublishedRow[] = found.map(({ report, row: at }) => ({ ...at, town: report.municipality, year: report.year }));
  const codes = [...new Set(rows.map(({ town }) => town))].sort();
  const inhabitants = await inhabitantsOf(context, codes);
  const years = Array.from({ length: untilYear - fromYear + 1 }, (_, at) => fromYear + at);
  const figures = codes.flatMap((town) => years.flatMap((year) => figureOf(rows, town, year) ?? []));
  const towns = codes.flatMap((code) => {
    const own = figures.filter(({ town }) => town === code);
    return own.length ? [townFigures(code, own, inhabitants)] : [];
  });
  const sums = years.map((year) =>
    Object.assign(
      new YearSum(),
      sumOf(
        year,
        figures.filter((figure) => figure.year === year),
        inhabitants,
      ),
      { townsOfTheDay: municipalitiesOn(`${year}-12-31`, region).length },
    ),
  );
  return Object.assign(new RegionFigures(), { table, row, words: last.label, measure: last.measure, towns, sums });
}

type Inhabitants = (town: string, year: number) => number | null;

function townFigures(code: string, own: readonly { year: number; value: number | null; suppressed: boolean }[], inhabitants: Inhabitants) {
  const figures = own.map(({ year, value, suppressed }) =>
    Object.assign(new YearFigure(), { year, value, suppressed, perThousand: perThousandOf(value, suppressed, inhabitants(code, year)) }),
  );
  const mergedInto = mergers.find(({ from }) => from === code)?.into ?? null;
  return Object.assign(new TownFigures(), { code, mergedInto, figures });
}

/** Inhabitants as the registry knows them; where it does not answer nothing is told for each thousand. */
async function inhabitantsOf(context: Context, codes: readonly string[]): Promise<Inhabitants> {
  const query = 'query($of: [_Any!]!) { _entities(representations: $of) { ... on Municipality { populations { year count } } } }';
  type Answer = { _entities: ({ populations: { year: number; count: number }[] | null } | null)[] };
  try {
    const { _entities } = await context.ask<Answer>('registry', query, { of: codes.map((code) => ({ __typename: 'Municipality', code })) });
    const known = new Map(codes.map((code, at) => [code, _entities[at]?.populations ?? []]));
    return (town, year) => known.get(town)?.find((one) => one.year === year)?.count ?? null;
  } catch (error) {
    if (!(error instanceof DomainUnavailable)) throw error;
    return () => null;
  }
}

/** What a town and those joined to it have published, the newest first; of the principal's own region alone, which row-level security holds. */
export async function publishedUnder(context: Context, codes: readonly string[]): Promise<PublishedReport[]> {
  const region = ownRegion(context, 'region.figures.read');
  const known = codes.filter((code) => municipalities.some((one) => one.code === code));
  return context.em.find(PublishedReport, { region, municipality: { $in: known } }, { orderBy: { year: 'desc', municipality: 'asc' } });
}
