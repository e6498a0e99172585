import { countingRule } from '@atbalsts/graphql';

const table = 'home-care-office';
const inYear = (column: string) => `${column} >= :from and ${column} < :until`;
const invoices = `from invoice i where i.municipality = :municipality and i.service_type = 'home-care' and ${inYear('i.month')}`;

/** Home care: clients, who paid and who did not, and what they paid. Somebody whose income changed counts among both. */
export const homeCareOfficeRules = [
  countingRule(
    table,
    'total',
    {
      lv: 'Personas, kurām gadā reģistrēta sniegta aprūpe mājās; katra vienreiz',
      en: 'Persons to whom home care was delivered in the year, each once',
    },
    `select count(distinct r.person_id) from delivery d join service_request r on r.id = d.request_id
      where d.municipality = :municipality and r.service_type = 'home-care' and ${inYear('d.on_date')}`,
  ),
  countingRule(
    table,
    'paid',
    {
      lv: 'Personas, kurām par kādu gada mēnesi izrakstīts rēķins ar maksājamu summu',
      en: 'Persons with an invoice for a month of the year with something to pay',
    },
    `select count(distinct i.person_id) ${invoices} and i.amount > 0`,
  ),
  countingRule(
    table,
    'free',
    {
      lv: 'Personas, kurām par kādu gada mēnesi aprēķināts, ka nav jāmaksā',
      en: 'Persons for whom it was worked out for a month of the year that they pay nothing',
    },
    `select count(distinct i.person_id) ${invoices} and i.amount = 0`,
  ),
  countingRule(
    table,
    'new-clients',
    {
      lv: 'Personas, kurām pakalpojums pirmoreiz piešķirts ar dienu šajā gadā un kurām tas gadā sniegts',
      en: 'Persons granted the service for the first time from a day of the year, and to whom it was delivered in the year',
    },
    `select count(*) from (
       select r.person_id, min(r.from_date) as from_date from service_request r
        where r.municipality = :municipality and r.service_type = 'home-care' and r.state in ('GRANTED', 'ENDED')
        group by r.person_id having ${inYear('min(r.from_date)')}) begun
      where exists (select from service_request r join delivery d on d.request_id = r.id
        where r.person_id = begun.person_id and r.municipality = :municipality and r.service_type = 'home-care' and ${inYear('d.on_date')})`,
  ),
  countingRule(
    table,
    'fees',
    { lv: 'Gadā saņemtie maksājumi par aprūpi mājās, EUR', en: 'Money received in the year for home care, EUR' },
    `select coalesce(sum(c.amount), 0) / 100.0 from receipt c
      where c.municipality = :municipality and c.service_type = 'home-care' and ${inYear('c.received_on')}`,
  ),
];
