import type { PersonaUnit } from '@atbalsts/auth';

/** A unit of a demo town's social service. Weights say how the employees are spread; a unit without weight has none of its own. */
export interface UnitPlan {
  key: string;
  parent: string | null;
  lv: string;
  en: string;
  /** Share of the employees of each group who work here. */
  weights: Partial<Record<UnitGroup, number>>;
}

/** How employees are spread over units: by what they do. */
export type UnitGroup = 'socialWork' | 'assistance' | 'care' | 'rehabilitation' | 'assistants' | 'other';

/** Keys that the personas' units have must be among the units of their town. */
type PersonaUnits = Record<PersonaUnit, true>;
const personaUnits: PersonaUnits = {
  management: true,
  'social-assistance': true,
  'social-services': true,
  'adult-sector': true,
  shelter: true,
  personnel: true,
  accounting: true,
};

const unit = (key: string, parent: string | null, lv: string, en: string, weights: UnitPlan['weights'] = {}): UnitPlan => ({
  key,
  parent,
  lv,
  en,
  weights,
});

/** Units of Daugavpils: those of the strategy 2015-2017 and of the results for 2022. */
export const daugavpilsUnits: readonly UnitPlan[] = [
  unit('service', null, 'Daugavpils Sociālais dienests', 'Daugavpils Social Service Office'),
  unit('management', 'service', 'Vadība', 'Management', { other: 4 }),
  unit('personnel', 'service', 'Personāla un lietvedības sektors', 'Personnel and records sector', { other: 6 }),
  unit('accounting', 'service', 'Grāmatvedība', 'Accounting', { other: 9 }),
  unit('maintenance', 'service', 'Saimniecības sektors', 'Maintenance sector', { other: 14 }),
  unit('social-assistance', 'service', 'Sociālās palīdzības nodaļa', 'Social Assistance Department', { assistance: 7, other: 10 }),
  unit('social-services', 'service', 'Sociālo pakalpojumu nodaļa', 'Social Services Department', { socialWork: 3, other: 4 }),
  unit(
    'family-sector',
    'social-services',
    'Sociālo pakalpojumu nodaļa ģimenēm ar bērniem',
    'Social Services Department for Families with Children',
    { socialWork: 20, rehabilitation: 1 },
  ),
  unit('adult-sector', 'social-services', 'Sociālo pakalpojumu nodaļa pilngadīgām personām', 'Social Services Department for Adults', {
    socialWork: 14,
  }),
  unit(
    'disability-and-elderly-sector',
    'social-services',
    'Sociālo pakalpojumu nodaļa personām ar invaliditāti un veciem ļaudīm',
    'Social Services Department for Persons with Disability and Older People',
    { socialWork: 13 },
  ),
  unit('assistant-sector', 'social-services', 'Sektors „Asistentu pakalpojumi”', 'Assistant Services Sector', {
    socialWork: 2,
    assistants: 30,
  }),
  unit('home-care-office', 'social-services', 'Aprūpes mājās birojs', 'Home Care Office', { socialWork: 3, care: 30 }),
  unit('shelter', 'social-services', 'Sociālā patversme', 'Social Shelter', { socialWork: 4, care: 4, other: 10 }),
  unit('night-shelter', 'shelter', 'Nakts patversme', 'Night Shelter', { socialWork: 1, other: 6 }),
  unit('social-house', 'social-services', 'Sociālā māja', 'Social House', { socialWork: 2, other: 6 }),
  unit('family-support-centre', 'social-services', 'Ģimenes atbalsta centrs/patversme', 'Family Support Centre/shelter', {
    socialWork: 4,
    rehabilitation: 1,
    care: 6,
    other: 8,
  }),
  unit(
    'group-apartments',
    'social-services',
    'Grupu dzīvokļi personām ar garīga rakstura traucējumiem',
    'Group Apartments for Persons with Mental Impairments',
    { socialWork: 2, care: 5, assistants: 3 },
  ),
  unit(
    'day-care-centre',
    'social-services',
    'Dienas aprūpes centrs personām ar garīga rakstura traucējumiem',
    'Day Care Centre for Persons with Mental Impairments',
    { socialWork: 2, rehabilitation: 1, care: 6 },
  ),
  unit(
    'day-centre',
    'social-services',
    'Sociālās aprūpes un sociālās rehabilitācijas dienas centrs',
    'Social Care and Social Rehabilitation Day Centre',
    { socialWork: 2, rehabilitation: 2, other: 4 },
  ),
];

/** Units of Bauska: the smaller town. */
export const bauskaUnits: readonly UnitPlan[] = [
  unit('service', null, 'Bauskas novada Sociālais dienests', 'Bauska Social Service Office'),
  unit('management', 'service', 'Vadība', 'Management', { other: 2 }),
  unit('personnel', 'service', 'Personāls un lietvedība', 'Personnel and records', { other: 1 }),
  unit('accounting', 'service', 'Grāmatvedība', 'Accounting', { other: 1 }),
  unit('social-assistance', 'service', 'Sociālās palīdzības nodaļa', 'Social Assistance Department', { assistance: 5 }),
  unit('social-services', 'service', 'Sociālo pakalpojumu nodaļa', 'Social Services Department', { socialWork: 2, rehabilitation: 1 }),
  unit('adult-sector', 'social-services', 'Sociālais darbs ar pilngadīgām personām', 'Social work with adults', { socialWork: 4 }),
  unit('family-sector', 'social-services', 'Sociālais darbs ģimenēm ar bērniem', 'Social work with families with children', {
    socialWork: 5,
    other: 1,
  }),
  unit('home-care-office', 'social-services', 'Aprūpe mājās', 'Home care', { care: 8 }),
];

for (const key of Object.keys(personaUnits)) {
  if (!daugavpilsUnits.some((one) => one.key === key)) throw new Error(`No demo unit for the personas of ${key}`);
}
