import { registerEnumType } from 'type-graphql';

/** What a facility is. */
export enum FacilityKind {
  SHELTER = 'SHELTER',
  NIGHT_SHELTER = 'NIGHT_SHELTER',
  SOCIAL_HOUSE = 'SOCIAL_HOUSE',
  SOCIAL_APARTMENTS = 'SOCIAL_APARTMENTS',
  GROUP_APARTMENTS = 'GROUP_APARTMENTS',
  CRISIS_CENTRE = 'CRISIS_CENTRE',
  DAY_CARE_CENTRE = 'DAY_CARE_CENTRE',
  DAY_CENTRE = 'DAY_CENTRE',
  FAMILY_HOME = 'FAMILY_HOME',
  SPECIALISED_WORKSHOP = 'SPECIALISED_WORKSHOP',
  LONG_TERM_CARE = 'LONG_TERM_CARE',
}
registerEnumType(FacilityKind, {
  name: 'FacilityKind',
  description: 'What a facility is.',
  valuesConfig: {
    SHELTER: { description: 'Shelter: round-the-clock short stay by agreement.' },
    NIGHT_SHELTER: { description: 'Night shelter: a bed for a night, or for nights by agreement.' },
    SOCIAL_HOUSE: { description: 'Social house: social apartments with social work.' },
    SOCIAL_APARTMENTS: { description: 'Social apartments, let to low-income households.' },
    GROUP_APARTMENTS: { description: 'Group apartments: own room with support, for persons with mental impairments.' },
    CRISIS_CENTRE: { description: 'Crisis centre: help in a crisis, with or without accommodation.' },
    DAY_CARE_CENTRE: { description: 'Day care centre: care and skills in the daytime.' },
    DAY_CENTRE: { description: 'Day centre: activities and company in the daytime.' },
    FAMILY_HOME: { description: 'Family home: a small home for children in out-of-family care.' },
    SPECIALISED_WORKSHOP: { description: 'Specialised workshop: work with support, in the daytime.' },
    LONG_TERM_CARE: { description: 'Long-term care institution: to live in for good.' },
  },
});

/** Facilities that people come to by day: a place there is no bed, and does not keep anybody from living elsewhere. */
export const dayKinds: readonly FacilityKind[] = [FacilityKind.DAY_CARE_CENTRE, FacilityKind.DAY_CENTRE, FacilityKind.SPECIALISED_WORKSHOP];

/**
 * Which service types of the catalogue a granted request may be for, by kind of facility. Of a kind that is not named here the
 * catalogue of the 2022 results has no service.
 */
export const servicesOfKind: Partial<Record<FacilityKind, readonly string[]>> = {
  SHELTER: ['shelter'],
  NIGHT_SHELTER: ['night-shelter'],
  SOCIAL_HOUSE: ['social-house'],
  SOCIAL_APARTMENTS: ['social-house'],
  GROUP_APARTMENTS: ['group-apartments'],
  CRISIS_CENTRE: ['crisis-centre', 'child-crisis-centre'],
  DAY_CARE_CENTRE: ['day-care-centre', 'child-day-care-centre'],
  DAY_CENTRE: ['day-centre', 'child-day-centre'],
  FAMILY_HOME: ['child-care'],
  SPECIALISED_WORKSHOP: ['specialised-workshops'],
};
