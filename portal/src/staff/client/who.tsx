import { useLazyQuery } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import { dayBefore } from '../../format/format.js';
import { type FragmentType, graphql, read } from '../../gql/staff/index.js';
import { faultsOf } from '../../graph/faults.js';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { Button, Facts, Failure, Row, Section, Stack } from '../../ui/index.js';
import styles from './client.module.css';
import { FormerIdentities } from './registry/former.js';
import { useRegistryTexts } from './registry/texts.js';
import type { Sight } from './sight.js';
import { useClientTexts } from './texts.js';
import { useClientWords } from './words.js';

const IdentityForm = lazy(() => import('./registry/identity-form.js').then(({ IdentityForm: form }) => ({ default: form })));
const CodeForm = lazy(() => import('./registry/code-form.js').then(({ CodeForm: form }) => ({ default: form })));

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
        evidence
      }
      formerIdentities {
        givenName
        familyName
        birthDate
        sex
        until
        reason
        evidence
        recordedAt
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
  const show = async (reason: (typeof reasons)[number]) => {
    await ask({ variables: { id }, context: { purpose: t(`why.${reason}`), ...(emergency ? { emergency } : {}) } });
    setWhy(reason);
  };
  return {
    person: why && data?.person ? data.person : null,
    why,
    error,
    loading,
    show,
    /** Asks anew what is shown, for the reason it is shown for; nothing where it is covered. */
    again: () => (why ? show(why) : Promise.resolve()),
    hide: () => setWhy(null),
  };
}

/** What {@link useIdentity} gives. */
export type Identity = ReturnType<typeof useIdentity>;

/** The card that says who it is. */
export function Who({
  person,
  identity,
  sight,
  today,
  onAgain,
}: {
  person: FragmentType<typeof whoFields>;
  identity: Identity;
  sight: Sight;
  today: string;
  onAgain(): void;
}) {
  const t = useClientTexts();
  const tr = useRegistryTexts();
  const may = useMay();
  const [doing, setDoing] = useState<'identity' | 'code' | null>(null);
  const words = useClientWords();
  const format = useFormat();
  const { id, reference, age, identityBasis } = read(whoFields, person);
  const shown = identity.person;
  const home = shown?.declaredResidence;
  const former = shown?.formerIdentities ?? [];
  const is =
    shown?.givenName && shown.familyName && shown.birthDate && shown.sex
      ? { givenName: shown.givenName, familyName: shown.familyName, birthDate: shown.birthDate, sex: shown.sex }
      : null;
  const rectifies = may('person.identity.rectify').allowed;
  const recodes = may('person.code.change').allowed;
  const changed = () => {
    onAgain();
    void identity.again();
  };
  const form = { personId: id, today, onDone: changed, onClose: () => setDoing(null) };
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
            [t('former'), former.length && is ? <FormerIdentities key="former" former={former} now={is} /> : null],
            [
              t('formerCodes'),
              codes.length
                ? codes.map(({ personalCode, from, until }) => (
                    <div key={from}>
                      {personalCode} <span className={styles.note}>{format.period(from, until && dayBefore(until))}</span>
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
        {rectifies || recodes ? (
          <div className="no-print">
            <Row>
              {rectifies ? (
                <Button small onPress={() => setDoing('identity')}>
                  {tr('rectify')}
                </Button>
              ) : null}
              {recodes ? (
                <Button small onPress={() => setDoing('code')}>
                  {tr('changeCode')}
                </Button>
              ) : null}
            </Row>
          </div>
        ) : null}
      </Stack>
      <Suspense>
        {doing === 'identity' ? <IdentityForm {...form} /> : null}
        {doing === 'code' ? <CodeForm {...form} /> : null}
      </Suspense>
    </Section>
  );
}
