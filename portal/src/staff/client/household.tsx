import { useLazyQuery } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import { type FragmentType, graphql, read } from '../../gql/staff/index.js';
import { faultsOf } from '../../graph/faults.js';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { Button, Failure, type Holes, Link, Part, Row, Section, Stack } from '../../ui/index.js';
import styles from './client.module.css';
import { inOrder } from './registry/household-rows.js';
import { useRegistryTexts } from './registry/texts.js';
import type { Sight } from './sight.js';
import { useClientTexts } from './texts.js';
import { useClientWords } from './words.js';

const HouseholdForm = lazy(() => import('./registry/household-form.js').then(({ HouseholdForm: form }) => ({ default: form })));
const OnDay = lazy(() => import('./registry/on-day.js').then(({ OnDay: dialog }) => ({ default: dialog })));

const householdFields = graphql(`
  fragment ClientHousehold on Person {
    id
    household @include(if: $household) {
      id
      reference
      members {
        relation
        since
        person {
          id
          reference
          age
        }
      }
    }
  }
`);

/** Asked when somebody asks for the names of a household, and then alone: each asking is an entry of the audit for each person. */
const namesQuery = graphql(`
  query ClientHouseholdNames($id: ID!) {
    household(id: $id) {
      id
      members {
        person {
          id
          givenName
          familyName
        }
      }
    }
  }
`);

/** With whom the client lives, and lived; changed here. */
export function Household({
  person,
  sight,
  today,
  holes,
  onAgain,
}: {
  person: FragmentType<typeof householdFields>;
  sight: Sight;
  today: string;
  holes: Holes;
  onAgain(): void;
}) {
  const t = useClientTexts();
  const tr = useRegistryTexts();
  const may = useMay();
  const words = useClientWords();
  const format = useFormat();
  const { id, household } = read(householdFields, person);
  const [ask, { data, loading, error }] = useLazyQuery(namesQuery, { fetchPolicy: 'no-cache' });
  const [named, setNamed] = useState(false);
  const [doing, setDoing] = useState<'change' | 'past' | null>(null);
  const told = data?.household?.members?.filter(({ person: one }) => one.familyName) ?? [];
  const names = new Map(named ? told.map(({ person: one }) => [one.id, `${one.givenName} ${one.familyName}`]) : []);
  const show = async (householdId: string) => {
    const answer = await ask({ variables: { id: householdId }, context: { purpose: t('household') } });
    setNamed(Boolean(answer.data?.household));
  };
  const unnamed = loading ? [] : faultsOf(error);
  const members = inOrder(household?.members ?? []);
  const joined = [...new Set(members.map(({ since }) => since))].sort().reverse();
  const changed = () => {
    setNamed(false);
    onAgain();
  };
  const others = members.filter((member) => member.person.id !== id);
  return (
    <Section
      title={t('household')}
      count={household?.reference}
      actions={
        household && others.length && sight.identity ? (
          <Button small look="quiet" isDisabled={loading} onPress={() => (named ? setNamed(false) : void show(household.id))}>
            {named ? t('hide') : t('showNames')}
          </Button>
        ) : null
      }
    >
      <Stack>
        <Part holes={holes} at="person.household" onAgain={onAgain}>
          {household ? (
            <ul className={styles.list}>
              {members.map(({ relation, since, person: one }) => (
                <li key={one.id} className={styles.item}>
                  <span className={styles.line}>
                    {one.id === id ? (
                      <strong>{names.get(one.id) ?? one.reference}</strong>
                    ) : (
                      <Link href={`/clients/${one.id}`}>{names.get(one.id) ?? one.reference ?? ''}</Link>
                    )}
                    {one.age === null ? null : <span className={styles.note}>{t('years', { count: one.age })}</span>}
                  </span>
                  <span className={styles.note}>
                    {words(`relation.${relation}`)}, {t('since', { day: format.dayShort(since) })}
                  </span>
                </li>
              ))}
            </ul>
          ) : (
            <p className={styles.note}>{t('noHousehold')}</p>
          )}
        </Part>
        {household && unnamed.length ? <Failure faults={unnamed} onAgain={() => void show(household.id)} /> : null}
        {named ? (
          <p className={styles.note} role="status">
            {t('namesLead')}
          </p>
        ) : null}
        <div className="no-print">
          <Row>
            {may('household.change').allowed ? (
              <Button small onPress={() => setDoing('change')}>
                {household ? tr('changeHousehold') : tr('makeHousehold')}
              </Button>
            ) : null}
            <Button small look="quiet" onPress={() => setDoing('past')}>
              {tr('onDay')}
            </Button>
          </Row>
        </div>
      </Stack>
      <Suspense>
        {doing === 'change' ? <HouseholdForm personId={id} today={today} onDone={changed} onClose={() => setDoing(null)} /> : null}
        {doing === 'past' ? (
          <OnDay
            personId={id}
            today={today}
            changes={joined}
            household
            representation={sight.representation}
            onClose={() => setDoing(null)}
          />
        ) : null}
      </Suspense>
    </Section>
  );
}
