import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { type HoursFacts, hoursProblems } from '../obligation/hours.rules.js';

/** What training is checked against. */
export interface TrainingFacts extends HoursFacts {
  on: string;
  topic: string;
  /** Whether the employee was employed on that day. */
  employed: boolean;
}

/** Everything that is wrong with training to be recorded, on the day of entry. */
export function trainingProblems(training: TrainingFacts, today: string): Problem[] {
  const found: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  if (!training.topic.trim())
    invalid('topic', 'Tēma ir tukša. Ierakstiet, par ko bija mācības.', 'The topic is empty. Say what the training was about.');
  if (training.on > today) invalid('on', 'Mācības nevar būt notikušas nākotnē.', 'Training cannot have taken place in the future.');
  else if (!training.employed) invalid('on', 'Šajā dienā darbinieks nebija nodarbināts.', 'The employee was not employed on that day.');
  return [...found, ...hoursProblems(training)];
}
