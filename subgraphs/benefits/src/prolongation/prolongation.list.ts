import { BadInput, type Connection, type Context, decodeCursor, type PageArgs, page } from '@atbalsts/graphql';
import { householdEnded } from '../external/household-ended.js';
import { ProlongedDecision } from './prolongation.entity.js';
import type { ProlongationScope } from './prolongation.input.js';
import { scopeProblems } from './prolongation.rules.js';

/** Approved, and neither revoked nor changed by another. */
const holds = (alias: string) => `${alias}.state in ('APPROVED', 'NOTIFIED', 'CHALLENGED', 'UPHELD')`;

/**
 * Whom a prolongation touches, as a table expression `touched`: the decision that gives the last status of each household, where that ends in the days asked; and,
 * where benefits go on, the monthly benefits of the means test of these households that end in them and do not go on by another decision. A household that has ended by `:today` is left out.
 */
export const touched = `
  latest as (
    select distinct on (d.household_id) d.* from decision d
     where d.municipality = :municipality and d.status_from is not null and ${holds('d')}
     order by d.household_id, d.status_until desc, d.approved_on desc, d.id desc),
  statuses as (
    select * from latest d where d.status_until >= :endingFrom::date and d.status_until < :endingUntil::date and d.status_until < :until::date
       and d.household_status = any (:statuses::text[]) and not ${householdEnded('d.household_id', ':today')}),
  benefits as (
    select d.* from decision d join application a on a.id = d.application_id join benefit_type t on t.code = a.benefit_type
     where :withBenefits::boolean and d.municipality = :municipality and d.household_id in (select household_id from statuses)
       and t.means_tested and a.legal_ground = 'STANDARD' and d.outcome = 'GRANT' and ${holds('d')}
       and d.until_date >= :endingFrom::date and d.until_date < :endingUntil::date and d.until_date < :until::date
       and not exists (
         select from decision o join application b on b.id = o.application_id
          where o.household_id = d.household_id and b.benefit_type = a.benefit_type and o.id <> d.id and ${holds('o')} and o.until_date > d.until_date)),
  touched as (
    select d.id as decision_id, d.number, d.household_id, a.applicant_id,
           s.household_status, s.status_until as status_until_before, case when s.id is not null then :until::date end as status_until_after,
           b.until_date as benefit_until_before, case when b.id is not null then :until::date end as benefit_until_after
      from decision d join application a on a.id = d.application_id left join statuses s on s.id = d.id left join benefits b on b.id = d.id
     where d.id in (select id from statuses union select id from benefits))`;

/** A statement with named values, as the driver takes it: `:name` becomes a question mark, in the order in which they stand. */
export function named(sql: string, values: Readonly<Record<string, unknown>>): [string, unknown[]] {
  const given: unknown[] = [];
  const text = sql.replace(/(?<![:\w]):([a-zA-Z]+)/g, (_, name: string) => {
    given.push(values[name]);
    return '?';
  });
  return [text, given];
}

/** The values of a scope for `touched`, but for the day. */
export const scopeValues = (municipality: string, { statuses, ...scope }: Omit<ProlongationScope, 'key'>): Record<string, unknown> => ({
  municipality,
  endingFrom: scope.endingFrom,
  endingUntil: scope.endingUntil,
  until: scope.until,
  withBenefits: scope.withBenefits,
  statuses: `{${statuses.join(',')}}`,
});

const columns = `number, decision_id as "decisionId", household_id as "householdId", applicant_id as "applicantId", household_status as status,
  status_until_before::text as "statusUntilBefore", status_until_after::text as "statusUntilAfter",
  benefit_until_before::text as "benefitUntilBefore", benefit_until_after::text as "benefitUntilAfter"`;

/**
 * Whom a prolongation would touch, by number of the decision: nothing is changed.
 * @throws BadInput for days or statuses that cannot be prolonged
 */
export function previewProlongation(context: Context, scope: ProlongationScope, args: PageArgs): Promise<Connection<ProlongedDecision>> {
  const [wrong] = scopeProblems(scope);
  if (wrong) throw new BadInput(`scope.${wrong.field}: ${wrong.text.en}`, `scope.${wrong.field}: ${wrong.text.lv}`, 'scope');
  const values = { ...scopeValues(context.municipality, scope), today: context.today };
  return listed(context, args, values, {
    rows: `with ${touched} select ${columns}, false as skipped from touched where number > :after order by number limit :limit`,
    count: `with ${touched} select count(*)::int as n from touched`,
  });
}

/** Whom a prolongation touched, by number of the decision. */
export function touchedBy(context: Context, prolongationId: string, args: PageArgs): Promise<Connection<ProlongedDecision>> {
  const from = 'prolongation_item i join decision d on d.id = i.decision_id where i.prolongation_id = :id::uuid';
  return listed(
    context,
    args,
    { id: prolongationId },
    {
      rows: `select ${columns.replace('household_id', 'i.household_id').replace('household_status', 'i.household_status')}, skipped from ${from} and number > :after order by number limit :limit`,
      count: `select count(*)::int as n from ${from}`,
    },
  );
}

async function listed(
  { em }: Context,
  args: PageArgs,
  values: Record<string, unknown>,
  sql: { rows: string; count: string },
): Promise<Connection<ProlongedDecision>> {
  const after = decodeCursor(args.after, ['text'])?.[0] ?? '';
  const rows = await em.execute<ProlongedDecision[]>(...named(sql.rows, { ...values, after, limit: args.first + 1 }));
  return page(
    rows.map((row) => Object.assign(new ProlongedDecision(), row)),
    args,
    ({ number }) => [number],
    async () => (await em.execute<{ n: number }[]>(...named(sql.count, values)))[0]?.n ?? 0,
  );
}
