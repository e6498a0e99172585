import { projectCall } from '@atbalsts/reference';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Writes the known call for projects into its table; what is there is brought up to date, by its code. */
export async function loadReference(em: EntityManager): Promise<void> {
  const row = {
    code: projectCall.code,
    region: projectCall.region,
    title_lv: projectCall.title.lv,
    title_en: projectCall.title.en,
    year: projectCall.year,
    round: projectCall.round,
    max_months: projectCall.maxMonths,
    ceiling: projectCall.ceiling,
    funding_rate_percent: projectCall.fundingRatePercent,
    infrastructure_max_percent: projectCall.infrastructureMaxPercent,
    applicants_lv: projectCall.eligibleApplicants.lv,
    applicants_en: projectCall.eligibleApplicants.en,
    eligible_costs: projectCall.eligibleCosts,
    conditions: projectCall.conditions,
    source: projectCall.source,
  };
  const names = Object.keys(row);
  await em.execute(
    `insert into project_call (${names.join(', ')}) select ${names.join(', ')} from jsonb_populate_record(null::project_call, ?::jsonb)
     on conflict (code) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [JSON.stringify(row)],
    'run',
  );
}
