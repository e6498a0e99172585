/** Cases in force on a day of the year, as `c`, each with the group `g` that counted last in the year. A case without a group is of no sector yet. */
export const clientsOfYear = `from social_case c
  join lateral (select k.kind from client_group k where k.case_id = c.id and k.from_date < :until
                 order by k.from_date desc, k.recorded_at desc limit 1) g on true
 where c.municipality = :municipality and c.opened_on < :until and (c.closed_on is null or c.closed_on >= :from)`;

/** A list of values for SQL. */
export const listed = (values: readonly string[]): string => `(${values.map((value) => `'${value}'`).join(', ')})`;
