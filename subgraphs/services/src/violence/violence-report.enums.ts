import { describedEnum } from '../described-enum.js';

/** Who told of it. */
export enum ViolenceReporter {
  VICTIM = 'VICTIM',
  RELATIVE = 'RELATIVE',
  NEIGHBOUR = 'NEIGHBOUR',
  POLICE = 'POLICE',
  MEDICAL = 'MEDICAL',
  SCHOOL = 'SCHOOL',
  SOCIAL_SERVICE = 'SOCIAL_SERVICE',
  OTHER = 'OTHER',
  ANONYMOUS = 'ANONYMOUS',
}
describedEnum(ViolenceReporter, 'ViolenceReporter', 'Who told of violence.', {
  VICTIM: 'The victim.',
  RELATIVE: 'A relative.',
  NEIGHBOUR: 'A neighbour.',
  POLICE: 'The police.',
  MEDICAL: 'A doctor or a hospital.',
  SCHOOL: 'A school or a kindergarten.',
  SOCIAL_SERVICE: 'The social service itself, in its own work.',
  OTHER: 'Somebody else.',
  ANONYMOUS: 'Somebody who gave no name.',
});

/** Whether a child or an adult suffers. */
export enum ViolenceVictim {
  CHILD = 'CHILD',
  ADULT = 'ADULT',
}
describedEnum(ViolenceVictim, 'ViolenceVictim', 'Whether a child or an adult suffers.', { CHILD: 'A child.', ADULT: 'An adult.' });

/** Kind of violence. Law on Social Services, section 1; Regulation on rehabilitation of victims of violence. */
export enum ViolenceKind {
  PHYSICAL = 'PHYSICAL',
  SEXUAL = 'SEXUAL',
  EMOTIONAL = 'EMOTIONAL',
  ECONOMIC = 'ECONOMIC',
  CONTROL = 'CONTROL',
  NEGLECT = 'NEGLECT',
  UNKNOWN = 'UNKNOWN',
}
describedEnum(ViolenceKind, 'ViolenceKind', 'A kind of violence.', {
  PHYSICAL: 'Physical.',
  SEXUAL: 'Sexual.',
  EMOTIONAL: 'Emotional.',
  ECONOMIC: 'Economic.',
  CONTROL: 'Violent control.',
  NEGLECT: 'Neglect.',
  UNKNOWN: 'Not known yet.',
});

/** What an examination found. */
export enum ViolenceOutcome {
  CONFIRMED = 'CONFIRMED',
  NOT_CONFIRMED = 'NOT_CONFIRMED',
  PASSED_ON = 'PASSED_ON',
}
describedEnum(ViolenceOutcome, 'ViolenceOutcome', 'What the examination of a report of violence found.', {
  CONFIRMED: 'There was violence, or there are grounds to think so.',
  NOT_CONFIRMED: 'It was not confirmed.',
  PASSED_ON: 'It belongs to another institution, and was passed on.',
});

/** What followed a report of violence. */
export enum ViolenceFollowUpKind {
  CASE = 'CASE',
  REFERRAL = 'REFERRAL',
  PLACEMENT = 'PLACEMENT',
  POLICE = 'POLICE',
  ORPHANS_COURT = 'ORPHANS_COURT',
  MEDICAL_HELP = 'MEDICAL_HELP',
  OTHER = 'OTHER',
}
describedEnum(ViolenceFollowUpKind, 'ViolenceFollowUpKind', 'What followed a report of violence.', {
  CASE: 'A social case.',
  REFERRAL: 'A referral to a partner.',
  PLACEMENT: 'A stay in a facility.',
  POLICE: 'The police were told.',
  ORPHANS_COURT: "The orphans' court was told.",
  MEDICAL_HELP: 'Medical help.',
  OTHER: 'Something else.',
});
