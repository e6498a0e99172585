import { type Context, countTables, DomainUnavailable, Language, type ReportTable } from '@atbalsts/graphql';
import { otherParts } from '../annual-report/annual-report.js';
import type { Outcomes } from '../monitoring/monitoring.rules.js';
import { fundingSourcesRules } from '../report/funding-sources.rules.js';
import type { CountedService } from './coverage.js';
import { type AnsweredTable, answeredFields, coverageFields, outcomeFields, type SnapshotAnswer } from './publish.js';

type Answer = {
  _entities: ({
    tables?: AnsweredTable[] | null;
    serviceOutcomes?: Outcomes | null;
    countedServices?: CountedService[] | null;
    staffing?: { vacantFte: number } | null;
  } | null)[];
};

/**
 * A whole report as the domains count it now, asked of each as the same principal; finance from the own bookings. The same as `snapshotQuery` asks of the
 * graph. Fails closed.
 * @throws DomainUnavailable where a domain does not answer, or gives no tables
 */
export async function collectReport(context: Context, municipality: string, year: number): Promise<SnapshotAnswer> {
  const found: Partial<Record<(typeof otherParts)[number], AnsweredTable[]>> = {};
  let serviceOutcomes: Outcomes | null = null;
  let countedServices: CountedService[] | null = null;
  let staffing: { vacantFte: number } | null = null;
  for (const part of otherParts) {
    const ofWorkforce = part === 'workforce' ? ' ... on Municipality { staffing(on: $on) { vacantFte } }' : '';
    const query = `query($of: [_Any!]!${ofWorkforce && ', $on: Date!'}) { _entities(representations: $of) { ... on AnnualReport { tables: ${part} ${answeredFields}${part === 'services' ? ` serviceOutcomes ${outcomeFields} countedServices ${coverageFields}` : ''} }${ofWorkforce} } }`;
    const of = [
      { __typename: 'AnnualReport', municipalityCode: municipality, year },
      ...(ofWorkforce ? [{ __typename: 'Municipality', code: municipality }] : []),
    ];
    const { _entities } = await context.ask<Answer>(part, query, { of, ...(ofWorkforce ? { on: `${year}-12-31` } : {}) });
    const tables = _entities[0]?.tables;
    if (!tables) throw new DomainUnavailable(part);
    found[part] = tables;
    serviceOutcomes = _entities[0]?.serviceOutcomes ?? serviceOutcomes;
    countedServices = _entities[0]?.countedServices ?? countedServices;
    staffing = _entities[1]?.staffing ?? staffing;
  }
  const finance = (await countTables(context.em, fundingSourcesRules, municipality, year)).map(answered);
  return {
    annualReport: { benefits: [], services: [], institutions: [], workforce: [], ...found, finance, serviceOutcomes, countedServices },
    municipality: { staffing },
  };
}

/** An own table in the shape in which the other domains answer. */
function answered(table: ReportTable): AnsweredTable {
  return {
    id: table.id,
    titleLv: table.title(Language.LV),
    titleEn: table.title(Language.EN),
    rows: table.rows.map((row) => ({
      key: row.key,
      labelLv: row.label(Language.LV),
      labelEn: row.label(Language.EN),
      parent: row.parent,
      level: row.level,
      measure: row.measure,
      value: row.value,
      previous: row.previous,
      rule: { code: row.rule.code, textLv: row.rule.text(Language.LV), textEn: row.rule.text(Language.EN), since: row.rule.since },
    })),
  };
}
