import { idsAmong } from '@atbalsts/database';
import { type BatchLoad, groupedInOrder, inOrder } from '@atbalsts/graphql';
import { AgreementState, ParticipationAgreement, ParticipationDuty } from './participation-agreement.entity.js';

/** Agreements by id; null for one that is not the principal's to see. */
export const agreementById: BatchLoad<string, ParticipationAgreement | null> = async ({ em }, ids) =>
  inOrder(ids, await em.find(ParticipationAgreement, { id: { $in: idsAmong(ids) } }), (a) => a.id);

/** The active agreement by person; null for who has none. */
export const activeAgreementOf: BatchLoad<string, ParticipationAgreement | null> = async ({ em }, ids) =>
  inOrder(
    ids,
    await em.find(ParticipationAgreement, { personId: { $in: idsAmong(ids) }, state: AgreementState.ACTIVE }),
    (a) => a.personId,
  );

/** Duties by agreement, in their order. */
export const dutiesOf: BatchLoad<string, ParticipationDuty[]> = async ({ em }, ids) =>
  groupedInOrder(
    ids,
    await em.find(ParticipationDuty, { agreementId: { $in: [...ids] } }, { orderBy: { place: 'asc' } }),
    (d) => d.agreementId,
  );
