import { type CountingRuleDefinition, countingRule } from '@atbalsts/graphql';
import type { Label } from '@atbalsts/reference';

const table = 'family-sector';

/**
 * Cases of families in force on a day of the year, as `c`, with what counted last in the year: the level `a` of the risks, the kind `g` of family.
 * A family is the household that the case names, or the person where it names none.
 */
const families = (condition: string): string => `select count(distinct coalesce(c.household_id, c.person_id)) from social_case c
  left join lateral (select r.level from risk_assessment r where r.case_id = c.id and r.on_date < :until
                      order by r.on_date desc, r.recorded_at desc limit 1) a on true
  left join lateral (select k.kind from client_group k where k.case_id = c.id and k.from_date < :until
                      order by k.from_date desc, k.recorded_at desc limit 1) g on true
 where c.municipality = :municipality and c.target_group = 'FAMILY_WITH_CHILDREN' and c.opened_on < :until
   and (c.closed_on is null or c.closed_on >= :from) and ${condition}`;

const kinds: readonly (readonly [row: string, kind: string, lv: string, en: string])[] = [
  ['single-parent', 'SINGLE_PARENT', 'nepilna ģimene', 'one parent'],
  ['single-parent-large', 'SINGLE_PARENT_LARGE', 'nepilna daudzbērnu ģimene', 'one parent, three children or more'],
  ['two-parent-large', 'TWO_PARENT_LARGE', 'pilna daudzbērnu ģimene', 'two parents, three children or more'],
  ['children-with-disability', 'CHILD_WITH_DISABILITY', 'bērns ar invaliditāti', 'a child with disability'],
  ['parents-with-disability', 'PARENT_WITH_DISABILITY', 'vecāks ar invaliditāti', 'a parent with disability'],
  ['other', 'OTHER_FAMILY', 'cita ģimene', 'another family'],
];

/** The rows of a level: all families of it, also those of which nobody recorded the kind, then each kind. */
function ofLevel(prefix: string, level: string, words: Label): CountingRuleDefinition[] {
  return [
    countingRule(
      table,
      `${prefix}-families`,
      {
        lv: `Ģimenes ar gadā spēkā esošu lietu, kuru pēdējā risku novērtējumā ir ${words.lv}; katra vienreiz, arī bez norādīta veida`,
        en: `Families with a case in force in the year whose latest risk assessment says ${words.en}, each once, also of no recorded kind`,
      },
      families(`a.level = '${level}'`),
    ),
    ...kinds.map(([row, kind, lv, en]) =>
      countingRule(
        table,
        `${prefix}-${row}`,
        { lv: `No tām: pēdējais norādītais veids ir ${lv} (${kind})`, en: `Of them: the kind recorded last is ${en} (${kind})` },
        families(`a.level = '${level}' and g.kind = '${kind}'`),
      ),
    ),
  ];
}

/** Social work with families: by the level of the latest risk assessment, and by kind. */
export const familySectorRules = [
  ...ofLevel('high-risk', 'HIGH_RISK', { lv: 'augsts risks', en: 'high risk' }),
  ...ofLevel('at-risk', 'AT_RISK', { lv: 'risks', en: 'at risk' }),
  countingRule(
    table,
    'guardian-families',
    {
      lv: 'Aizbildņu ģimenes ar gadā spēkā esošu lietu (veids GUARDIAN_FAMILY); katra vienreiz',
      en: 'Families of guardians with a case in force in the year (kind GUARDIAN_FAMILY), each once',
    },
    families(`g.kind = 'GUARDIAN_FAMILY'`),
  ),
  countingRule(
    table,
    'foster-families',
    {
      lv: 'Audžuģimenes ar gadā spēkā esošu lietu (veids FOSTER_FAMILY); katra vienreiz',
      en: 'Foster families with a case in force in the year (kind FOSTER_FAMILY), each once',
    },
    families(`g.kind = 'FOSTER_FAMILY'`),
  ),
  countingRule(
    table,
    'family-assistant-service',
    {
      lv: 'Ģimenes, kurām gadā reģistrēts sniegts ģimenes asistenta pakalpojums; katra vienreiz',
      en: 'Families to whom the service of a family assistant was delivered in the year, each once',
    },
    `select count(distinct coalesce((select m.household_id from household_member_fact m
          where m.person_id = r.person_id and daterange(m.since_date, m.until_date) @> d.on_date limit 1), r.person_id))
       from delivery d join service_request r on r.id = d.request_id
      where d.municipality = :municipality and r.service_type = 'family-assistant' and d.on_date >= :from and d.on_date < :until`,
  ),
];
