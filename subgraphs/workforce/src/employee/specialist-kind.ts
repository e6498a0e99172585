import { registerEnumType } from 'type-graphql';

/** What somebody is employed as. Law on Social Services and Social Assistance, section 41 and following. */
export enum SpecialistKind {
  SENIOR_SOCIAL_WORKER = 'SENIOR_SOCIAL_WORKER',
  SOCIAL_WORKER = 'SOCIAL_WORKER',
  CHARITABLE_SOCIAL_WORKER = 'CHARITABLE_SOCIAL_WORKER',
  SOCIAL_CARER = 'SOCIAL_CARER',
  SOCIAL_REHABILITATOR = 'SOCIAL_REHABILITATOR',
  SOCIAL_ASSISTANCE_ORGANISER = 'SOCIAL_ASSISTANCE_ORGANISER',
  CARER = 'CARER',
  PSYCHOLOGIST = 'PSYCHOLOGIST',
  OCCUPATIONAL_THERAPIST = 'OCCUPATIONAL_THERAPIST',
  ASSISTANT = 'ASSISTANT',
  OTHER = 'OTHER',
}
registerEnumType(SpecialistKind, {
  name: 'SpecialistKind',
  description: 'What somebody is employed as.',
  valuesConfig: {
    SENIOR_SOCIAL_WORKER: { description: 'Senior social worker (vecākais sociālais darbinieks).' },
    SOCIAL_WORKER: { description: 'Social worker (sociālais darbinieks).' },
    CHARITABLE_SOCIAL_WORKER: { description: 'Charitable social worker (karitatīvais sociālais darbinieks).' },
    SOCIAL_CARER: { description: 'Social carer (sociālais aprūpētājs).' },
    SOCIAL_REHABILITATOR: { description: 'Social rehabilitator (sociālais rehabilitētājs).' },
    SOCIAL_ASSISTANCE_ORGANISER: { description: 'Organiser of social assistance (sociālās palīdzības organizators).' },
    CARER: { description: 'Carer (aprūpētājs).' },
    PSYCHOLOGIST: { description: 'Psychologist.' },
    OCCUPATIONAL_THERAPIST: { description: 'Occupational therapist (ergoterapeits).' },
    ASSISTANT: { description: 'Assistant of a person with disability or of a family.' },
    OTHER: { description: 'Another occupation: management, administration, household.' },
  },
});
