import { useQuery } from '@apollo/client/react';
import { graphql } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { Part, Skeleton, useHoles } from '../../ui/index.js';
import styles from './institutions.module.css';
import { useStayTexts } from './stay-texts.js';
import { useInstitutionsTexts } from './texts.js';

const absencesQuery = graphql(`
  query StayAbsences($person: ID!) {
    person(id: $person) {
      id
      placements {
        id
        absences {
          id
          reason
          from
          endedOn
        }
      }
    }
  }
`);

/** When the person was away during a stay and came back; nothing where they never were. */
export function StayAbsences({ personId, placementId }: { personId: string; placementId: string }) {
  const t = useStayTexts();
  const words = useInstitutionsTexts();
  const format = useFormat();
  const { data, error, refetch } = useQuery(absencesQuery, { variables: { person: personId }, fetchPolicy: 'cache-and-network' });
  const holes = useHoles(error);
  const stay = data?.person?.placements?.find(({ id }) => id === placementId);
  const over = (stay?.absences ?? []).filter(({ endedOn }) => endedOn);
  if (!data && !error) return <Skeleton lines={1} height="1.5rem" />;
  return (
    <Part holes={holes} at="person.placements" onAgain={() => void refetch()}>
      {over.length ? (
        <div>
          <h3 className={styles.small}>{t('wasAway')}</h3>
          <ul className={styles.lines} aria-label={t('wasAway')}>
            {over.map(({ id, reason, from, endedOn }) => (
              <li key={id}>
                {format.period(from, endedOn)} {reason ? words(`absence.${reason}`) : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Part>
  );
}
