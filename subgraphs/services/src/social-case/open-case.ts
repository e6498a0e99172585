import { type Context, ProblemCode, refuse } from '@atbalsts/graphql';
import { held, heldAt } from '../held.js';
import { SocialCase } from './social-case.entity.js';

const named = (id: string) => ({
  id,
  field: 'caseId',
  missing: { lv: 'Šādas lietas jūsu pašvaldībā nav.', en: 'There is no such case in your municipality.' },
});

/** An open case that is to be changed, held, at the version its reader has seen. Refuses NOT_FOUND, STALE, and WRONG_STATE for a closed one. */
export async function openCaseAt(context: Context, id: string, version: number): Promise<SocialCase> {
  return refuseClosed(await heldAt(context, SocialCase, named(id), version));
}

/** An open case to which something is added: nobody closes it meanwhile. Refuses NOT_FOUND, and WRONG_STATE for a closed one. */
export async function openCaseForAdding(context: Context, id: string): Promise<SocialCase> {
  return refuseClosed(await held(context, SocialCase, named(id), true));
}

/** An open case to which something is added that has its place among others: who adds at once waits. Refuses NOT_FOUND, and WRONG_STATE for a closed one. */
export async function openCaseAlone(context: Context, id: string): Promise<SocialCase> {
  return refuseClosed(await held(context, SocialCase, named(id)));
}

function refuseClosed(socialCase: SocialCase): SocialCase {
  if (!socialCase.closedOn) return socialCase;
  refuse(ProblemCode.WRONG_STATE, 'Lieta ir slēgta. Atveriet jaunu.', 'The case is closed. Open a new one.', 'caseId');
}
