import { useLazyQuery } from '@apollo/client/react';
import { graphql } from '../../gql/staff/index.js';
import { Masked } from '../../ui/index.js';
import { useInstitutionsTexts } from './texts.js';

const nameQuery = graphql(`
  query OccupantName($id: ID!) {
    person(id: $id) {
      id
      givenName
      familyName
    }
  }
`);

/** The name of who holds a place: shown when asked for, which the audit keeps. */
export function PersonName({ id }: { id: string }) {
  const t = useInstitutionsTexts();
  const [ask, { data }] = useLazyQuery(nameQuery, { fetchPolicy: 'network-only' });
  return (
    <Masked label={t('name')} onAsk={() => ask({ variables: { id } })}>
      {data?.person ? `${data.person.givenName} ${data.person.familyName}` : null}
    </Masked>
  );
}
