import { type CountingRuleDefinition, countingRule } from '@atbalsts/graphql';
import { clientsOfYear, listed } from './client-groups.sql.js';

const table = 'adult-sector';
const unemployed = ['UNEMPLOYED', 'PRE_RETIREMENT', 'HEALTH_PROBLEMS', 'ADDICTION_PROBLEMS'];
const all = [...unemployed, 'SOCIAL_HOUSE', 'CARE_LEAVER', 'FORMER_PRISONER', 'VIOLENCE_OR_CRISIS', 'UKRAINE_CIVILIAN'];

const isOf = (kinds: readonly string[]): string => `g.kind in ${listed(kinds)}`;
/** A Ukrainian civilian by the registry on a day of the year, whatever the group of the case, or by the group. */
const ukrainian = `${isOf(all)} and (g.kind = 'UKRAINE_CIVILIAN' or exists (select from circumstance_fact u where u.person_id = c.person_id
  and u.kind = 'UKRAINIAN_CIVILIAN' and daterange(u.from_date, u.until_date) && daterange(:from, :until)))`;

function persons(row: string, lv: string, en: string, condition: string): CountingRuleDefinition {
  return countingRule(
    table,
    row,
    { lv: `Personas ar gadā spēkā esošu lietu: ${lv}; katra vienreiz`, en: `Persons with a case in force in the year: ${en}; each once` },
    `select count(distinct c.person_id) ${clientsOfYear} and ${condition}`,
  );
}

function begun(row: string, lv: string, en: string, condition: string): CountingRuleDefinition {
  return countingRule(
    table,
    row,
    { lv: `Gadā atvērtās lietas: ${lv}`, en: `Cases opened in the year: ${en}` },
    `select count(*) ${clientsOfYear} and c.opened_on >= :from and ${condition}`,
  );
}

const ofSector = `in (select c.person_id ${clientsOfYear} and ${isOf(all)})`;

/** Social work with adults: the group that counted last in the year; somebody of two groups counts in both rows and once in the total. */
export const adultSectorRules = [
  persons('unemployed-all', 'bezdarbnieku grupas', 'groups of unemployed persons', isOf(unemployed)),
  persons('unemployed', 'grupa UNEMPLOYED', 'group UNEMPLOYED', isOf(['UNEMPLOYED'])),
  persons('pre-retirement', 'grupa PRE_RETIREMENT', 'group PRE_RETIREMENT', isOf(['PRE_RETIREMENT'])),
  persons('health-problems', 'grupa HEALTH_PROBLEMS', 'group HEALTH_PROBLEMS', isOf(['HEALTH_PROBLEMS'])),
  persons('addiction-problems', 'grupa ADDICTION_PROBLEMS', 'group ADDICTION_PROBLEMS', isOf(['ADDICTION_PROBLEMS'])),
  persons('social-house-saura-28', 'grupa SOCIAL_HOUSE', 'group SOCIAL_HOUSE', isOf(['SOCIAL_HOUSE'])),
  persons('care-leavers', 'grupa CARE_LEAVER', 'group CARE_LEAVER', isOf(['CARE_LEAVER'])),
  persons('former-prisoners', 'grupa FORMER_PRISONER', 'group FORMER_PRISONER', isOf(['FORMER_PRISONER'])),
  persons('violence-and-crisis', 'grupa VIOLENCE_OR_CRISIS', 'group VIOLENCE_OR_CRISIS', isOf(['VIOLENCE_OR_CRISIS'])),
  persons(
    'ukrainian-civilians',
    'grupa UKRAINE_CIVILIAN vai reģistra apstāklis UKRAINIAN_CIVILIAN',
    'group UKRAINE_CIVILIAN, or circumstance UKRAINIAN_CIVILIAN in the registry',
    ukrainian,
  ),
  persons('total', 'visas pilngadīgo grupas', 'all groups of adults', isOf(all)),
  begun('new-cases-unemployed', 'bezdarbnieku grupas', 'groups of unemployed persons', isOf(unemployed)),
  begun('new-cases-care-leavers', 'grupa CARE_LEAVER', 'group CARE_LEAVER', isOf(['CARE_LEAVER'])),
  begun('new-cases-former-prisoners', 'grupa FORMER_PRISONER', 'group FORMER_PRISONER', isOf(['FORMER_PRISONER'])),
  begun('new-cases-ukrainian-civilians', 'Ukrainas civiliedzīvotāji', 'Ukrainian civilians', ukrainian),
  begun('new-cases-total', 'visas pilngadīgo grupas', 'all groups of adults', isOf(all)),
  countingRule(
    table,
    'psychologist-support',
    {
      lv: 'Sektora klienti, kuriem gadā reģistrēta sniegta psihologa palīdzība; katrs vienreiz',
      en: 'Clients of the sector to whom the service of a psychologist was delivered in the year, each once',
    },
    `select count(distinct r.person_id) from delivery d join service_request r on r.id = d.request_id
      where d.municipality = :municipality and r.service_type = 'psychologist' and d.on_date >= :from and d.on_date < :until
        and r.person_id ${ofSector}`,
  ),
  countingRule(
    table,
    'social-mentor-support',
    {
      lv: 'Sektora klienti, kuriem gadā reģistrēts sociālā mentora atbalsts; katrs vienreiz',
      en: 'Clients of the sector for whom support by a social mentor is recorded in the year, each once',
    },
    `select count(distinct s.person_id) from support_record s
      where s.municipality = :municipality and s.kind = 'SOCIAL_MENTOR' and s.on_date >= :from and s.on_date < :until and s.person_id ${ofSector}`,
  ),
];
