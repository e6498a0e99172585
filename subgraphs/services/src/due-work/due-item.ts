import { Allow } from '@atbalsts/auth';
import { ConnectionOf, DateScalar, Language } from '@atbalsts/graphql';
import { type Label, labelOf } from '@atbalsts/reference';
import { Arg, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** What is due. */
export enum DueKind {
  SOCIAL_WORK_START = 'SOCIAL_WORK_START',
  RISK_ASSESSMENT = 'RISK_ASSESSMENT',
  CASE_GOAL = 'CASE_GOAL',
  SERVICE_DECISION = 'SERVICE_DECISION',
  SERVICE_REVIEW = 'SERVICE_REVIEW',
  SERVICE_END = 'SERVICE_END',
  OFFER_ANSWER = 'OFFER_ANSWER',
}
registerEnumType(DueKind, {
  name: 'DueKind',
  description: 'What is due.',
  valuesConfig: {
    SOCIAL_WORK_START: { description: 'Social work in an open case has to begin: a first note, home visit, agreement or risk assessment.' },
    RISK_ASSESSMENT: { description: 'The risks of a family have to be assessed, for the first time or again.' },
    CASE_GOAL: { description: 'A goal of an open case is due.' },
    SERVICE_DECISION: { description: 'A request for a service has to be decided.' },
    SERVICE_REVIEW: { description: 'A granted service has to be reviewed.' },
    SERVICE_END: { description: 'The time for which a service was granted is over, and nobody has ended it.' },
    OFFER_ANSWER: { description: 'An offered place waits for an answer; past the day it goes to the next.' },
  },
});

const what: Record<DueKind, Label> = {
  SOCIAL_WORK_START: { lv: 'Jāsāk sociālais darbs', en: 'Social work has to begin' },
  RISK_ASSESSMENT: { lv: 'Jānovērtē ģimenes riski', en: 'The risks of the family are to be assessed' },
  CASE_GOAL: { lv: 'Beidzas mērķa termiņš', en: 'A goal is due' },
  SERVICE_DECISION: { lv: 'Jāpieņem lēmums par pakalpojumu', en: 'A service is to be decided' },
  SERVICE_REVIEW: { lv: 'Jāpārskata pakalpojums', en: 'A service is to be reviewed' },
  SERVICE_END: { lv: 'Beidzies piešķirtais laiks', en: 'The granted time is over' },
  OFFER_ANSWER: { lv: 'Gaidāma atbilde uz piedāvāto vietu', en: 'An offered place waits for an answer' },
};

/** One thing that has to be done by a day. It follows from the records: nobody ticks it off. */
@ObjectType({
  description: 'One thing that has to be done by a day. It follows from the records, and is gone when they say that it is done.',
})
@Allow('myDay.read')
export class DueItem {
  @Field(() => DueKind, { description: 'What is due.' })
  kind!: DueKind;

  @Field(() => DateScalar, { description: 'The last day on which it is in time.' })
  dueOn!: string;

  @Field(() => Int, { description: 'Days past that day; 0 while it is in time.' })
  daysLate!: number;

  @Field(() => ID, { description: 'Id of the record that it is about: a case, a goal, a request, an offer.' })
  objectId!: string;

  @Field(() => String, { description: 'Number of the case or the request.' })
  number!: string;

  personId!: string;

  /** Employee who is responsible; null where nobody is. */
  responsibleId!: string | null;

  @Field(() => String, { description: 'In one line, without contents.' })
  title(@Arg('language', () => Language, { defaultValue: Language.LV, description: 'Language of the title.' }) language: Language): string {
    return `${labelOf(what[this.kind], language)}: ${this.number}`;
  }
}

/** A page of what is due, the longest overdue first. */
export const DueItemConnection = ConnectionOf(() => DueItem, 'DueItem');

/** What is due of one's own work. */
@ObjectType({ description: 'What is due of your own work.' })
@Allow('myDay.read')
export class MyDay {
  @Field(() => DateScalar, { description: 'The day it is.' })
  on!: string;

  @Field(() => [DueItem], { description: 'What is late, the longest first.' })
  overdue!: DueItem[];

  @Field(() => [DueItem], { description: 'What is due until Sunday, the next first.' })
  thisWeek!: DueItem[];
}
