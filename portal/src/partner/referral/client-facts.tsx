import type { ReactNode } from 'react';
import { type FragmentType, graphql, read } from '../../gql/partner/index.js';
import { useFormat } from '../../i18n/language.js';
import { Facts } from '../../ui/index.js';
import type { Scope } from '../closing.js';
import styles from './referral.module.css';
import { useReferralTexts } from './texts.js';

const clientFacts = graphql(`
  fragment ClientFactsPerson on Person {
    reference
    givenName
    familyName
    personalCode
    birthDate
    age
    sex
    phone
    declaredResidence {
      address
      since
    }
  }
`);

/** A person as {@link ClientFacts} needs them. */
export type ClientFactsPerson = FragmentType<typeof clientFacts>;

/** The client's name; null where the consent does not open it. */
export function nameOf(person: ClientFactsPerson): string | null {
  const { givenName, familyName } = read(clientFacts, person);
  return [givenName, familyName].filter(Boolean).join(' ') || null;
}

/** Who the client is, as far as the consents open it: what is closed says so, and what is open but not recorded says that. */
export function ClientFacts({ person, open }: { person: ClientFactsPerson; open: ReadonlyMap<Scope, string> }) {
  const t = useReferralTexts();
  const format = useFormat();
  const client = read(clientFacts, person);
  const shown = (value: ReactNode, scope: Scope) => {
    if (value !== null && value !== undefined && value !== '') return value;
    return <span className={styles.absent}>{open.has(scope) ? t('notRecorded') : t('closedPart')}</span>;
  };
  const { age, birthDate, sex, phone, declaredResidence } = client;
  return (
    <Facts
      facts={[
        [t('reference'), client.reference],
        [t('givenName'), shown(client.givenName, 'IDENTITY')],
        [t('familyName'), shown(client.familyName, 'IDENTITY')],
        [t('personalCode'), shown(client.personalCode, 'IDENTITY')],
        [t('birthDate'), shown(birthDate && format.day(birthDate), 'IDENTITY')],
        [t('age'), shown(age === null || age === undefined ? null : t('years', { count: age }), 'NEEDS')],
        [t('sex'), shown(sex && t(`sex.${sex}`), 'IDENTITY')],
        [t('phone'), shown(phone && <a href={`tel:${phone}`}>{phone}</a>, 'CONTACT')],
        [t('address'), shown(declaredResidence?.address, 'CONTACT')],
      ]}
    />
  );
}
