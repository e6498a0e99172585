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

/** The name of who holds a place: shown when asked for, which the audit keeps. It is kept nowhere. */
export function PersonName({ id }: { id: string }) {
  const t = useInstitutionsTexts();
  const [ask, { data }] = useLazyQuery(nameQuery, { fetchPolicy: 'no-cache' });
  // A refusal comes as an answer without the person, not as an exception.
  const show = async () => {
    const answer = await ask({ variables: { id } });
    if (!answer.data?.person?.familyName) throw answer.error ?? new Error('No name came');
  };
  return (
    <Masked label={t('name')} onAsk={show}>
      {data?.person ? `${data.person.givenName} ${data.person.familyName}` : null}
    </Masked>
  );
}
