import { type DocumentOwner, OwnerKind, type OwnerRecord } from '@atbalsts/documents';
import type { BatchLoad } from '@atbalsts/graphql';
import { type Application, ApplicationState } from '../application/application.entity.js';
import { applicationById } from '../application/application.loader.js';

/** Until it is withdrawn: a challenge can bring documents after the decision. What a proposed or made decision rests on is not discarded. */
const recordOf = ({ id, municipality, applicantId, state }: Application): OwnerRecord => ({
  id,
  municipality,
  personId: applicantId,
  takesMore: state !== ApplicationState.WITHDRAWN,
  letsDiscard: state === ApplicationState.SUBMITTED || state === ApplicationState.MEANS_DECLARED,
});

const byId: BatchLoad<string, OwnerRecord | null> = (context, ids) =>
  Promise.all(
    ids.map(async (id) => {
      const record = await context.load(applicationById, id);
      return record && recordOf(record);
    }),
  );

/** How documents are attached to an application. */
export const applicationDocuments: DocumentOwner = {
  kind: OwnerKind.APPLICATION,
  byId,
  closedOn: `select a.id as owner_id,
         case a.state when 'WITHDRAWN' then a.submitted_on
                      when 'DECIDED' then (select max(greatest(d.proposed_on, d.approved_on, d.notified_on, d.challenge_until, d.until_date, d.revoked_from)) from decision d where d.application_id = a.id) end as closed_on
    from application a`,
};
