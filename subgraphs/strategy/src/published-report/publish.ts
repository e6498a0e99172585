import { newId } from '@atbalsts/database';
import { type FactBody, publishMany } from '@atbalsts/facts';
import type { Measure } from '@atbalsts/graphql';
import { municipalities } from '@atbalsts/reference';
import type { EntityManager } from '@mikro-orm/postgresql';
import { clientsRow, type Outcomes, publishedMonitoring } from '../monitoring/monitoring.rules.js';
import { monitoringOf } from '../monitoring/monitoring.service.js';
import { type CountedService, countedTable, coverageFacts, publishedServices, publishedTable } from './coverage.js';
import { PublishedReport } from './published-report.entity.js';
import type { Snapshot, SnapshotTable } from './snapshot.js';
import { type EarlierReport, withhold } from './withhold.js';

/** Parts of the annual report, each from its domain. */
export const parts = ['benefits', 'services', 'institutions', 'workforce', 'finance'] as const;

/** What is asked of each table. */
export const answeredFields = `{
  id titleLv: title(language: LV) titleEn: title(language: EN)
  rows {
    key labelLv: label(language: LV) labelEn: label(language: EN) parent level measure value previous
    rule { code textLv: text(language: LV) textEn: text(language: EN) since }
  }
}`;

/** What is asked of services beside their tables. */
export const outcomeFields = '{ goalsClosed goalsAchieved surveyAnswers meanScore }';

/** What is asked of services of the coverage. */
export const coverageFields = '{ serviceType provision clients }';

/** What to ask the graph for, as somebody who may read the report of the town, to publish it. Variables: `municipality`, `year`, and `on`, its 31 December. */
export const snapshotQuery = `query Snapshot($municipality: ID!, $year: Int!, $on: Date!) {
  annualReport(municipality: $municipality, year: $year) { ${parts.map((part) => `${part} ${answeredFields}`).join(' ')} serviceOutcomes ${outcomeFields} countedServices ${coverageFields} }
  municipality(code: $municipality) { staffing(on: $on) { vacantFte } }
}`;

/** A table as `snapshotQuery` gives it. */
export interface AnsweredTable {
  id: string;
  titleLv: string;
  titleEn: string;
  rows: {
    key: string;
    labelLv: string;
    labelEn: string;
    parent: string | null;
    level: number;
    measure: string;
    value: number | null;
    previous: number | null;
    rule: { code: string; textLv: string; textEn: string; since: string };
  }[];
}

/** The answer to `snapshotQuery`. */
export interface SnapshotAnswer {
  annualReport:
    | (Record<(typeof parts)[number], AnsweredTable[] | null> & {
        serviceOutcomes?: Outcomes | null;
        /** Missing in answers from before services counted them: then nothing is published of coverage. */
        countedServices?: CountedService[] | null;
      })
    | null;
  municipality: { staffing: { vacantFte: number } | null } | null;
}

/** What is published. */
export interface Publication {
  /** ATVK code of the town. */
  municipality: string;
  year: number;
  /** Subject of whoever prepared it. */
  preparedBy: string;
  publishedOn: string;
  /** The answer of the graph, as it came. */
  answer: SnapshotAnswer;
}

/** A report cannot be published: a domain does not answer, or nobody knows the town. */
export class NotPublishable extends Error {
  override name = 'NotPublishable';
}

/** What is published of a report: the snapshot without what could tell of a person, and the staffing that the region sees. */
export interface Publishable {
  snapshot: Snapshot;
  /** Body of the fact published-staffing; null where the town has none, or it is so small that a person could be known by it. */
  staffing: FactBody<'published-staffing'> | null;
}

/**
 * A report with the tables of all its parts.
 * @throws NotPublishable where a part is missing: half a report is none
 */
export function wholeReport(municipality: string, year: number, answer: SnapshotAnswer): SnapshotTable[] {
  return parts.flatMap((part) => {
    const answered = answer.annualReport?.[part];
    if (!answered) throw new NotPublishable(`The report of ${municipality} for ${year} lacks its part ${part}`);
    return answered.map(shaped);
  });
}

/**
 * Makes of a whole report what may be published of it.
 * @throws NotPublishable where a part of the report is missing: half a report is never published
 */
export async function publishableOf(
  em: EntityManager,
  { municipality, year, answer }: Pick<Publication, 'municipality' | 'year' | 'answer'>,
): Promise<Publishable> {
  const whole = wholeReport(municipality, year, answer);
  const services = answer.annualReport?.countedServices;
  const counted = services ? [countedTable(services)] : [];
  const { tables, beside, withheld } = await withhold(whole, year, await earlierOf(em, municipality, year), counted);
  const outcomes = answer.annualReport?.serviceOutcomes ?? null;
  const monitoring = await monitoringOf(em, municipality, year, figureOf(whole, clientsRow.table, clientsRow.row), outcomes);
  return {
    snapshot: {
      tables,
      monitoring: publishedMonitoring(monitoring, isWithheld(tables, clientsRow.table, clientsRow.row), outcomes),
      withheld,
      ...(services && beside[0] ? { coverage: publishedServices(services, beside[0]) } : {}),
    },
    staffing: staffingOf(year, tables, answer.municipality?.staffing?.vacantFte ?? null),
  };
}

/** Who published a report, and when. */
export interface Imprint {
  municipality: string;
  year: number;
  /** Subject of whoever prepared it. */
  preparedBy: string;
  /** Subject of whoever confirmed it; null where it is brought in whole. */
  confirmedBy: string | null;
  publishedOn: string;
}

/**
 * Keeps a report as published and tells workforce and services what a region may see of staffing and coverage, in the caller's transaction. Published again, the new
 * snapshot takes the place of the old.
 * @throws NotPublishable where nobody knows the town
 */
export async function storePublished(em: EntityManager, { snapshot, staffing }: Publishable, imprint: Imprint): Promise<void> {
  const { municipality, year, preparedBy, confirmedBy, publishedOn } = imprint;
  const town = municipalities.find((one) => one.code === municipality);
  if (!town) throw new NotPublishable(`No municipality has the code ${municipality}`);
  const replaced = await em.findOne(PublishedReport, { municipality, year }, { disableIdentityMap: true });
  await em.execute(
    `insert into published_report (id, municipality, region, year, published_on, prepared_by, confirmed_by, snapshot) values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
     on conflict (municipality, year) do update
       set published_on = excluded.published_on, prepared_by = excluded.prepared_by, confirmed_by = excluded.confirmed_by, snapshot = excluded.snapshot`,
    [newId(), municipality, town.region, year, publishedOn, preparedBy, confirmedBy, JSON.stringify(snapshot)],
    'run',
  );
  await publishMany(em, [
    { kind: 'published-staffing', key: `${municipality}:${year}`, municipality, body: staffing },
    ...coverageFacts({ municipality, year, region: town.region }, snapshot.coverage ?? [], replaced?.snapshot.coverage ?? []),
  ]);
}

/**
 * Publishes a report as a whole, past the two persons: for the demo and for imports. In the caller's transaction.
 * @throws NotPublishable where a part of the report is missing, or nobody knows the town
 */
export async function publishSnapshot(em: EntityManager, publication: Publication): Promise<void> {
  const { municipality, year, preparedBy, publishedOn } = publication;
  const publishable = await publishableOf(em, publication);
  await storePublished(em, publishable, { municipality, year, preparedBy, confirmedBy: null, publishedOn });
}

const rowOf = (tables: readonly SnapshotTable[], table: string, row: string) =>
  tables.find((one) => one.id === table)?.rows.find((one) => one.key === row);
const figureOf = (tables: readonly SnapshotTable[], table: string, row: string): number | null => rowOf(tables, table, row)?.value ?? null;
const isWithheld = (tables: readonly SnapshotTable[], table: string, row: string): boolean =>
  rowOf(tables, table, row)?.suppressed ?? false;

/** What the town has published of this year, the year before and the year after: it cannot be taken back. */
async function earlierOf(em: EntityManager, municipality: string, year: number): Promise<EarlierReport[]> {
  const years = [year - 1, year, year + 1];
  const found = await em.find(PublishedReport, { municipality, year: { $in: years } });
  return found.map((report) => ({ year: report.year, tables: [...report.snapshot.tables, publishedTable(report.snapshot)] }));
}

/** The staffing that a region sees; null where the town has none, or its report withholds a figure of it. */
function staffingOf(year: number, tables: readonly SnapshotTable[], vacantFte: number | null): Publishable['staffing'] {
  const rows = ['staff-posts', 'core-staff', 'social-work-specialists'];
  const [fte = null, employees = null, specialists = null] = rows.map((row) => figureOf(tables, 'headcount', row));
  return fte === null || employees === null || specialists === null || vacantFte === null
    ? null
    : { year, fte, employees, specialists, vacantFte };
}

function shaped({ id, titleLv, titleEn, rows }: AnsweredTable): SnapshotTable {
  return {
    id,
    title: { lv: titleLv, en: titleEn },
    rows: rows.map(({ labelLv, labelEn, rule, measure, key, parent, level, value, previous }) => ({
      key,
      label: { lv: labelLv, en: labelEn },
      parent,
      level,
      measure: measure as Measure,
      value,
      suppressed: false,
      previous,
      previousSuppressed: false,
      rule: { code: rule.code, text: { lv: rule.textLv, en: rule.textEn }, since: rule.since },
    })),
  };
}
