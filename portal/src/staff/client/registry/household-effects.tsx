import { dayBefore } from '../../../format/format.js';
import { type FragmentType, graphql, read } from '../../../gql/staff/index.js';
import { useFormat } from '../../../i18n/language.js';
import { useClientWords } from '../words.js';
import styles from './registry.module.css';
import { useRegistryTexts } from './texts.js';

const effectsFields = graphql(`
  fragment HouseholdEffects on Person {
    id
    household @include(if: $status) {
      id
      status
      statusUntil
    }
    benefits @include(if: $benefits) {
      id
      until
      application {
        id
        benefitType {
          code
          lv: label
          en: label(language: EN)
        }
      }
    }
  }
`);

/** What a change of the household does not touch by itself, and what holds today: decisions name those whom they cover. */
export function HouseholdEffects({ person }: { person: FragmentType<typeof effectsFields> }) {
  const t = useRegistryTexts();
  const words = useClientWords();
  const format = useFormat();
  const { household, benefits } = read(effectsFields, person);
  const lastDay = (until: string | null) => (until ? `, ${t('lastDay', { day: format.dayShort(dayBefore(until)) })}` : '');
  const lines = [
    ...(household?.status && household.status !== 'NONE'
      ? [
          {
            id: household.id,
            text: `${t('status', { status: words(`status.${household.status}`).toLowerCase() })}${lastDay(household.statusUntil ?? null)}`,
          },
        ]
      : []),
    ...(benefits ?? []).map(({ id, until, application }) => ({
      id,
      text: `${application.benefitType[format.language] ?? application.benefitType.code}${lastDay(until)}`,
    })),
  ];
  return (
    <div className={styles.block}>
      <h3>{t('effects')}</h3>
      <p className={styles.note}>{t('effectsLead')}</p>
      {lines.length ? (
        <ul className={styles.holding} aria-label={t('inForce')}>
          {lines.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
