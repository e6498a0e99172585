import { countingRule } from '@atbalsts/graphql';

const table = 'assistant-sector';
const held = `from assistant_contract c where c.municipality = :municipality and daterange(c.from_date, c.until_date) && daterange(:from, :until)`;

/** The service of an assistant: who was helped, by whom, contracts and monthly reports. */
export const assistantSectorRules = [
  countingRule(
    table,
    'recipients',
    {
      lv: 'Personas, kurām kādā gada dienā bija spēkā līgums ar asistentu; katra vienreiz',
      en: 'Persons with a contract with an assistant in force on a day of the year, each once',
    },
    `select count(distinct c.person_id) ${held}`,
  ),
  countingRule(
    table,
    'children-5-17',
    {
      lv: 'No tām: gadā sasniedz 5 līdz 17 gadu vecumu (pēc dzimšanas gada)',
      en: 'Of them: reach an age of 5 to 17 in the year (by year of birth)',
    },
    `select count(distinct c.person_id) ${held}
        and exists (select from person_fact q where q.person_id = c.person_id and :year - q.birth_year between 5 and 17)`,
  ),
  countingRule(
    table,
    'assistants',
    {
      lv: 'Asistenti, ar kuriem kādā gada dienā bija spēkā līgums; katrs vienreiz',
      en: 'Assistants with a contract in force on a day of the year, each once',
    },
    `select count(distinct c.assistant_id) ${held}`,
  ),
  countingRule(
    table,
    'approved-reports',
    {
      lv: 'Mēneša atskaites, kas gadā apstiprinātas',
      en: 'Monthly reports that were approved in the year',
    },
    `select count(*) from assistant_report r where r.municipality = :municipality and r.state = 'APPROVED'
        and r.decided_on >= :from and r.decided_on < :until`,
  ),
  countingRule(
    table,
    'contracts',
    { lv: 'Gadā noslēgtie līgumi', en: 'Contracts concluded in the year' },
    `select count(*) from assistant_contract c where c.municipality = :municipality and c.concluded_on >= :from and c.concluded_on < :until`,
  ),
];
