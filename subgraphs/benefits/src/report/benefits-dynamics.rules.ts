import { type CountingRuleDefinition, countingRule } from '@atbalsts/graphql';
import type { Label } from '@atbalsts/reference';

const table = 'benefits-dynamics';

/** Decisions by which a status began in the year. The event is the first day of the status; a status that runs on, from the year before or by a decision that changed another, does not count again. */
const found = (status: 'NEEDY' | 'LOW_INCOME') => `
  from decision d
 where d.municipality = :municipality and d.household_status = '${status}' and d.status_from >= :from and d.status_from < :until and decision_in_force(d)
   and not exists (select from decision o where o.id = d.changes_id and o.household_status = d.household_status and decision_in_force(o))`;

const families = (row: string, status: 'NEEDY' | 'LOW_INCOME', words: Label): CountingRuleDefinition =>
  countingRule(table, row, words, `select count(distinct d.household_id) ${found(status)}`);

const persons = (row: string, status: 'NEEDY' | 'LOW_INCOME', words: Label): CountingRuleDefinition =>
  countingRule(
    table,
    row,
    words,
    `select count(distinct p.person_id) from decision_person p where p.decision_id in (select d.id ${found(status)})`,
  );

/** Payments that went in the year, with the application they rest on. The event is the day the money went; what was recovered later was paid all the same, and what was kept back for an overpayment was not paid again. */
const paid = `
  from payment p join decision d on d.id = p.decision_id join application a on a.id = d.application_id
 where p.municipality = :municipality and p.paid_on >= :from and p.paid_on < :until and p.amount > p.deducted`;

/** On the ordinary ground of these kinds of benefit; support of Ukrainian civilians has a row of its own and is in no other row of money. */
const ofTypes = (condition: string) => `${paid} and a.legal_ground = 'STANDARD' and ${condition}`;

const sum = (row: string, words: Label, condition: string): CountingRuleDefinition =>
  countingRule(table, row, words, `select coalesce(sum(p.amount - p.deducted), 0) / 100.0 ${ofTypes(condition)}`);

const sumOf = (row: string, lv: string, en: string, ...codes: string[]): CountingRuleDefinition =>
  sum(
    row,
    {
      lv: `Gadā izmaksāto maksājumu summa, EUR: ${lv}; bez atbalsta Ukrainas civiliedzīvotājiem.`,
      en: `Sum of the payments made in the year, EUR: ${en}; without support of Ukrainian civilians.`,
    },
    `a.benefit_type in (${codes.map((code) => `'${code}'`).join(', ')})`,
  );

/**
 * Table benefits-dynamics. The two rows of state grants are left out: a payment does not record from which budget it is refunded (README).
 * A household that was needy and low-income in one year counts in both.
 */
export const benefitsDynamics: readonly CountingRuleDefinition[] = [
  families('needy-families', 'NEEDY', {
    lv: 'Mājsaimniecības, kurām ar apstiprinātu lēmumu gada laikā sākās trūcīgas mājsaimniecības statuss; katra vienreiz.',
    en: 'Households for which an approved decision began the status of a needy household in the year; each once.',
  }),
  persons('needy-persons', 'NEEDY', {
    lv: 'Personas, uz kurām attiecas lēmumi, ar ko gada laikā sākās trūcīgas mājsaimniecības statuss; katra vienreiz.',
    en: 'Persons covered by the decisions that began the status of a needy household in the year; each once.',
  }),
  families('low-income-families', 'LOW_INCOME', {
    lv: 'Mājsaimniecības, kurām ar apstiprinātu lēmumu gada laikā sākās maznodrošinātas mājsaimniecības statuss; katra vienreiz.',
    en: 'Households for which an approved decision began the status of a low-income household in the year; each once.',
  }),
  persons('low-income-persons', 'LOW_INCOME', {
    lv: 'Personas, uz kurām attiecas lēmumi, ar ko gada laikā sākās maznodrošinātas mājsaimniecības statuss; katra vienreiz.',
    en: 'Persons covered by the decisions that began the status of a low-income household in the year; each once.',
  }),
  countingRule(
    table,
    'benefit-recipients',
    {
      lv: 'Personas, uz kurām attiecas lēmumi ar gada laikā veiktu izmaksu, jebkurš pabalsts un pamats, arī atbalsts Ukrainas civiliedzīvotājiem; katra vienreiz.',
      en: 'Persons covered by decisions on which a payment was made in the year, any benefit and ground, support of Ukrainian civilians too; each once.',
    },
    `select count(distinct c.person_id) from decision_person c where c.decision_id in (select p.decision_id ${paid})`,
  ),
  countingRule(
    table,
    'gmi-recipients',
    {
      lv: 'Personas, uz kurām attiecas GMI pabalsta lēmumi ar gada laikā veiktu izmaksu, bez atbalsta Ukrainas civiliedzīvotājiem; katra vienreiz.',
      en: 'Persons covered by decisions on the GMI benefit on which a payment was made in the year, without support of Ukrainian civilians; each once.',
    },
    `select count(distinct c.person_id) from decision_person c where c.decision_id in (select p.decision_id ${ofTypes(`a.benefit_type = 'gmi'`)})`,
  ),
  sumOf('gmi-paid', 'GMI pabalsts', 'GMI benefit', 'gmi'),
  sumOf('housing-allowance', 'mājokļa pabalsts', 'housing allowance', 'housing-allowance'),
  sumOf('health-benefit', 'veselības aprūpes pabalsts', 'health care benefit', 'health-care'),
  sumOf('meals-benefits', 'bērnu un pieaugušo ēdināšana', 'meals of children and adults', 'child-meals', 'adult-meals'),
  sumOf('crisis-benefit', 'pabalsts krīzes situācijā', 'crisis benefit', 'crisis'),
  sumOf('large-family-support', 'pabalsts daudzbērnu ģimenēm', 'benefit for large families', 'large-family'),
  sumOf(
    'unforeseen-support',
    'personu apliecinošs dokuments, atbrīvošana no ieslodzījuma (kuri pabalsti ir neparedzēti, dokumentos nav teikts)',
    'identity document, release from imprisonment (which benefits are unforeseen the documents do not say)',
    'identity-document',
    'release-from-prison',
  ),
  sum(
    'orphan-guarantees',
    {
      lv: 'Gadā izmaksāto maksājumu summa, EUR: visi bāreņu un bez vecāku gādības palikušo bērnu garantiju pabalsti; bez atbalsta Ukrainas civiliedzīvotājiem.',
      en: 'Sum of the payments made in the year, EUR: every guarantee for orphans and children without parental care; without support of Ukrainian civilians.',
    },
    `a.benefit_type in (select t.code from benefit_type t where t.orphan_guarantee)`,
  ),
  sumOf('accessibility-support', 'vides pieejamība personām ar invaliditāti', 'accessibility for persons with disability', 'accessibility'),
  countingRule(
    table,
    'ukraine-support',
    {
      lv: 'Gadā izmaksāto maksājumu summa, EUR, pēc lēmumiem uz Ukrainas civiliedzīvotāju atbalsta likuma pamata, visi pabalsti; tie nav skaitīti citās naudas rindās. Līdz likumam (2022) skaitļa nav.',
      en: 'Sum of the payments made in the year, EUR, on decisions by the Law on Support for Ukrainian Civilians, every benefit; they are in no other row of money. No figure before the law (2022).',
    },
    `select case when :year >= 2022 then coalesce(sum(p.amount - p.deducted), 0) / 100.0 end ${paid} and a.legal_ground = 'UKRAINE_SUPPORT'`,
    '2022-01-01',
  ),
];
