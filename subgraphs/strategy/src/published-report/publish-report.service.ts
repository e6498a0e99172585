import { newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, Refusal, refuse } from '@atbalsts/graphql';
import { municipalities } from '@atbalsts/reference';
import { collectReport } from './collect.js';
import { PreparedReport } from './prepared-report.entity.js';
import { publishableOf, storePublished } from './publish.js';
import { publishProblems, samePerson } from './publish-report.rules.js';
import { PublishedReport } from './published-report.entity.js';

/**
 * Publishes the report of a year in two calls: the first prepares it from what the domains count now, the same call by another person publishes exactly what
 * was prepared. With `again` it is prepared anew. FOUR_EYES for whoever prepared it, INVALID for a year that is not over, UNAVAILABLE without a domain.
 */
export function publishReport(
  context: Context,
  municipality: string,
  year: number,
  again: boolean,
): Promise<Payload<'report', PublishedReport>> {
  return mutate(context, 'report', async () => {
    if (municipality !== context.municipality)
      refuse(ProblemCode.NOT_FOUND, 'Šī nav jūsu pašvaldība.', 'This is not your municipality.', 'municipality');
    const problems = publishProblems(year, context.today);
    if (problems.length) throw new Refusal(problems);
    // Of two first calls at once the second waits, and sees what the first has prepared.
    await context.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`publish ${municipality} ${year}`]);
    const prepared = await context.em.findOne(PreparedReport, { municipality, year });
    if (!prepared || again) return prepare(context, municipality, year, prepared);
    if (samePerson(prepared, actorOf(context))) refuseOwn();
    return confirm(context, prepared);
  });
}

/** The report of the own municipality that waits to be confirmed, as it would be published. */
export async function findPrepared({ em, municipality }: Context, year: number): Promise<PublishedReport | null> {
  const prepared = await em.findOne(PreparedReport, { municipality, year });
  return prepared && shown(prepared);
}

const actorOf = ({ principal }: Context) => ({ subject: principal.subject, employeeId: principal.employee ?? null });

function refuseOwn(): never {
  refuse(
    ProblemCode.FOUR_EYES,
    'Šo pārskatu sagatavojāt jūs; publicēšanu apstiprina cits cilvēks. Lai to sagatavotu no jauna, norādiet to (again).',
    'You prepared this report; another person confirms it. To prepare it anew, say so (again).',
  );
}

async function prepare(context: Context, municipality: string, year: number, earlier: PreparedReport | null): Promise<PublishedReport> {
  const { em, today } = context;
  const answer = await collectReport(context, municipality, year);
  const content = { ...(await publishableOf(em, { municipality, year, answer })), preparedOn: today, ...actorOf(context) };
  const prepared = earlier ? em.assign(earlier, content) : em.create(PreparedReport, { id: newId(), municipality, year, ...content });
  await em.flush();
  await context.audit.write(em, { action: 'report.publish', object: `prepared-report:${prepared.id}`, fields: ['prepared'] });
  return shown(prepared);
}

async function confirm(context: Context, prepared: PreparedReport): Promise<PublishedReport> {
  const { em, today, principal } = context;
  const { municipality, year, subject: preparedBy } = prepared;
  await storePublished(em, prepared, { municipality, year, preparedBy, confirmedBy: principal.subject, publishedOn: today });
  em.remove(prepared);
  await em.flush();
  const report = await em.findOneOrFail(PublishedReport, { municipality, year }, { refresh: true });
  await context.audit.write(em, { action: 'report.publish', object: `published-report:${report.id}`, fields: ['confirmed'] });
  return report;
}

function shown({ id, municipality, year, preparedOn, subject, snapshot }: PreparedReport): PublishedReport {
  const region = municipalities.find((one) => one.code === municipality)?.region ?? '';
  const of = { id, municipality, region, year, publishedOn: preparedOn, preparedBy: subject, confirmedBy: null, snapshot, prepared: true };
  return Object.assign(new PublishedReport(), of);
}
