import { dayBefore } from '../../format/format.js';
import { type FragmentType, graphql, read } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { type Holes, Part, Section } from '../../ui/index.js';
import styles from './client.module.css';
import { useClientTexts } from './texts.js';
import { useClientWords } from './words.js';

const circumstanceFields = graphql(`
  fragment ClientCircumstances on Person {
    id
    circumstances @include(if: $circumstances) {
      kind
      from
      until
      evidence
    }
  }
`);

/** What the client is today, and on what it rests. */
export function Circumstances({
  person,
  holes,
  onAgain,
}: {
  person: FragmentType<typeof circumstanceFields>;
  holes: Holes;
  onAgain(): void;
}) {
  const t = useClientTexts();
  const words = useClientWords();
  const format = useFormat();
  const { circumstances } = read(circumstanceFields, person);
  return (
    <Section title={t('circumstances')} count={circumstances?.length || undefined}>
      <Part holes={holes} at="person.circumstances" onAgain={onAgain}>
        {circumstances?.length ? (
          <ul className={styles.list}>
            {circumstances.map(({ kind, from, until, evidence }) => (
              <li key={kind + from} className={styles.item}>
                <span className={styles.line}>
                  <strong>{words(`circumstance.${kind}`)}</strong>
                  <span className={styles.note}>{format.period(from, until && dayBefore(until))}</span>
                </span>
                {evidence ? <span className={styles.note}>{t('evidence', { text: evidence })}</span> : null}
              </li>
            ))}
          </ul>
        ) : (
          <p className={styles.note}>{t('noCircumstances')}</p>
        )}
      </Part>
    </Section>
  );
}
