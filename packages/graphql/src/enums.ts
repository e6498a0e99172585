import { registerEnumType } from 'type-graphql';

/** Language of a label or a message. */
export enum Language {
  LV = 'LV',
  EN = 'EN',
}
registerEnumType(Language, {
  name: 'Language',
  description: 'Language of a label or a message.',
  valuesConfig: { LV: { description: 'Latvian, the default.' }, EN: { description: 'English.' } },
});

/** Sex as the population register records it. */
export enum Sex {
  FEMALE = 'FEMALE',
  MALE = 'MALE',
}
registerEnumType(Sex, {
  name: 'Sex',
  description: 'Sex as the population register records it.',
  valuesConfig: { FEMALE: { description: 'Woman or girl.' }, MALE: { description: 'Man or boy.' } },
});

/** What a figure of a report counts. */
export enum Measure {
  PERSONS = 'PERSONS',
  FAMILIES = 'FAMILIES',
  HOUSEHOLDS = 'HOUSEHOLDS',
  CASES = 'CASES',
  CONTRACTS = 'CONTRACTS',
  PLACES = 'PLACES',
  POSTS = 'POSTS',
  EMPLOYEES = 'EMPLOYEES',
  EUR = 'EUR',
  SESSIONS = 'SESSIONS',
  VISITS = 'VISITS',
  OTHER = 'OTHER',
}
registerEnumType(Measure, {
  name: 'Measure',
  description: 'What a figure of a report counts.',
  valuesConfig: {
    PERSONS: { description: 'Persons, each once.' },
    FAMILIES: { description: 'Families.' },
    HOUSEHOLDS: { description: 'Households.' },
    CASES: { description: 'Social cases.' },
    CONTRACTS: { description: 'Contracts and their extensions.' },
    PLACES: { description: 'Places: apartments, rooms or beds.' },
    POSTS: { description: 'Posts in full-time equivalents.' },
    EMPLOYEES: { description: 'Employees, each once.' },
    EUR: { description: 'Euro.' },
    SESSIONS: { description: 'Sessions of a programme.' },
    VISITS: { description: 'Visits.' },
    OTHER: { description: 'Something else; the row says what.' },
  },
});

/** Whom social work is for. */
export enum TargetGroup {
  FAMILY_WITH_CHILDREN = 'FAMILY_WITH_CHILDREN',
  ADULT = 'ADULT',
  PERSON_WITH_DISABILITY = 'PERSON_WITH_DISABILITY',
  ELDERLY = 'ELDERLY',
  UNEMPLOYED = 'UNEMPLOYED',
  ADDICTION = 'ADDICTION',
  FORMER_PRISONER = 'FORMER_PRISONER',
  CARE_LEAVER = 'CARE_LEAVER',
  VIOLENCE = 'VIOLENCE',
  HOMELESS = 'HOMELESS',
  UKRAINE_CIVILIAN = 'UKRAINE_CIVILIAN',
}
registerEnumType(TargetGroup, {
  name: 'TargetGroup',
  description: 'Whom social work is for.',
  valuesConfig: {
    FAMILY_WITH_CHILDREN: { description: 'Family with children.' },
    ADULT: { description: 'Adult without a narrower group.' },
    PERSON_WITH_DISABILITY: { description: 'Person with disability.' },
    ELDERLY: { description: 'Person of pension age.' },
    UNEMPLOYED: { description: 'Unemployed person.' },
    ADDICTION: { description: 'Person with an addiction.' },
    FORMER_PRISONER: { description: 'Person released from imprisonment.' },
    CARE_LEAVER: { description: 'Young person after out-of-family care.' },
    VIOLENCE: { description: 'Victim or perpetrator of violence.' },
    HOMELESS: { description: 'Person without a home.' },
    UKRAINE_CIVILIAN: { description: 'Ukrainian civilian under the support law of 2022-03-03.' },
  },
});

/** Who pays. */
export enum FundingSource {
  MUNICIPAL = 'MUNICIPAL',
  STATE = 'STATE',
  EU_FUND = 'EU_FUND',
  NGO = 'NGO',
  CLIENT = 'CLIENT',
  DEINSTITUTIONALISATION = 'DEINSTITUTIONALISATION',
}
registerEnumType(FundingSource, {
  name: 'FundingSource',
  description: 'Who pays.',
  valuesConfig: {
    MUNICIPAL: { description: "The municipality's budget." },
    STATE: { description: 'The state budget.' },
    EU_FUND: { description: 'Funds of the European Union and other foreign instruments.' },
    NGO: { description: 'A non-governmental organisation.' },
    CLIENT: { description: 'The client or the client’s family.' },
    DEINSTITUTIONALISATION: { description: 'The deinstitutionalisation project (9.2.2.1).' },
  },
});

/** Why a mutation refused on the merits. */
export enum ProblemCode {
  INVALID = 'INVALID',
  NOT_FOUND = 'NOT_FOUND',
  STALE = 'STALE',
  FOUR_EYES = 'FOUR_EYES',
  NO_CONSENT = 'NO_CONSENT',
  NO_VACANCY = 'NO_VACANCY',
  OVERLAP = 'OVERLAP',
  NOT_REGISTERED = 'NOT_REGISTERED',
  BUDGET_EXCEEDED = 'BUDGET_EXCEEDED',
  WRONG_STATE = 'WRONG_STATE',
  DUPLICATE = 'DUPLICATE',
  RULE_MISSING = 'RULE_MISSING',
  UNAVAILABLE = 'UNAVAILABLE',
}
registerEnumType(ProblemCode, {
  name: 'ProblemCode',
  description: 'Why a mutation refused on the merits. Nothing was changed.',
  valuesConfig: {
    INVALID: { description: 'A value cannot be right.' },
    NOT_FOUND: { description: 'What is named does not exist, or is not yours to see.' },
    STALE: { description: 'Somebody changed the object since you read it: read it again.' },
    FOUR_EYES: { description: 'A second person must do this half.' },
    NO_CONSENT: { description: 'No live consent covers this.' },
    NO_VACANCY: { description: 'No free place.' },
    OVERLAP: { description: 'Two periods that exclude each other would overlap.' },
    NOT_REGISTERED: { description: 'The provider is not registered on that day.' },
    BUDGET_EXCEEDED: { description: 'The budget or ceiling does not allow it.' },
    WRONG_STATE: { description: 'The object is not in a state that allows this step.' },
    DUPLICATE: { description: 'It exists already; the payload shows the one that does.' },
    RULE_MISSING: { description: 'No rule is known for that day.' },
    UNAVAILABLE: { description: 'A part of the system that must be asked first does not answer: try again.' },
  },
});
