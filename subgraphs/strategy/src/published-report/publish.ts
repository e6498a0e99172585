import { newId } from '@atbalsts/database';
import { publishMany } from '@atbalsts/facts';
import type { Measure } from '@atbalsts/graphql';
import { municipalities } from '@atbalsts/reference';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Snapshot, SnapshotTable } from './snapshot.js';
import { isSmall, suppressSmall } from './suppression.rules.js';

/** Parts of the annual report, each from its domain. */
const parts = ['benefits', 'services', 'institutions', 'workforce', 'finance'] as const;

const tables = `{
  id titleLv: title(language: LV) titleEn: title(language: EN)
  rows {
    key labelLv: label(language: LV) labelEn: label(language: EN) parent level measure value previous
    rule { code textLv: text(language: LV) textEn: text(language: EN) since }
  }
}`;

/** What to ask the graph for, as somebody who may read the report of the town, to publish it. Variables: `municipality`, `year`, and `on`, its 31 December. */
export const snapshotQuery = `query Snapshot($municipality: ID!, $year: Int!, $on: Date!) {
  annualReport(municipality: $municipality, year: $year) { ${parts.map((part) => `${part} ${tables}`).join(' ')} }
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
  annualReport: Record<(typeof parts)[number], AnsweredTable[] | null> | null;
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

/**
 * Publishes a report: withholds what could tell of a person, keeps the rest as a snapshot, and tells the workforce what a region may see of the
 * staffing. In the caller's transaction. Published again, the new snapshot takes the place of the old.
 * @throws NotPublishable where a part of the report is missing: half a report is never published
 */
export async function publishSnapshot(em: EntityManager, publication: Publication): Promise<void> {
  const { municipality, year, preparedBy, publishedOn, answer } = publication;
  const town = municipalities.find((one) => one.code === municipality);
  if (!town) throw new NotPublishable(`No municipality has the code ${municipality}`);
  const whole = parts.flatMap((part) => {
    const answered = answer.annualReport?.[part];
    if (!answered) throw new NotPublishable(`The report of ${municipality} for ${year} lacks its part ${part}`);
    return answered.map(shaped);
  });
  const snapshot: Snapshot = { tables: suppressSmall(whole) };
  await em.execute(
    `insert into published_report (id, municipality, region, year, published_on, prepared_by, snapshot) values (?, ?, ?, ?, ?, ?, ?::jsonb)
     on conflict (municipality, year) do update set published_on = excluded.published_on, prepared_by = excluded.prepared_by, snapshot = excluded.snapshot`,
    [newId(), municipality, town.region, year, publishedOn, preparedBy, JSON.stringify(snapshot)],
    'run',
  );
  await publishStaffing(em, municipality, year, whole, answer.municipality?.staffing?.vacantFte ?? null);
}

/** The staffing that a region sees; taken back where the town has none, or it is so small that a person could be known by it. */
async function publishStaffing(
  em: EntityManager,
  municipality: string,
  year: number,
  whole: readonly SnapshotTable[],
  vacantFte: number | null,
): Promise<void> {
  const figure = (row: string) => whole.find((table) => table.id === 'headcount')?.rows.find((one) => one.key === row)?.value ?? null;
  const [fte, employees, specialists] = [figure('staff-posts'), figure('core-staff'), figure('social-work-specialists')];
  const known = fte !== null && employees !== null && specialists !== null && vacantFte !== null;
  const open = known && !isSmall('EMPLOYEES', employees) && !isSmall('EMPLOYEES', specialists);
  const body = open ? { year, fte, employees, specialists, vacantFte } : null;
  await publishMany(em, [{ kind: 'published-staffing', key: `${municipality}:${year}`, municipality, body }]);
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
