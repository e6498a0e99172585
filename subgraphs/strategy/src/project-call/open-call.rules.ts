import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';

/** As much of a call as is checked. Money in cents. */
export interface CallDraft {
  code: string;
  title: { lv: string; en: string };
  eligibleApplicants: { lv: string; en: string };
  year: number;
  round: number;
  opensOn: string;
  closesOn: string;
  maxMonths: number;
  ceiling: number;
  fundingRatePercent: number;
  infrastructureMaxPercent: number;
  source: string;
}

/** Everything that is wrong with a call that is to be opened on a day. */
export function callProblems(call: CallDraft, today: string): Problem[] {
  const found: Problem[] = [];
  const invalid = (field: string, lv: string, en: string) => found.push(problem(ProblemCode.INVALID, lv, en, field));
  const between = (
    field: 'year' | 'round' | 'maxMonths' | 'fundingRatePercent' | 'infrastructureMaxPercent',
    from: number,
    until: number,
  ) => {
    if (call[field] < from || call[field] > until)
      invalid(field, `Skaitlim jābūt no ${from} līdz ${until}.`, `The number must be from ${from} to ${until}.`);
  };
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(call.code))
    invalid(
      'code',
      'Īsais nosaukums ir no mazajiem burtiem, cipariem un defisēm.',
      'The short name is of small letters, digits and hyphens.',
    );
  for (const field of ['title', 'eligibleApplicants'] as const)
    for (const language of ['lv', 'en'] as const)
      if (!call[field][language].trim()) invalid(`${field}.${language}`, 'Teksts ir tukšs.', 'The text is empty.');
  if (!call.source.trim()) invalid('source', 'Norādiet dokumentu, kas nosaka kārtību.', 'Name the document that sets the rules.');
  between('year', 1990, 2200);
  between('round', 1, 99);
  between('maxMonths', 1, 120);
  between('fundingRatePercent', 1, 100);
  between('infrastructureMaxPercent', 0, 100);
  if (call.ceiling <= 0) invalid('ceiling', 'Griestiem jābūt lielākiem par 0.', 'The ceiling must be more than 0.');
  if (call.closesOn <= call.opensOn) invalid('closesOn', 'Beigu diena nav pēc sākuma.', 'The end is not after the beginning.');
  else if (call.closesOn <= today) invalid('closesOn', 'Konkurss jau būtu beidzies.', 'The call would be over already.');
  return found;
}
