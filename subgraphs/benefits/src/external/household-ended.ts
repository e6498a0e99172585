/**
 * Whether a household has ended by a day, as an SQL condition on the memberships that the registry has told: it had members, and nobody belongs to it on the day.
 * One of which nothing was told goes on, so that a fact that comes late ends nothing.
 * @param household the column with its id
 * @param day the day, as SQL
 */
export const householdEnded = (household: string, day: string) => `
  (exists (select from household_member_fact m where m.household_id = ${household})
   and not exists (select from household_member_fact m where m.household_id = ${household} and (m.until_date is null or m.until_date > ${day}::date)))`;
