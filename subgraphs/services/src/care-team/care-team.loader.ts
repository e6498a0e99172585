import { idsAmong } from '@atbalsts/database';
import { type BatchLoad, groupedInOrder } from '@atbalsts/graphql';
import { employeeRef } from '../external/employee.js';
import { type CareRole, CareTeamMember } from './care-team-member.js';

/**
 * Who works with a person now, by person: nothing is entered twice, it follows from open cases, the active agreement, and needs cards of requests
 * that are not over. Who does several things is named once for each. One statement.
 */
export const careTeamOf: BatchLoad<string, CareTeamMember[]> = async ({ em }, ids) => {
  const rows: { person_id: string; employee_id: string; does: CareRole }[] = await em.execute(
    `with person as (select value::uuid as id from jsonb_array_elements_text(?::jsonb))
     select person_id, employee_id, does from (
       select c.person_id, c.responsible_id as employee_id, 'CASE_WORKER' as does, 1 as place
         from social_case c join person on person.id = c.person_id where c.closed_on is null
       union
       select a.person_id, unnest(a.party_ids), 'AGREEMENT_PARTY', 2
         from participation_agreement a join person on person.id = a.person_id where a.state = 'ACTIVE'
       union
       select r.person_id, n.assessed_by, 'NEEDS_ASSESSOR', 3
         from service_request r join person on person.id = r.person_id join needs_assessment n on n.request_id = r.id
        where r.state not in ('REFUSED', 'ENDED')) team
     order by place, employee_id`,
    [JSON.stringify(idsAmong(ids))],
  );
  const members = rows.map((row) => ({
    personId: row.person_id,
    member: Object.assign(new CareTeamMember(), { employee: employeeRef(row.employee_id), does: row.does }),
  }));
  return groupedInOrder(ids, members, (row) => row.personId).map((team) => team.map((row) => row.member));
};
