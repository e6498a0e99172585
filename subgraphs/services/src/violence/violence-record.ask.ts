import { isId } from '@atbalsts/database';
import { type Context, ProblemCode, refuse } from '@atbalsts/graphql';
import { referralById } from '../referral/referral.loader.js';
import { caseById } from '../social-case/social-case.loader.js';
import { ViolenceFollowUpKind } from './violence-report.enums.js';

/** Refuses NOT_FOUND where the town has no such case, referral or stay. Of stays the institutions are asked; fails closed. */
export async function refuseUnknownRecord(context: Context, kind: ViolenceFollowUpKind, id: string): Promise<void> {
  if (!(isId(id) && (await isKnown(context, kind, id)))) {
    refuse(ProblemCode.NOT_FOUND, 'Šāda ieraksta nav.', 'There is no such record.', 'objectId');
  }
}

async function isKnown(context: Context, kind: ViolenceFollowUpKind, id: string): Promise<boolean> {
  if (kind === ViolenceFollowUpKind.CASE) return Boolean(await context.load(caseById, id));
  if (kind === ViolenceFollowUpKind.REFERRAL) return Boolean(await context.load(referralById, id));
  const query = 'query($stays: [_Any!]!) { _entities(representations: $stays) { ... on Placement { id } } }';
  const { _entities } = await context.ask<{ _entities: ({ id: string } | null)[] }>('institutions', query, {
    stays: [{ __typename: 'Placement', id }],
  });
  return Boolean(_entities[0]?.id);
}
