import type { Label } from '../../format/format.js';

/**
 * Under which unit of the service the printed results show a table: several tables have the same title there, and the graph does not say the unit.
 * A table that is not here stands under its own title.
 */
const units: Readonly<Record<string, Label>> = {
  'adult-sector': { lv: 'Sociālais darbs ar pilngadīgām personām', en: 'Social work with adults' },
  'family-sector': { lv: 'Sociālais darbs ar ģimenēm ar bērniem', en: 'Social work with families with children' },
  'disability-and-elderly-sector': {
    lv: 'Sociālais darbs ar personām ar invaliditāti un veciem ļaudīm',
    en: 'Social work with persons with disability and older people',
  },
  'home-care-office': { lv: 'Aprūpes mājās birojs', en: 'Home care office' },
  'covid-support': { lv: 'Aprūpes mājās birojs: Covid-19', en: 'Home care office: Covid-19' },
  'assistant-sector': { lv: 'Asistentu pakalpojumi', en: 'Assistant services' },
  shelter: { lv: 'Patversme', en: 'Shelter' },
  'night-shelter': { lv: 'Nakts patversme', en: 'Night shelter' },
  'social-house': { lv: 'Sociālā māja', en: 'Social house' },
  'social-apartments-saura-26': { lv: 'Sociālie dzīvokļi Šaurā ielā 26', en: 'Social apartments at Šaurā iela 26' },
  'family-support-centre-clients': { lv: 'Ģimenes atbalsta centrs: krīzes centra pakalpojums', en: 'Family support centre: crisis centre' },
  'family-support-centre-outcomes': {
    lv: 'Ģimenes atbalsta centrs: kustība pēc pakalpojuma',
    en: 'Family support centre: where people went',
  },
  'group-apartments-saura-26': { lv: 'Grupu dzīvokļi Šaurā ielā 26', en: 'Group apartments at Šaurā iela 26' },
  'group-apartments-18-novembra-354v': { lv: 'Grupu dzīvokļi 18. Novembra ielā 354V', en: 'Group apartments at 18. Novembra iela 354V' },
  'day-care-centre': { lv: 'Dienas aprūpes centrs', en: 'Day care centre' },
  'rehabilitation-programmes': { lv: 'Sociālās rehabilitācijas programmas', en: 'Social rehabilitation programmes' },
  'specialised-workshops': { lv: 'Specializētās darbnīcas', en: 'Specialised workshops' },
  'day-centre-saskarsme': { lv: 'Dienas centrs “Saskarsme”', en: 'Day centre “Saskarsme”' },
  'project-lli-550': { lv: 'Projekts LLI-550 “Valued people”', en: 'Project LLI-550 “Valued people”' },
  'di-project-children': { lv: 'Deinstitucionalizācijas projekts: bērni', en: 'Deinstitutionalisation project: children' },
  'di-project-adults': { lv: 'Deinstitucionalizācijas projekts: pilngadīgie', en: 'Deinstitutionalisation project: adults' },
  'di-project-administration': {
    lv: 'Deinstitucionalizācijas projekts: administrēšana',
    en: 'Deinstitutionalisation project: administration',
  },
  'ukraine-applications': { lv: 'Ukrainas civiliedzīvotāju iesniegumi', en: 'Applications of Ukrainian civilians' },
  'benefits-dynamics': { lv: 'Pabalsti un statusi', en: 'Benefits and statuses' },
  'funding-sources': { lv: 'Pašvaldības finansējums', en: 'Municipal funding' },
  headcount: { lv: 'Darbinieku skaits', en: 'Number of staff' },
  'social-work-specialists': { lv: 'Sociālā darba speciālisti', en: 'Social work specialists' },
};

/** What a table is headed with: its unit, else its own title, else its id. */
export const headOf = (table: { id: string } & Partial<Label>): Label =>
  units[table.id] ?? { lv: table.lv ?? table.id, en: table.en ?? table.id };
