import { registerEnumType } from 'type-graphql';

/** Where somebody went who left a facility. */
export enum Destination {
  OWN_HOME = 'OWN_HOME',
  RENTED_HOME = 'RENTED_HOME',
  MUNICIPAL_APARTMENT = 'MUNICIPAL_APARTMENT',
  SOCIAL_HOUSE = 'SOCIAL_HOUSE',
  SHELTER = 'SHELTER',
  GROUP_APARTMENTS = 'GROUP_APARTMENTS',
  LONG_TERM_CARE = 'LONG_TERM_CARE',
  REHABILITATION_PROGRAMME = 'REHABILITATION_PROGRAMME',
  ABROAD = 'ABROAD',
  EXCLUDED = 'EXCLUDED',
  DIED = 'DIED',
  OTHER = 'OTHER',
}
registerEnumType(Destination, {
  name: 'Destination',
  description: 'Where somebody went who left a facility.',
  valuesConfig: {
    OWN_HOME: { description: 'Back to the own home.' },
    RENTED_HOME: { description: 'To a rented home.' },
    MUNICIPAL_APARTMENT: { description: 'To an apartment of the municipality.' },
    SOCIAL_HOUSE: { description: 'To the social house.' },
    SHELTER: { description: 'To a shelter.' },
    GROUP_APARTMENTS: { description: 'To group apartments, also to others than before.' },
    LONG_TERM_CARE: { description: 'To a long-term care institution.' },
    REHABILITATION_PROGRAMME: { description: 'To a residential rehabilitation programme.' },
    ABROAD: { description: 'To another country.' },
    EXCLUDED: { description: 'The service was ended because house rules were broken.' },
    DIED: { description: 'The person died.' },
    OTHER: { description: 'Elsewhere, or unknown.' },
  },
});
