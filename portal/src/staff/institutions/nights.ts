/** A night that was put on record while the dialog was open. It is kept nowhere else. */
export interface NightRecorded {
  personId: string;
  /** Name or reference, as the worker chose the person. */
  name: string;
  night: string;
  /** Whether it was on record before. */
  repeated: boolean;
}

/** The nights of a round, the latest first. */
export type NightsRecorded = readonly NightRecorded[];

/** The nights of a round with one more; a person's night stands once, as it was told first. */
export const withNight = (nights: NightsRecorded, one: NightRecorded): NightsRecorded =>
  nights.some(({ personId, night }) => personId === one.personId && night === one.night) ? nights : [one, ...nights];

/** Those of one night. */
export const recordedOn = (nights: NightsRecorded, night: string | null): NightsRecorded => nights.filter((one) => one.night === night);
