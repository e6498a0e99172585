import { addMonths } from '@atbalsts/database';
import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import { Invalid, isBlank } from '../invalid.js';

/**
 * Services for which nobody needs a declared residence in the municipality: who has no bed tonight, or flees from violence, is helped where they are
 * (a shelter goes by the last declared residence, whichever it is).
 */
export const openToEverybody: readonly string[] = ['shelter', 'night-shelter', 'crisis-centre', 'child-crisis-centre'];

/**
 * By when a request must be decided: a month after the documents are complete. The request comes with them: no other day of completeness is entered,
 * so the month runs from the day of the request, which is never later. Administrative Procedure Law, section 64: one month.
 */
export const dueDayOf = (requestedOn: string): string => addMonths(requestedOn, 1);

/** What the rules look at in a request for a service. */
export interface RequestQuestion {
  request: { requestedOn: string; serviceType: string };
  /** Whether the catalogue has the kind of service. */
  isService: boolean;
  /** What the registry says: null where the municipality knows nobody of the id; the code of the declared residence, null without one. */
  person: { residence: string | null } | null;
  municipality: string;
  today: string;
}

/** Everything that is wrong with a request. Law on Social Services and Social Assistance, section 3: services by declared residence. */
export function requestProblems({ request, isService, person, municipality, today }: RequestQuestion): Problem[] {
  const found = new Invalid().when(
    request.requestedOn > today,
    'requestedOn',
    'Pakalpojums nevar būt pieprasīts nākotnē.',
    'A service cannot have been requested in the future.',
  ).found;
  if (!isService) {
    found.push(
      problem(
        ProblemCode.NOT_FOUND,
        'Šāda pakalpojuma katalogā nav. Izvēlieties no saraksta.',
        'The catalogue has no such service. Choose from the list.',
        'serviceType',
      ),
    );
  }
  if (!person) {
    found.push(
      problem(ProblemCode.NOT_FOUND, 'Šādas personas jūsu pašvaldībā nav.', 'There is no such person in your municipality.', 'personId'),
    );
  } else if (person.residence !== municipality && !openToEverybody.includes(request.serviceType)) {
    found.push(
      problem(
        ProblemCode.INVALID,
        'Personai nav deklarētas dzīvesvietas pašvaldībā; bez tās var pieprasīt tikai patversmi, naktspatversmi vai krīzes centru.',
        'The person has no declared residence in the municipality; without one only a shelter, a night shelter or a crisis centre can be requested.',
        'personId',
      ),
    );
  }
  return found;
}

/** What the rules look at in a needs card. */
export interface NeedsCard {
  on: string;
  score: number;
  level: number;
  findings: string;
}

/** Everything that is wrong with the needs card of a request. Levels 1 to 4 are those of care at home. */
export function needsProblems(card: NeedsCard, requestedOn: string, today: string): Problem[] {
  return new Invalid()
    .when(card.on > today, 'on', 'Vajadzības nevar būt novērtētas nākotnē.', 'Needs cannot have been assessed in the future.')
    .when(card.on < requestedOn, 'on', 'Novērtējums ir pirms pieprasījuma.', 'The assessment lies before the request.')
    .when(card.score < 0, 'score', 'Punktu summa nevar būt negatīva.', 'The score cannot be negative.')
    .when(card.level < 1 || card.level > 4, 'level', 'Aprūpes līmenis ir no 1 līdz 4.', 'The level of care is 1 to 4.')
    .when(isBlank(card.findings), 'findings', 'Uzrakstiet, kas konstatēts.', 'Write what was found.').found;
}

/** How urgent it is for who waits, by the level of care: 1 at once (level 4), 2 soon (level 3), 3 in turn. (assumed) */
export function urgencyOf(level: number): 1 | 2 | 3 {
  if (level >= 4) return 1;
  return level === 3 ? 2 : 3;
}

/** What is wrong with the answer to a survey. */
export function surveyProblems(score: number): Problem[] {
  return new Invalid().when(score < 1 || score > 5, 'score', 'Vērtējums ir no 1 līdz 5.', 'The score is 1 to 5.').found;
}
