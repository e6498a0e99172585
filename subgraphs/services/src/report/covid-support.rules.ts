import { countingRule } from '@atbalsts/graphql';

const table = 'covid-support';
const times = (
  kind: string,
): string => `select count(*) from support_record s where s.municipality = :municipality and s.occasion = 'COVID_19'
  and s.kind = '${kind}' and s.on_date >= :from and s.on_date < :until`;

/** Support of the home care office to clients with confirmed COVID-19: how often. */
export const covidSupportRules = [
  countingRule(
    table,
    'food-and-medicine',
    {
      lv: 'Gadā reģistrētās pārtikas un medikamentu piegādes personām ar apstiprinātu COVID-19',
      en: 'Deliveries of food and medicines in the year to persons with confirmed COVID-19',
    },
    times('FOOD_AND_MEDICINE'),
  ),
  countingRule(
    table,
    'medical-cooperation',
    {
      lv: 'Gadā reģistrētā sadarbība ar ārstniecības iestādēm personām ar apstiprinātu COVID-19 (reizes)',
      en: 'How often in the year the office worked with medical institutions for persons with confirmed COVID-19',
    },
    times('MEDICAL_COOPERATION'),
  ),
];
