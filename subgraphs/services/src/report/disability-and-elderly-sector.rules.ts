import { countingRule } from '@atbalsts/graphql';
import type { Label } from '@atbalsts/reference';
import { inYear, requestsFor } from './counting.js';

const table = 'disability-and-elderly-sector';
const rule = (row: string, words: Label, sql: string) => countingRule(table, row, words, sql);

const files = `social_case c where c.municipality = :municipality and c.target_group in ('PERSON_WITH_DISABILITY', 'ELDERLY')`;
const granted = `r.state in ('GRANTED', 'ENDED') and ${inYear('r.decided_on')}`;
/** The grant begins on the day on which an earlier one of the same service to the same person ends. */
const goesOn = `exists (select from service_request b where b.municipality = r.municipality and b.person_id = r.person_id and b.service_type = r.service_type
  and b.state in ('GRANTED', 'ENDED') and b.from_date < b.until_date and b.until_date = r.from_date)`;
const persons = (services: readonly string[], condition: string) =>
  `select count(distinct r.person_id) ${requestsFor(...services)} and ${condition}`;

const grantedWords: Label = {
  lv: 'Personas, kurām gadā pieņemts lēmums piešķirt pakalpojumu, ja tas neturpina iepriekšēju piešķīrumu; katra vienreiz',
  en: 'Persons granted the service by a decision of the year that continues no earlier grant, each once',
};
const extendedWords: Label = {
  lv: 'Personas, kurām gadā pieņemts lēmums piešķirt pakalpojumu no dienas, kad beidzas iepriekšējais piešķīrums; katra vienreiz',
  en: 'Persons granted the service by a decision of the year from the day on which an earlier grant ends, each once',
};
const queuedWords: Label = {
  lv: 'Personas, kuras gadā uzņemtas rindā uz pakalpojumu (pēc dienas, no kuras gaida, pirms kārtības maiņas); katra vienreiz',
  en: 'Persons placed on the waiting list for the service in the year (by the day from which they waited before any change of order), each once',
};

const grants = (row: string, ...services: readonly string[]) => rule(row, grantedWords, persons(services, `${granted} and not ${goesOn}`));
const extensions = (row: string, service: string) => rule(row, extendedWords, persons([service], `${granted} and ${goesOn}`));
const queued = (row: string, service: string) =>
  rule(
    row,
    queuedWords,
    persons(
      [service],
      `exists (select from waiting_list_entry e where e.request_id = r.id and ${inYear(
        'coalesce((select c.since_before from waiting_list_change c where c.entry_id = e.id order by c.recorded_at, c.id limit 1), e.since_date)',
      )})`,
    ),
  );
const riders = (row: string, service: string) =>
  rule(
    row,
    { lv: 'Personas, kuras gadā vestas vismaz vienu reizi; katra vienreiz', en: 'Persons who rode at least once in the year, each once' },
    persons([service], `exists (select from delivery d where d.request_id = r.id and d.unit = 'TRIP' and ${inYear('d.on_date')})`),
  );

const accessibility = ['accessibility-housing', 'accessibility-lift', 'accessibility-documents'];

/** Social work with persons with disability and with older people: files, grants, queues, trips, reports of violence, accessibility. */
export const disabilityAndElderlySectorRules = [
  rule(
    'client-files',
    {
      lv: 'Sociālā darba lietas ar personām ar invaliditāti un veciem ļaudīm, kuras bija atvērtas kādā gada dienā',
      en: 'Social cases of persons with disability and of older people that were open on a day of the year',
    },
    `select count(*) from ${files} and c.opened_on < :until and (c.closed_on is null or c.closed_on > :from)`,
  ),
  rule(
    'new-clients',
    { lv: 'Personas, kurām pirmā šāda lieta atvērta gadā', en: 'Persons whose first such case was opened in the year' },
    `select count(*) from (select c.person_id from ${files} group by c.person_id having ${inYear('min(c.opened_on)')}) newcomer`,
  ),
  grants('short-term-care-granted', 'short-term-care'),
  extensions('short-term-care-extended', 'short-term-care'),
  grants('municipal-long-term-care-granted', 'municipal-long-term-care'),
  extensions('municipal-long-term-care-extended', 'municipal-long-term-care'),
  riders('specialised-transport', 'specialised-transport'),
  riders('social-taxi', 'social-taxi'),
  grants('state-long-term-care-granted', 'state-long-term-care'),
  queued('state-long-term-care-queued', 'state-long-term-care'),
  rule(
    'state-long-term-care-declined',
    {
      lv: 'Personas, kuras gadā noraidījušas piedāvātu vietu vai atteikušās no piešķirtā pakalpojuma, pirms tas sākās; katra vienreiz',
      en: 'Persons who declined an offered place in the year, or gave up the granted service before it began, each once',
    },
    persons(
      ['state-long-term-care'],
      `(exists (select from place_offer o where o.request_id = r.id and o.state = 'DECLINED' and ${inYear('o.answered_on')})
        or (r.state = 'ENDED' and r.until_date = r.from_date and r.end_reason in ('OWN_WISH', 'NOT_USED') and ${inYear('r.ended_on')}))`,
    ),
  ),
  grants('siva-rehabilitation-granted', 'siva-rehabilitation'),
  queued('siva-rehabilitation-queued', 'siva-rehabilitation'),
  rule(
    'siva-rehabilitation-refused',
    { lv: 'Personas, kurām gadā pakalpojums atteikts; katra vienreiz', en: 'Persons who were refused the service in the year, each once' },
    persons(['siva-rehabilitation'], `r.state = 'REFUSED' and ${inYear('r.decided_on')}`),
  ),
  rule(
    'violence-reports-examined',
    {
      lv: 'Ziņojumi par vardarbību pret pilngadīgu personu, kas izskatīti gadā',
      en: 'Reports of violence against an adult that were examined in the year',
    },
    `select count(*) from violence_report v where v.municipality = :municipality and v.victim = 'ADULT' and ${inYear('v.examined_on')}`,
  ),
  rule(
    'accessibility-applications',
    {
      lv: 'Gadā saņemtie pieprasījumi pēc mājokļa pielāgošanas, pacēlāja vai palīdzības dokumentu noformēšanā',
      en: 'Requests of the year for housing adaptation, for a lift, or for help with documents',
    },
    `select count(*) ${requestsFor(...accessibility)} and ${inYear('r.requested_on')}`,
  ),
  grants('accessibility-housing-adaptation', 'accessibility-housing'),
  grants('accessibility-lift-1', 'accessibility-lift'),
  grants('accessibility-documents', 'accessibility-documents'),
];
