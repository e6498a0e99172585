import { idsAmong } from '@atbalsts/database';
import type { BatchLoad } from '@atbalsts/graphql';
import { norms } from '@atbalsts/reference';
import { Caseload } from './caseload.js';
import { caseloadOf } from './caseload.rules.js';

/** Caseloads by employee, all with one statement; none open for who manages no case. */
export const caseloadOfEmployee: BatchLoad<string, Caseload> = async ({ em }, ids) => {
  const rows: { id: string; open: number; high_risk: number }[] = await em.execute(
    `select responsible_id as id, count(*)::int as open, count(*) filter (where risk = 'HIGH_RISK')::int as high_risk
       from social_case
      where closed_on is null and responsible_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))
      group by responsible_id`,
    [JSON.stringify(idsAmong(ids))],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = found.get(id);
    return Object.assign(new Caseload(), caseloadOf(row?.open ?? 0, row?.high_risk ?? 0, norms.caseload.norm));
  });
};
