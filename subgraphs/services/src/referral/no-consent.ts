import { ProblemCode, refuse } from '@atbalsts/graphql';

/** Refuses what no live consent of the person for the organisation covers. */
export function noConsent(field: string): never {
  refuse(
    ProblemCode.NO_CONSENT,
    'Nav spēkā esošas personas piekrišanas, kas to organizācijai atļautu.',
    'No live consent of the person allows the organisation this.',
    field,
  );
}
