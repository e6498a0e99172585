/** Whom social work is for, as the services domain names the groups. */
export type Group =
  | 'FAMILY_WITH_CHILDREN'
  | 'ADULT'
  | 'PERSON_WITH_DISABILITY'
  | 'ELDERLY'
  | 'UNEMPLOYED'
  | 'ADDICTION'
  | 'FORMER_PRISONER'
  | 'VIOLENCE'
  | 'HOMELESS'
  | 'CARE_LEAVER';

/** A goal and what is done for it. */
export interface GoalText {
  text: string;
  activities: readonly string[];
}

const work: GoalText = {
  text: 'Atrast pastāvīgu darbu',
  activities: ['Reģistrēties Nodarbinātības valsts aģentūrā', 'Sagatavot dzīves aprakstu'],
};
const papers: GoalText = { text: 'Sakārtot dokumentus', activities: ['Pieteikties personas apliecībai'] };
const debts: GoalText = { text: 'Samazināt komunālos parādus', activities: ['Vienoties ar apsaimniekotāju par maksājumu grafiku'] };
const health: GoalText = { text: 'Uzlabot veselību', activities: ['Pieteikties pie ģimenes ārsta', 'Iziet izmeklējumus'] };
const sober: GoalText = { text: 'Saglabāt atturību', activities: ['Apmeklēt narkologu', 'Piedalīties atbalsta grupā'] };

/** Goals that are agreed with people of a group. */
export const goalsByGroup: Readonly<Record<Group, readonly GoalText[]>> = {
  FAMILY_WITH_CHILDREN: [
    { text: 'Bērni regulāri apmeklē skolu', activities: ['Tikties ar klases audzinātāju', 'Sekot kavējumiem katru nedēļu'] },
    { text: 'Stiprināt vecāku prasmes', activities: ['Apmeklēt vecāku grupu', 'Strādāt ar ģimenes asistentu'] },
    debts,
  ],
  ADULT: [work, papers, debts],
  PERSON_WITH_DISABILITY: [
    { text: 'Saņemt nepieciešamos palīglīdzekļus', activities: ['Pieteikties tehniskajiem palīglīdzekļiem'] },
    health,
  ],
  ELDERLY: [{ text: 'Droši dzīvot savās mājās', activities: ['Novērtēt dzīvesvietu', 'Pieteikties drošības pogai'] }, health],
  UNEMPLOYED: [work, { text: 'Apgūt jaunu arodu', activities: ['Pieteikties mācībām'] }, debts],
  ADDICTION: [sober, work],
  FORMER_PRISONER: [papers, work, { text: 'Atrast dzīvesvietu', activities: ['Meklēt īres istabu'] }],
  VIOLENCE: [{ text: 'Dzīvot drošībā', activities: ['Sagatavot drošības plānu', 'Saņemt psihologa atbalstu'] }],
  HOMELESS: [{ text: 'Atrast dzīvesvietu', activities: ['Stāties pašvaldības dzīvokļu rindā', 'Krāt īres naudu'] }, papers, sober],
  CARE_LEAVER: [{ text: 'Uzsākt patstāvīgu dzīvi', activities: ['Sastādīt mēneša budžetu'] }, work],
};

/** What a worker may note. Nothing that tells one person from another. */
export const noteTexts: readonly string[] = [
  'Klients ieradās uz tikšanos norunātajā laikā. Pārrunāti mērķi un nākamie soļi.',
  'Telefonsaruna: klients lūdz pārcelt tikšanos, vienojāmies par citu dienu.',
  'Sazinājos ar ģimenes ārsta praksi, norunāts pieraksts.',
  'Klients iesniedzis izziņas. Nākamā tikšanās pēc divām nedēļām.',
  'Starpinstitūciju sanāksme: sadalīti uzdevumi, izvērtēti riski.',
  'Klients nebija sasniedzams. Atstāta ziņa.',
  'Vērojams progress: viens no plānotajiem soļiem paveikts.',
];

/** What a specialist may find at a visit. */
export const findingTexts: readonly string[] = [
  'Mājoklis tīrs, ir apkure un ūdens. Palīdzība nav steidzama.',
  'Telpas aukstas, trūkst malkas. Nepieciešams atbalsts kurināmajam.',
  'Klients pārvietojas ar grūtībām, kāpnes bez margām.',
  'Bērniem ir sava vieta mācībām, ledusskapī ir pārtika.',
  'Uzkrāti parādi, brīdinājums par elektrības atslēgšanu.',
];

/** Duties of an agreement by the part of the office for which they count. */
export const dutyTexts: Readonly<Record<'SOCIAL_ASSISTANCE' | 'SOCIAL_WORK' | 'SOCIAL_SERVICE', readonly string[]>> = {
  SOCIAL_ASSISTANCE: ['Iesniegt izziņas par ienākumiem', 'Paziņot par ienākumu izmaiņām'],
  SOCIAL_WORK: ['Reģistrēties NVA un meklēt darbu', 'Apmeklēt sociālo darbinieku reizi mēnesī', 'Apmeklēt narkologu'],
  SOCIAL_SERVICE: ['Apmeklēt psihologa konsultācijas', 'Piedalīties atbalsta grupas nodarbībās'],
};

/** What a needs card may say. */
export const needTexts: readonly string[] = [
  'Nepieciešama palīdzība mājas solī un pirkumos.',
  'Nepieciešama palīdzība personīgajā aprūpē katru dienu.',
  'Nepieciešams pavadonis ceļā uz ārstniecības iestādi.',
  'Nepieciešams emocionāls atbalsts un nodarbības grupā.',
];
