import { readFileSync } from 'node:fs';
import type { EntityManager } from '@mikro-orm/postgresql';

interface Limits {
  personsPerDay: Record<string, number>;
  otherwise: number;
  /** Longest period that is looked through at once, in days. */
  mostDays: number;
}

/** From how many persons a day on looks are unusual, by role: data, assumed. */
export const unusualLookLimits: Readonly<Limits> = JSON.parse(readFileSync(new URL('../data/unusual-looks.json', import.meta.url), 'utf8'));

/** One subject's looks of one day that went beyond what is usual for the role. */
export interface LooksOfDay {
  subject: string;
  role: string;
  on: string;
  persons: number;
  looks: number;
  limit: number;
}

/**
 * Who looked at more persons in a day than is usual for the role, in this domain, within the municipality of the session: most persons first. One
 * statement, whatever the period. Whoever has several roles is measured by the widest of them.
 * @param readActions the actions that only look
 * @param first at most so many
 */
export async function unusualLooks(
  em: EntityManager,
  period: { from: string; until: string },
  readActions: readonly string[],
  first: number,
): Promise<LooksOfDay[]> {
  const { personsPerDay, otherwise } = unusualLookLimits;
  return em.execute<LooksOfDay[]>(
    `select l.subject, l.role, l.on_day::text as on, l.persons, l.looks, l.most as limit
       from (
         select e.subject, max(e.role) as role, (e.at at time zone 'Europe/Riga')::date as on_day,
                count(distinct e.person_id) as persons, count(*) as looks,
                max(coalesce((select max(coalesce((?::jsonb ->> r.role)::int, ?::int)) from unnest(string_to_array(e.role, ' ')) as r (role)), ?::int)) as most
           from audit_entry e
          where e.at >= (?::date)::timestamp at time zone 'Europe/Riga' and e.at < (?::date)::timestamp at time zone 'Europe/Riga'
            and e.person_id is not null and e.action in (select jsonb_array_elements_text(?::jsonb))
          group by e.subject, on_day
       ) l
      where l.persons > l.most
      order by l.persons desc, l.on_day, l.subject limit ?`,
    [JSON.stringify(personsPerDay), otherwise, otherwise, period.from, period.until, JSON.stringify(readActions), first],
  );
}
