import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { Invalid, isBlank } from '../invalid.js';

/** What is delivered, as it is sent. */
export interface DeliveryBody {
  on: string;
  units: number;
  unit: string;
}

/** What the rules look at before anything is loaded. */
export interface DeliveryForm extends DeliveryBody {
  key: string;
  referralId?: string | null;
  requestId?: string | null;
}

/** Largest number of units of one delivery: what the column holds. */
const most = 999_999.99;

/** Everything that is wrong with a delivery to be recorded, by itself. */
export function deliveryProblems(delivery: DeliveryForm, today: string): Problem[] {
  const { units } = delivery;
  const isCounted = units > 0 && units <= most && Number.isInteger(Math.round(units * 1e6) / 1e4);
  return new Invalid()
    .when(isBlank(delivery.key), 'key', 'Atslēga ir tukša.', 'The key is empty.')
    .when(
      (delivery.referralId == null) === (delivery.requestId == null),
      'referralId',
      'Norādiet nosūtījumu vai pieprasījumu, vienu no abiem.',
      'Name a referral or a request, one of the two.',
    )
    .when(delivery.on > today, 'on', 'Pakalpojums nevar būt sniegts nākotnē.', 'A service cannot have been delivered in the future.')
    .when(
      !isCounted,
      'units',
      'Apjomam jābūt virs nulles, ar ne vairāk kā diviem cipariem aiz komata.',
      'Units are above zero, with at most two decimals.',
    ).found;
}

/** What is wrong with a delivery of a service that the town gives: it is granted, and the day lies in its period [from, until). */
export function grantProblems(on: string, request: { state: string; from: string | null; until: string | null }): Problem[] {
  const { state, from, until } = request;
  if ((state !== 'GRANTED' && state !== 'ENDED') || from === null) {
    return [problem(ProblemCode.WRONG_STATE, 'Pakalpojums nav piešķirts.', 'The service is not granted.', 'requestId')];
  }
  return new Invalid().when(
    on < from || (until !== null && on >= until),
    'on',
    'Diena ir ārpus laika, uz kuru pakalpojums piešķirts.',
    'The day lies outside the time for which the service is granted.',
  ).found;
}

/** Whether what was recorded under a key is what is sent again. */
export const isSame = (recorded: DeliveryBody, sent: DeliveryBody): boolean =>
  recorded.on === sent.on && recorded.unit === sent.unit && Math.abs(recorded.units - sent.units) < 0.005;
