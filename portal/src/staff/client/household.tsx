import { useLazyQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { HouseholdRelation } from '../../gql/staff/graphql.js';
import { type FragmentType, graphql, read } from '../../gql/staff/index.js';
import { faultsOf } from '../../graph/faults.js';
import { useFormat } from '../../i18n/language.js';
import { Button, Failure, type Holes, Link, Part, Section, Stack } from '../../ui/index.js';
import styles from './client.module.css';
import type { Sight } from './sight.js';
import { useClientTexts } from './texts.js';
import { useClientWords } from './words.js';

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
    representatives @include(if: $representation) {
      id
      kind
      from
      until
      evidence
      representative {
        id
        reference
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

const order: readonly HouseholdRelation[] = [
  'HEAD',
  'SPOUSE',
  'PARENT',
  'GUARDIAN',
  'FOSTER_PARENT',
  'CHILD',
  'FOSTER_CHILD',
  'WARD',
  'OTHER',
];
const rank = (relation: HouseholdRelation) => order.indexOf(relation);

/** With whom the client lives, and who acts for them. */
export function Household({
  person,
  sight,
  holes,
  onAgain,
}: {
  person: FragmentType<typeof householdFields>;
  sight: Sight;
  holes: Holes;
  onAgain(): void;
}) {
  const t = useClientTexts();
  const words = useClientWords();
  const format = useFormat();
  const { id, household, representatives } = read(householdFields, person);
  const [ask, { data, loading, error }] = useLazyQuery(namesQuery, { fetchPolicy: 'no-cache' });
  const [named, setNamed] = useState(false);
  const told = data?.household?.members?.filter(({ person: one }) => one.familyName) ?? [];
  const names = new Map(named ? told.map(({ person: one }) => [one.id, `${one.givenName} ${one.familyName}`]) : []);
  const show = async (householdId: string) => {
    const answer = await ask({ variables: { id: householdId }, context: { purpose: t('household') } });
    setNamed(Boolean(answer.data?.household));
  };
  const unnamed = loading ? [] : faultsOf(error);
  const members = [...(household?.members ?? [])].sort((a, b) => rank(a.relation) - rank(b.relation));
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
        {representatives?.length ? (
          <Stack gap="s">
            <h3>{t('acting')}</h3>
            <ul className={styles.list}>
              {representatives.map((one) => (
                <li key={one.id} className={styles.item}>
                  <span className={styles.line}>
                    <Link href={`/clients/${one.representative.id}`}>{one.representative.reference ?? ''}</Link>
                    <span>{words(`representation.${one.kind}`)}</span>
                  </span>
                  <span className={styles.note}>
                    {format.period(one.from, one.until)} · {one.evidence}
                  </span>
                </li>
              ))}
            </ul>
          </Stack>
        ) : null}
      </Stack>
    </Section>
  );
}
