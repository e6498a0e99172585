import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** What training is checked against. */
export interface TrainingFacts {
  on: string;
  topic: string;
  hours: number;
  /** Training of the employee that is recorded for the same day, in hundredths of an hour. */
  sameDayHundredths: number;
  /** Whether the employee was employed on that day. */
  employed: boolean;
}

/** Hundredths of an hour. */
export const hundredthsOf = (hours: number): number => Math.round(hours * 100);

/** Everything that is wrong with training to be recorded, on the day of entry. */
export function trainingProblems(training: TrainingFacts, today: string): Problem[] {
  const found: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  if (!training.topic.trim())
    invalid('topic', 'Tēma ir tukša. Ierakstiet, par ko bija mācības.', 'The topic is empty. Say what the training was about.');
  if (training.on > today) invalid('on', 'Mācības nevar būt notikušas nākotnē.', 'Training cannot have taken place in the future.');
  else if (!training.employed) invalid('on', 'Šajā dienā darbinieks nebija nodarbināts.', 'The employee was not employed on that day.');
  if (training.hours <= 0) invalid('hours', 'Stundām jābūt vairāk par 0.', 'Hours must be more than 0.');
  else if (Math.abs(training.hours * 100 - hundredthsOf(training.hours)) > 1e-6)
    invalid('hours', 'Stundas norāda ne sīkāk kā simtdaļās.', 'Hours are given in hundredths at finest.');
  else if (hundredthsOf(training.hours) + training.sameDayHundredths > 2400) {
    invalid(
      'hours',
      'Kopā ar citām šīs dienas mācībām būtu vairāk nekā 24 stundas.',
      'With other training of that day it would be more than 24 hours.',
    );
  }
  return found;
}
