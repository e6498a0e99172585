import { addDays, addMonths, newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import { personRef } from '../external/person.js';
import { heldAt } from '../held.js';
import { Invalid } from '../invalid.js';
import { Invoice } from './fee.entity.js';
import type { IssueInvoicesInput, ReviseInvoiceInput } from './fee.input.js';
import { feeRuleOn } from './fee.loader.js';
import { assessmentFor, feeOf, shareOf } from './fee.rules.js';
import { type FeeRule, IssueInvoicesPayload } from './fee.types.js';

/** What was delivered to a client in a month, and what income was found. */
interface Month {
  personId: string;
  units: number;
  assessments: { from: string; income: number }[];
}

const most = 200;

/**
 * Issues the invoices of a month for a service: one for each client to whom the town delivered, whoever asks and however often. Refuses INVALID
 * for a month that is not over, RULE_MISSING where the municipality has no fee for it.
 */
export async function issueInvoices(context: Context, input: IssueInvoicesInput): Promise<IssueInvoicesPayload> {
  const { issued, problems } = await mutate(context, 'issued', async () => {
    refuseUnfinished(input.month, context.today);
    const rule = await ruleOf(context, input.serviceType, input.month);
    const months = await monthsOf(context, input.serviceType, input.month, rule.unit);
    const rows = months.flatMap((month) => {
      const figures = figuresOf(rule, month, input.month);
      return figures ? [{ id: newId(), person: month.personId, ...figures }] : [];
    });
    const written: { id: string; person_id: string; amount: number }[] = await context.em.execute(
      `insert into invoice (id, municipality, person_id, service_type, month, units, unit_price, share, income, amount, issued_on, due_on, issued_by, citation)
       select id, ?, person, ?, ?::date, units, ?, share, income, amount, ?::date, ?::date, ?::uuid, ?
         from jsonb_to_recordset(?::jsonb) as r(id uuid, person uuid, units numeric, share int, income bigint, amount bigint)
       on conflict (municipality, person_id, service_type, month) do nothing
       returning id, person_id, amount::float8 as amount`,
      [
        context.municipality,
        input.serviceType,
        input.month,
        rule.unitPrice,
        context.today,
        addDays(context.today, rule.dueDays),
        context.employee,
        rule.citation,
        JSON.stringify(rows),
      ],
    );
    await context.audit.write(context.em, {
      action: 'invoice.issue',
      object: `invoices:${input.serviceType} ${input.month} ${written.length}`,
    });
    const named = new Set(rows.map(({ person }) => person));
    const unassessed = months.filter(({ personId }) => !named.has(personId)).slice(0, most);
    return Object.assign(new IssueInvoicesPayload(), {
      issued: written.length,
      amount: written.reduce((sum, { amount }) => sum + amount, 0),
      known: rows.length - written.length,
      unassessed: unassessed.map(({ personId }) => personRef(personId)),
      problems: [],
    });
  });
  return issued ?? Object.assign(new IssueInvoicesPayload(), { issued: 0, amount: 0, known: 0, unassessed: [], problems });
}

/**
 * Works an invoice out anew from what is recorded of its month now, by the rule of its month. What is too much paid then stands to the client's credit.
 * Refuses NOT_FOUND, STALE, RULE_MISSING.
 */
export function reviseInvoice(context: Context, input: ReviseInvoiceInput): Promise<Payload<'invoice', Invoice>> {
  return mutate(context, 'invoice', async () => {
    const missing = { lv: 'Šāda rēķina nav.', en: 'There is no such invoice.' };
    const invoice = await heldAt(context, Invoice, { id: input.invoiceId, field: 'invoiceId', missing }, input.version);
    const rule = await ruleOf(context, invoice.serviceType, invoice.month);
    const [month] = await monthsOf(context, invoice.serviceType, invoice.month, rule.unit, invoice.personId);
    const figures = figuresOf(rule, month ?? { personId: invoice.personId, units: 0, assessments: [] }, invoice.month);
    Object.assign(invoice, figures ?? { units: 0, share: 0, income: invoice.income, amount: 0 }, { unitPrice: rule.unitPrice });
    await context.em.flush();
    await context.audit.write(context.em, {
      action: 'invoice.issue',
      personId: invoice.personId,
      object: `invoice:${invoice.id}`,
      fields: ['units', 'share', 'income', 'amount'],
    });
    return invoice;
  });
}

function figuresOf(rule: FeeRule, { units, assessments }: Month, month: string) {
  const found = assessmentFor(assessments, month, addMonths(month, 1));
  return found && { units, share: shareOf(rule.bands, found.income), income: found.income, amount: feeOf(rule, units, found.income) };
}

function refuseUnfinished(month: string, today: string): void {
  const problems = new Invalid()
    .when(!month.endsWith('-01'), 'month', 'Norādiet mēneša pirmo dienu.', 'Name the month by its first day.')
    .when(addMonths(month, 1) > today, 'month', 'Mēnesis vēl nav beidzies.', 'The month is not over yet.').found;
  if (problems.length) throw new Refusal(problems);
}

/** The rule that holds on the first day of a month. Refuses RULE_MISSING, naming service and day. */
export async function ruleOf(context: Context, serviceType: string, on: string): Promise<FeeRule> {
  const rule = await feeRuleOn(context, serviceType, on);
  return (
    rule ??
    refuse(
      ProblemCode.RULE_MISSING,
      `Pakalpojumam “${serviceType}” dienā ${on} nav maksas noteikumu.`,
      `No fee rule is known for ${serviceType} on ${on}.`,
      'serviceType',
    )
  );
}

/** What the town itself delivered in a month on granted requests, by client, with all incomes found; in one statement. */
async function monthsOf(
  context: Context,
  serviceType: string,
  month: string,
  unit: string,
  personId: string | null = null,
): Promise<Month[]> {
  const rows: { person_id: string; units: number; assessments: Month['assessments'] | null }[] = await context.em.execute(
    `select m.person_id, m.units,
            (select json_agg(json_build_object('from', a.from_date, 'income', a.monthly_income))
               from fee_assessment a where a.person_id = m.person_id and a.service_type = ?) as assessments
       from (select r.person_id, sum(d.units)::float8 as units
               from delivery d join service_request r on r.id = d.request_id
              where r.service_type = ? and d.unit = ? and d.on_date >= ?::date and d.on_date < ?::date and (?::uuid is null or r.person_id = ?::uuid)
              group by r.person_id) m
      order by m.person_id`,
    [serviceType, serviceType, unit, month, addMonths(month, 1), personId, personId],
  );
  return rows.map((row) => ({ personId: row.person_id, units: row.units, assessments: row.assessments ?? [] }));
}
