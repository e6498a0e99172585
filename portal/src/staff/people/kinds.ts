/** What somebody can be employed as. */
export const specialistKinds = [
  'SOCIAL_WORKER',
  'SENIOR_SOCIAL_WORKER',
  'CHARITABLE_SOCIAL_WORKER',
  'SOCIAL_ASSISTANCE_ORGANISER',
  'SOCIAL_CARER',
  'SOCIAL_REHABILITATOR',
  'CARER',
  'PSYCHOLOGIST',
  'OCCUPATIONAL_THERAPIST',
  'ASSISTANT',
  'OTHER',
] as const;

/** What somebody is employed as. */
export type SpecialistKind = (typeof specialistKinds)[number];
