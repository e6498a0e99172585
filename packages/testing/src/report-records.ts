import type { Principal } from '@atbalsts/auth';
import { withSession } from '@atbalsts/database';
import { type CountingRuleDefinition, countedRecords, figuresOf, type RecordSources, recordsAfter } from '@atbalsts/graphql';
import type { TestSubgraph } from './subgraph.js';

/** What a domain counts, and how it shows what it counted. */
export interface CountedDomain {
  rules: readonly CountingRuleDefinition[];
  sources: RecordSources;
}

/** More records than any row of the demo has. */
const all = 1_000_000;

/**
 * Every rule of a domain against the records behind its figure: their number, or the sum of their amounts where the row sums.
 * @returns the rows that differ, in words, with those whose records nobody could find again; and how many rows have records
 */
export async function figuresAgainstRecords(
  town: Pick<TestSubgraph, 'database'>,
  principal: Principal,
  { rules, sources }: CountedDomain,
  year: number,
): Promise<{ differ: string[]; rowsWithRecords: number }> {
  const municipality = principal.municipality ?? '';
  return withSession(town.database.database, principal, async (em) => {
    const figures = await figuresOf(em, rules, municipality, [year]);
    const differ: string[] = [];
    let rowsWithRecords = 0;
    for (const rule of rules) {
      const records = await recordsAfter(em, countedRecords(rule, sources), { municipality, year }, { first: all });
      const summed = records.some(({ amount }) => amount !== null);
      const given = summed ? records.reduce((sum, { amount }) => sum + Math.round((amount ?? 0) * 100), 0) / 100 : records.length;
      const figure = figures.get(`${rule.table}.${rule.row}@${year}`) ?? 0;
      const nameless = records.filter(({ id, number }) => id === null && number === null).length;
      const keys = new Set(records.map(({ key }) => key)).size;
      if (given !== figure || nameless || keys !== records.length)
        differ.push(`${rule.table}.${rule.row} ${year}: ${figure}, by its records ${given} (${nameless} without a name, ${keys} keys)`);
      if (records.length) rowsWithRecords++;
    }
    return { differ, rowsWithRecords };
  });
}
