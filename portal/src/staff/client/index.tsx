import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { dayOf } from '../../format/format.js';
import { graphql } from '../../gql/staff/index.js';
import { Empty, Failure, Page, Skeleton, useHoles } from '../../ui/index.js';
import { Actions } from './actions.js';
import { Circumstances } from './circumstances.js';
import styles from './client.module.css';
import { Consents } from './consents.js';
import { Documents } from './documents.js';
import { EmergencyBar } from './emergency-bar.js';
import { Household } from './household.js';
import { Now } from './now.js';
import { Representation } from './registry/representation.js';
import { type Sight, useSight } from './sight.js';
import { Agreement, Team } from './team.js';
import { useClientTexts } from './texts.js';
import { History } from './timeline.js';
import { useIdentity, Who } from './who.js';

const clientQuery = graphql(`
  query ClientPage(
    $id: ID!
    $household: Boolean!
    $status: Boolean!
    $circumstances: Boolean!
    $consents: Boolean!
    $representation: Boolean!
    $cases: Boolean!
    $caseDocuments: Boolean!
    $team: Boolean!
    $agreement: Boolean!
    $requests: Boolean!
    $referrals: Boolean!
    $benefits: Boolean!
    $applications: Boolean!
    $applicationDocuments: Boolean!
    $placement: Boolean!
    $placementDocuments: Boolean!
  ) {
    person(id: $id) {
      id
      reference
      ...ClientWho
      ...ClientNow
      ...ClientHousehold
      ...ClientRepresentation
      ...ClientCircumstances
      ...ClientTeam
      ...ClientAgreement
      ...ClientConsents
      ...ClientDocuments
    }
  }
`);

/** Parts that the page names where the role does not see them. */
const unseenParts = ['status', 'benefits', 'applications', 'cases', 'agreement', 'circumstances', 'team', 'timeline'] as const;

/** The page of one client: the whole story once. */
export default function ClientPage() {
  const { id = '' } = useParams();
  const { sight, emergency } = useSight(id);
  // Another client, or another right to look: everything that was uncovered is covered again.
  return <Client key={`${id} ${emergency}`} id={id} sight={sight} emergency={emergency} />;
}

function Client({ id, sight, emergency }: { id: string; sight: Sight; emergency: string | null }) {
  const t = useClientTexts();
  const { timeline, identity: _, contact: __, ...included } = sight;
  const { data, error, loading, refetch } = useQuery(clientQuery, {
    variables: { id, ...included },
    ...(emergency ? { context: { emergency } } : {}),
  });
  const holes = useHoles(error);
  const identity = useIdentity(id, emergency);
  const again = () => void refetch();
  const today = dayOf(new Date().toISOString());
  const person = data?.person;
  if (!person) {
    const fault = holes.at('person');
    return (
      <Page title={t('client')}>
        {fault ? (
          <Failure faults={[fault]} onAgain={again} />
        ) : loading ? (
          <Skeleton lines={12} height="40rem" />
        ) : (
          <Empty title={t('nobody')}>{t('nobodyLead')}</Empty>
        )}
      </Page>
    );
  }
  const { person: who } = identity;
  const part = { holes, onAgain: again };
  const documents = sight.caseDocuments || sight.applicationDocuments || sight.placementDocuments;
  const unseen = unseenParts.filter((name) => !sight[name]).map((name) => t(name).toLowerCase());
  return (
    <Page
      title={who ? `${who.givenName} ${who.familyName}` : (person.reference ?? t('client'))}
      kicker={who ? person.reference : t('client')}
    >
      <EmergencyBar personId={id} />
      <div className={styles.page}>
        <div className={styles.main}>
          <Now person={person} sight={sight} {...part} />
          {sight.agreement ? <Agreement person={person} {...part} /> : null}
          {timeline ? <History id={id} /> : null}
          {sight.consents ? <Consents person={person} today={today} {...part} /> : null}
          {documents ? <Documents person={person} {...part} /> : null}
          {unseen.length ? <p className={styles.note}>{t('notYours', { parts: unseen.join(', ') })}</p> : null}
        </div>
        <div className={styles.aside}>
          <Who person={person} identity={identity} sight={sight} today={today} onAgain={again} />
          <Actions personId={id} today={today} onDone={again} />
          {sight.household ? <Household person={person} sight={sight} today={today} {...part} /> : null}
          {sight.representation ? <Representation person={person} sight={sight} today={today} {...part} /> : null}
          {sight.circumstances ? <Circumstances person={person} {...part} /> : null}
          {sight.team ? <Team person={person} {...part} /> : null}
        </div>
      </div>
    </Page>
  );
}
