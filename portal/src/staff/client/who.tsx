import { useLazyQuery } from '@apollo/client/react';
import { useState } from 'react';
import { type FragmentType, graphql, read } from '../../gql/staff/index.js';
import { faultsOf } from '../../graph/faults.js';
import { useFormat } from '../../i18n/language.js';
import { Button, Facts, Failure, Row, Section, Stack } from '../../ui/index.js';
import styles from './client.module.css';
import type { Sight } from './sight.js';
import { useClientTexts } from './texts.js';
import { useClientWords } from './words.js';

const whoFields = graphql(`
  fragment ClientWho on Person {
    id
    reference
    age
    identityBasis
  }
`);

/** Asked when somebody asks to see who it is, and then alone: each asking is an entry of the audit. */
const identityQuery = graphql(`
  query ClientIdentity($id: ID!) {
    person(id: $id) {
      id
      givenName
      familyName
      personalCode
      birthDate
      sex
      phone
      declaredResidence {
        address
        since
        municipality {
          code
          lv: label
          en: label(language: EN)
        }
      }
      personalCodes {
        personalCode
        from
        until
      }
      formerIdentities {
        givenName
        familyName
        until
        reason
      }
    }
  }
`);

const reasons = ['here', 'case', 'contact'] as const;

/** Who a client is: covered until somebody says why they look. */
export function useIdentity(id: string, emergency: string | null) {
  const t = useClientTexts();
  const [ask, { data, error, loading }] = useLazyQuery(identityQuery, { fetchPolicy: 'no-cache' });
  const [why, setWhy] = useState<(typeof reasons)[number] | null>(null);
  return {
    person: why && data?.person ? data.person : null,
    why,
    error,
    loading,
    show: async (reason: (typeof reasons)[number]) => {
      await ask({ variables: { id }, context: { purpose: t(`why.${reason}`), ...(emergency ? { emergency } : {}) } });
      setWhy(reason);
    },
    hide: () => setWhy(null),
  };
}

/** What {@link useIdentity} gives. */
export type Identity = ReturnType<typeof useIdentity>;

/** The card that says who it is. */
export function Who({ person, identity, sight }: { person: FragmentType<typeof whoFields>; identity: Identity; sight: Sight }) {
  const t = useClientTexts();
  const words = useClientWords();
  const format = useFormat();
  const { reference, age, identityBasis } = read(whoFields, person);
  const shown = identity.person;
  const home = shown?.declaredResidence;
  const former = shown?.formerIdentities ?? [];
  const codes = (shown?.personalCodes ?? []).filter(({ until }) => until);
  return (
    <Section
      title={t('who')}
      actions={
        shown ? (
          <Button small look="quiet" onPress={identity.hide}>
            {t('hide')}
          </Button>
        ) : null
      }
    >
      <Stack>
        <Facts
          facts={[
            [t('reference'), reference],
            shown ? [t('name'), `${shown.givenName} ${shown.familyName}`] : [t('name'), null],
            [t('code'), shown && (shown.personalCode ?? '–')],
            [t('born'), shown?.birthDate && format.day(shown.birthDate)],
            [t('sex'), shown?.sex && words(`sex.${shown.sex}`)],
            [t('age'), age === null ? null : t('years', { count: age })],
            [t('phone'), shown && (shown.phone ?? <span className={styles.note}>{t('noPhone')}</span>)],
            [
              t('residence'),
              shown &&
                (home ? (
                  <>
                    {home.address}
                    <div className={styles.note}>{t('since', { day: format.dayShort(home.since) })}</div>
                  </>
                ) : (
                  t('noResidence')
                )),
            ],
            [t('basis'), identityBasis && identityBasis !== 'PERSONAL_CODE' ? words(`basis.${identityBasis}`) : null],
            [
              t('former'),
              former.length
                ? former.map((one) => (
                    <div key={one.until + one.familyName}>
                      {one.givenName} {one.familyName}{' '}
                      <span className={styles.note}>
                        {t('until', { day: format.dayShort(one.until) })}, {words(`change.${one.reason}`)}
                      </span>
                    </div>
                  ))
                : null,
            ],
            [
              t('formerCodes'),
              codes.length
                ? codes.map(({ personalCode, from, until }) => (
                    <div key={from}>
                      {personalCode} <span className={styles.note}>{format.period(from, until)}</span>
                    </div>
                  ))
                : null,
            ],
          ]}
        />
        {identity.error ? <Failure faults={faultsOf(identity.error)} /> : null}
        {!sight.identity ? <p className={styles.note}>{t('referencesOnly')}</p> : null}
        {sight.identity && !shown ? (
          <div className="no-print">
            <Stack gap="s">
              <p className={styles.note}>{t('hiddenLead')}</p>
              <fieldset className={styles.group}>
                <legend>{t('why')}</legend>
                <Row>
                  {reasons.map((reason) => (
                    <Button key={reason} small isDisabled={identity.loading} onPress={() => void identity.show(reason)}>
                      {t(`why.${reason}`)}
                    </Button>
                  ))}
                </Row>
              </fieldset>
            </Stack>
          </div>
        ) : null}
        {shown && identity.why ? (
          <p className={styles.note} role="status">
            {t('shownLead', { why: t(`why.${identity.why}`).toLowerCase() })}
          </p>
        ) : null}
      </Stack>
    </Section>
  );
}
