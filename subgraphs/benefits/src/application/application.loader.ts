import { isId } from '@atbalsts/database';
import { type BatchLoad, type Connection, groupedInOrder, inOrder, page } from '@atbalsts/graphql';
import { dayCursor } from '../day-cursor.js';
import type { DeclaredMember } from '../means/means.model.js';
import { Application } from './application.entity.js';
import { ApplicationMember } from './application-member.entity.js';
import { DeclaredIncome } from './declared-income.entity.js';

/** Applications by id; null for one that does not exist or is not the principal's to see. */
export const applicationById: BatchLoad<string, Application | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(Application, { id: { $in: ids.filter(isId) } }), (application) => application.id);

/** Declared incomes by application. */
export const incomesOf: BatchLoad<string, DeclaredIncome[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(DeclaredIncome, { applicationId: { $in: [...ids] } }, { orderBy: { id: 'asc' } }),
    (income) => income.applicationId,
  );

/** The members of the household as the means test sees them, with their incomes by month, by application. */
export const meansMembersOf: BatchLoad<string, DeclaredMember[]> = async (context, ids) => {
  const rows = await context.em.find(ApplicationMember, { applicationId: { $in: [...ids] } }, { orderBy: { id: 'asc' } });
  const members = groupedInOrder(ids, rows, (member) => member.applicationId);
  const incomes = await Promise.all(ids.map((id) => context.load(incomesOf, id)));
  return members.map((household, at) =>
    household.map(({ personId, age, disability, pensioner }) => {
      const own = (incomes[at] ?? []).filter((income) => income.personId === personId);
      return { age, disability, pensioner, incomes: own.map(({ monthly }) => monthly) };
    }),
  );
};

/** Which page of whose applications. */
export interface ApplicationsOf {
  personId: string;
  first: number;
  after: string | null;
}

/** Pages of applications by applicant, the newest first. One statement for all persons of whom the same page is asked, and one for their applications. */
export const applicationsOf: BatchLoad<ApplicationsOf, Connection<Application>> = async (context, keys) => {
  const pages = new Map<string, ApplicationsOf[]>();
  for (const key of keys) pages.set(`${key.first} ${key.after}`, [...(pages.get(`${key.first} ${key.after}`) ?? []), key]);
  const found = new Map<ApplicationsOf, Connection<Application>>();
  for (const group of pages.values()) {
    const { first, after } = group[0] as ApplicationsOf;
    const from = dayCursor(after);
    const rows = await context.em.execute<{ id: string }[]>(
      `select id from unnest(?::uuid[]) as asked (person_id), lateral (
         select a.id from application a where a.applicant_id = asked.person_id ${from ? 'and (a.submitted_on, a.id) < (?::date, ?::uuid)' : ''}
         order by a.submitted_on desc, a.id desc limit ?) found`,
      [idArray(group.map((key) => key.personId)), ...(from ? [from.day, from.id] : []), first + 1],
    );
    const applications = await context.em.find(
      Application,
      { id: { $in: rows.map((row) => row.id) } },
      { orderBy: { submittedOn: 'desc', id: 'desc' } },
    );
    for (const key of group) {
      const own = applications.filter((application) => application.applicantId === key.personId);
      found.set(
        key,
        page(
          own,
          { first, after },
          (a) => [a.submittedOn, a.id],
          () => context.load(applicationCountOf, key.personId),
        ),
      );
    }
  }
  return keys.map((key) => found.get(key) as Connection<Application>);
};

/** Ids as a uuid[] parameter; what cannot be an id names nobody. */
const idArray = (ids: readonly string[]): string => `{${ids.filter(isId).join(',')}}`;

/** How many applications a person has, by person. */
const applicationCountOf: BatchLoad<string, number> = async ({ em }, ids) => {
  const rows = await em.execute<{ id: string; n: number }[]>(
    'select applicant_id as id, count(*)::int as n from application where applicant_id = any (?::uuid[]) group by applicant_id',
    [idArray(ids)],
  );
  return ids.map((id) => rows.find((row) => row.id === id)?.n ?? 0);
};
