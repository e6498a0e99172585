import { type Problem, TargetGroup } from '@atbalsts/graphql';
import { Invalid } from '../invalid.js';
import { ClientGroupKind } from './client-group.entity.js';

const { ADULT, ADDICTION, CARE_LEAVER, FAMILY_WITH_CHILDREN, FORMER_PRISONER, HOMELESS, UKRAINE_CIVILIAN, UNEMPLOYED, VIOLENCE } =
  TargetGroup;
const families = [FAMILY_WITH_CHILDREN, VIOLENCE];

/** In cases of which target groups somebody can be such a client. (assumed: the results print the groups, not who belongs to them) */
export const groupsOf: Readonly<Record<ClientGroupKind, readonly TargetGroup[]>> = {
  UNEMPLOYED: [UNEMPLOYED, ADULT],
  PRE_RETIREMENT: [UNEMPLOYED, ADULT],
  HEALTH_PROBLEMS: [UNEMPLOYED, ADULT],
  ADDICTION_PROBLEMS: [UNEMPLOYED, ADULT, ADDICTION],
  SOCIAL_HOUSE: [ADULT, UNEMPLOYED, HOMELESS],
  CARE_LEAVER: [CARE_LEAVER],
  FORMER_PRISONER: [FORMER_PRISONER],
  VIOLENCE_OR_CRISIS: [VIOLENCE, ADULT, UKRAINE_CIVILIAN],
  UKRAINE_CIVILIAN: [UKRAINE_CIVILIAN, ADULT],
  SINGLE_PARENT: families,
  SINGLE_PARENT_LARGE: families,
  TWO_PARENT_LARGE: families,
  CHILD_WITH_DISABILITY: families,
  PARENT_WITH_DISABILITY: families,
  OTHER_FAMILY: families,
  GUARDIAN_FAMILY: families,
  FOSTER_FAMILY: families,
};

/** Everything that is wrong with a group: it is one of the case's target group, from a day on which the case was open, not in the future. */
export function clientGroupProblems(
  { kind, from }: { kind: ClientGroupKind; from: string },
  socialCase: { targetGroup: TargetGroup; openedOn: string },
  today: string,
): Problem[] {
  return new Invalid()
    .when(
      !groupsOf[kind].includes(socialCase.targetGroup),
      'kind',
      'Šāda klientu grupa neatbilst lietas mērķa grupai.',
      'This group of clients is none of the case’s target group.',
    )
    .when(from < socialCase.openedOn, 'from', 'Tajā dienā lieta vēl nebija atvērta.', 'The case was not open yet on that day.')
    .when(from > today, 'from', 'Diena ir nākotnē.', 'The day lies in the future.').found;
}
