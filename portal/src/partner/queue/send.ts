import type { ApolloClient } from '@apollo/client';
import type { DeliveryUnit } from '../../gql/partner/graphql.js';
import { graphql } from '../../gql/partner/index.js';
import { faultsOf } from '../../graph/faults.js';
import { outcomeOf } from './outcome.js';
import type { Send } from './queue.js';

const recordMutation = graphql(`
  mutation PartnerRecordDelivery($input: RecordDeliveryInput!) {
    recordDelivery(input: $input) {
      delivery {
        id
      }
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

/** Sends deliveries through a client; nothing of the answer goes into its cache. */
export const sendBy =
  (client: ApolloClient): Send =>
  async ({ key, referralId, on, units, unit }) => {
    try {
      const input = { key, referralId, on, units, unit: unit as DeliveryUnit };
      const { data, error } = await client.mutate({ mutation: recordMutation, variables: { input }, fetchPolicy: 'no-cache' });
      const payload = data?.recordDelivery;
      return outcomeOf({ recorded: Boolean(payload?.delivery), problems: payload?.problems ?? [], faults: faultsOf(error) });
    } catch (error) {
      return outcomeOf({ recorded: false, problems: [], faults: faultsOf(error) });
    }
  };
