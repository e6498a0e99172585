import { type CountingRuleDefinition, countingRule } from '@atbalsts/graphql';
import type { Destination } from '../placement/destination.js';
import { clients, type Scope, year } from './sql.js';

const table = 'family-support-centre-outcomes';
const scope: Scope = { kind: 'CRISIS_CENTRE' };

/** The help `s` goes on past the year. */
const goesOn = '(s.ended_on is null or s.ended_on >= :until)';

/**
 * The help `s` ended in the year to a destination, and the person had none in the year that ended later or goes on: whoever came twice, or
 * changed beds, is counted once, by where the last way led. So the rows and `continuing-cases` are a partition of the clients of the year.
 */
const lastWayTo = (destination: `${Destination}`): string => `s.ended_on < :until and s.destination = '${destination}' and not exists (
  select from stay l where l.person_id = s.person_id and l.municipality = s.municipality and l.kind = s.kind and l.days && ${year}
    and (coalesce(l.ended_on, 'infinity'), l.from_date, l.id) > (s.ended_on, s.from_date, s.id))`;

/** That the person of `s` came from another country was recorded during a stay in a facility of the kind, not after the year. */
const fromAnotherCountry = `exists (select from stay b join placement_activity a on a.placement_id = b.id
  where b.person_id = s.person_id and b.municipality = s.municipality and b.kind = s.kind and a.kind = 'FROM_ANOTHER_COUNTRY' and a.on_date < :until)`;

const left = (row: string, destination: `${Destination}`, lv: string, en: string): CountingRuleDefinition =>
  countingRule(
    table,
    row,
    {
      lv: `Personas, kam krīzes centrs gadā palīdzējis un kas, pēdējoreiz aizejot, ${lv}; katra vienreiz`,
      en: `Persons whom the crisis centre helped in the year and who, when they last left, ${en}, each once`,
    },
    clients(scope, lastWayTo(destination)),
  );

/** Where the clients of the crisis centre went, each counted once by the last way in the year; who is still there at its end goes on. */
export const familySupportCentreOutcomesRules = [
  left('social-house-housing', 'SOCIAL_HOUSE', 'pārcēlušās uz Sociālo māju', 'went to the social house'),
  left('shelter-service', 'SHELTER', 'pārcēlušās uz patversmi', 'went to the shelter'),
  left('rents-in-city', 'RENTED_HOME', 'pārcēlušās uz īrētu dzīvokli', 'went to a rented home'),
  left('returned-home', 'OWN_HOME', 'atgriezušās savā dzīvesvietā', 'went back to the own home'),
  left('municipal-apartment', 'MUNICIPAL_APARTMENT', 'pārcēlušās uz pašvaldības dzīvokli', 'went to an apartment of the municipality'),
  left('long-term-care', 'LONG_TERM_CARE', 'pārcēlušās uz ilgstošas aprūpes institūciju', 'went to a long-term care institution'),
  left('group-apartment', 'GROUP_APARTMENTS', 'pārcēlušās uz grupu dzīvokļiem', 'went to group apartments'),
  countingRule(
    table,
    'from-another-country',
    {
      lv: 'Personas, kam krīzes centrs gadā palīdzējis, kas, pēdējoreiz aizejot, devušās citur, un kurām reģistrēta ierašanās no citas valsts; katra vienreiz',
      en: 'Persons whom the crisis centre helped in the year, who went elsewhere when they last left and of whom it was recorded that they came from another country, each once',
    },
    clients(scope, `${lastWayTo('OTHER')} and ${fromAnotherCountry}`),
  ),
  countingRule(
    table,
    'continuing-cases',
    {
      lv: 'Personas, kam krīzes centrs gadā palīdzējis un palīdz arī pēc gada beigām; katra vienreiz',
      en: 'Persons whom the crisis centre helped in the year and still helps when it ends, each once',
    },
    clients(scope, goesOn),
  ),
  left(
    'ended-house-rules',
    'EXCLUDED',
    'izslēgtas par iekšējās kārtības neievērošanu',
    'had the service ended because house rules were broken',
  ),
  left('ended-moved-abroad', 'ABROAD', 'aizbraukušas uz ārzemēm', 'went abroad'),
  left('minnesota-programme', 'REHABILITATION_PROGRAMME', 'devušās uz rehabilitācijas programmu', 'went to a rehabilitation programme'),
  countingRule(
    table,
    'died',
    {
      lv: 'Personas, kas mirušas krīzes centra palīdzības laikā gadā; katra vienreiz',
      en: 'Persons who died in the year while the crisis centre helped them, each once',
    },
    clients(scope, lastWayTo('DIED')),
  ),
];
