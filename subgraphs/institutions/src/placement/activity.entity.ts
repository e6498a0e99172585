import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** What is recorded of a client during a stay. The list is closed: what is on it is counted in the annual report. */
export enum PlacementActivityKind {
  DISABILITY_GROUP_EXTENDED = 'DISABILITY_GROUP_EXTENDED',
  MEDICATION_TREATMENT = 'MEDICATION_TREATMENT',
  ADDICTION_PROGRAMME = 'ADDICTION_PROGRAMME',
  LONG_TERM_CARE_GRANTED = 'LONG_TERM_CARE_GRANTED',
  LONG_TERM_CARE_QUEUED = 'LONG_TERM_CARE_QUEUED',
  AFTER_FIRE = 'AFTER_FIRE',
  AFTER_SERIOUS_ILLNESS = 'AFTER_SERIOUS_ILLNESS',
  FROM_ANOTHER_COUNTRY = 'FROM_ANOTHER_COUNTRY',
  CHILD_STATE_REHABILITATION = 'CHILD_STATE_REHABILITATION',
  ADULT_VICTIM_STATE_REHABILITATION = 'ADULT_VICTIM_STATE_REHABILITATION',
  PERPETRATOR_PROGRAMME = 'PERPETRATOR_PROGRAMME',
  OWN_OR_CASUAL_WORK = 'OWN_OR_CASUAL_WORK',
  HOSPITAL_WORKSHOPS = 'HOSPITAL_WORKSHOPS',
  MOTIVATION_PROGRAMME = 'MOTIVATION_PROGRAMME',
  STUDIES = 'STUDIES',
  TEMPORARY_PUBLIC_WORK = 'TEMPORARY_PUBLIC_WORK',
  TRANSPORT = 'TRANSPORT',
  PSYCHOLOGICAL_SUPPORT = 'PSYCHOLOGICAL_SUPPORT',
  PHYSIOTHERAPIST = 'PHYSIOTHERAPIST',
  ENDED_AT_OWN_WISH = 'ENDED_AT_OWN_WISH',
}
registerEnumType(PlacementActivityKind, {
  name: 'PlacementActivityKind',
  description: 'What is recorded of a client during a stay: a closed list, which the annual report counts.',
  valuesConfig: {
    DISABILITY_GROUP_EXTENDED: { description: 'The disability group was extended with the help of staff.' },
    MEDICATION_TREATMENT: { description: 'Treatment with medicine (the results of 2022 name SOLOFUR).' },
    ADDICTION_PROGRAMME: { description: 'Took part in a rehabilitation programme for addiction (Minnesota).' },
    LONG_TERM_CARE_GRANTED: { description: 'A long-term care and rehabilitation service was granted.' },
    LONG_TERM_CARE_QUEUED: { description: 'Put on the waiting list for long-term care.' },
    AFTER_FIRE: { description: 'Came after a fire at home.' },
    AFTER_SERIOUS_ILLNESS: { description: 'Came after a serious, prolonged illness.' },
    FROM_ANOTHER_COUNTRY: { description: 'Came from another country.' },
    CHILD_STATE_REHABILITATION: { description: 'A child was placed for 30 days of state-paid rehabilitation in another crisis centre.' },
    ADULT_VICTIM_STATE_REHABILITATION: { description: 'State-paid rehabilitation of an adult victim of unlawful acts.' },
    PERPETRATOR_PROGRAMME: { description: 'State-paid programme for perpetrators of violence.' },
    OWN_OR_CASUAL_WORK: { description: 'Works on the own account or in casual jobs.' },
    HOSPITAL_WORKSHOPS: { description: 'Attends the creative workshops of the psychoneurological hospital.' },
    MOTIVATION_PROGRAMME: { description: 'Active in the house by day under the motivation programme.' },
    STUDIES: { description: 'Goes on with studies.' },
    TEMPORARY_PUBLIC_WORK: { description: 'Temporary paid public work of the State Employment Agency.' },
    TRANSPORT: { description: 'Is brought and taken home by transport.' },
    PSYCHOLOGICAL_SUPPORT: { description: 'Psychological support.' },
    PHYSIOTHERAPIST: { description: 'Consulted the physiotherapist.' },
    ENDED_AT_OWN_WISH: { description: 'The service was ended at the own wish.' },
  },
});

/** What was done with or happened to a client during a stay: one row for each person, day and kind. */
@Entity()
@ObjectType({ description: 'What was done with or happened to a client during a stay, on a day.' })
@Allow('placement.read')
export class PlacementActivity extends TenantEntity {
  @Property({ type: 'uuid' })
  placementId!: string;

  @Enum({ items: () => PlacementActivityKind, type: 'text' })
  @Field(() => PlacementActivityKind, { description: 'What.' })
  kind!: PlacementActivityKind;

  @Property({ type: 'date', fieldName: 'on_date' })
  @Field(() => DateScalar, { description: 'When.' })
  on!: string;
}
