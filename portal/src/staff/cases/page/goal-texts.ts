import { defineTexts } from '../../../i18n/texts.js';

/** Words of a goal that is added to a case. */
export const useGoalTexts = defineTexts(
  'cases-goal',
  {
    goalAdd: 'Pievienot mērķi',
    goalTitle: 'Jauns mērķis',
    goalText: 'Kas beigās būs labāk',
    goalTextHint: 'Vienā teikumā; slēdzot lietu, par to jāpasaka iznākums.',
    goalActivities: 'Kas tā labā jādara',
    goalActivitiesHint: 'Katra darbība savā rindā.',
    goalDueOn: 'Termiņš',
    goalAdded: 'Mērķis pievienots',
  },
  {
    goalAdd: 'Add a goal',
    goalTitle: 'A new goal',
    goalText: 'What will be better at the end',
    goalTextHint: 'In one sentence; whoever closes the case says what came of it.',
    goalActivities: 'What is to be done for it',
    goalActivitiesHint: 'One activity a line.',
    goalDueOn: 'By when',
    goalAdded: 'Goal added',
  },
);
