import { countingRule } from '@atbalsts/graphql';
import { clients, extensions, firstEver, granted, type Scope, sex, whereThereIsOne, year } from './sql.js';

const table = 'night-shelter';
const scope: Scope = { kind: 'NIGHT_SHELTER' };

/**
 * Night shelter. The printed table has more recipients of the short stay (80) than clients in total (72), so the total cannot contain them:
 * clients are those with an agreement (a placement), recipients of the short stay those who slept a night without one.
 */
export const nightShelterRules = [
  countingRule(
    table,
    'total',
    {
      lv: 'Personas ar līgumu (uzturēšanos) naktspatversmē kādā gada dienā; katra vienreiz',
      en: 'Persons with an agreement (a stay) in the night shelter on a day of the year, each once',
    },
    clients(scope),
  ),
  countingRule(
    table,
    'new-clients',
    { lv: 'No tām: pirmoreiz ar līgumu; sākts gadā', en: 'Of them: with an agreement for the first time ever, begun in the year' },
    clients(scope, firstEver),
  ),
  countingRule(table, 'men', { lv: 'No tām: vīrieši', en: 'Of them: men' }, clients(scope, sex('MALE'))),
  countingRule(table, 'women', { lv: 'No tām: sievietes', en: 'Of them: women' }, clients(scope, sex('FEMALE'))),
  countingRule(
    table,
    'granted',
    {
      lv: 'Personas, kuru uzturēšanās gadā sākusies uz piešķirta pakalpojuma pieprasījuma pamata',
      en: 'Persons whose stay began in the year on a granted service request',
    },
    clients(scope, granted),
  ),
  countingRule(
    table,
    'contracts-extended',
    { lv: 'Gadā noslēgtie līgumu pagarinājumi; katrs atsevišķi', en: 'Extensions of contracts agreed in the year, each by itself' },
    extensions(scope),
  ),
  countingRule(
    table,
    'short-stay-recipients',
    {
      lv: 'Personas, kas gadā pārnakšņojušas vismaz vienu nakti bez līguma; katra vienreiz',
      en: 'Persons who slept at least one night of the year there without an agreement, each once',
    },
    whereThereIsOne(
      scope,
      `select count(distinct n.person_id) from night_stay n join facility f on f.id = n.facility_id
        where n.municipality = :municipality and f.kind = 'NIGHT_SHELTER' and ${year} @> n.night
          and not exists (select from placement p where p.facility_id = n.facility_id and p.person_id = n.person_id and daterange(p.from_date, p.ended_on) @> n.night)`,
    ),
  ),
];
