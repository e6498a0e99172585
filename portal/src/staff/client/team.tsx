import { type FragmentType, graphql, read } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { Badge, type Holes, Part, Section, Stack } from '../../ui/index.js';
import styles from './client.module.css';
import { useClientTexts } from './texts.js';
import { useClientWords } from './words.js';

const teamFields = graphql(`
  fragment ClientTeam on Person {
    id
    careTeam @include(if: $team) {
      employee {
        id
        name
      }
      lv: role
      en: role(language: EN)
    }
  }
`);

const agreementFields = graphql(`
  fragment ClientAgreement on Person {
    id
    participationAgreement @include(if: $agreement) {
      id
      agreedOn
      duties {
        id
        text
        domain
        dueOn
        fulfilledOn
      }
      parties {
        id
        name
      }
    }
  }
`);

/** Who works with the client now, one line each person, with all that they do. */
export function Team({ person, holes, onAgain }: { person: FragmentType<typeof teamFields>; holes: Holes; onAgain(): void }) {
  const t = useClientTexts();
  const format = useFormat();
  const { careTeam } = read(teamFields, person);
  const byEmployee = new Map<string, { name: string; roles: string[] }>();
  for (const { employee, ...role } of careTeam ?? []) {
    const one = byEmployee.get(employee.id) ?? { name: employee.name ?? '–', roles: [] };
    one.roles.push(role[format.language]);
    byEmployee.set(employee.id, one);
  }
  return (
    <Section title={t('team')} count={byEmployee.size || undefined}>
      <Part holes={holes} at="person.careTeam" onAgain={onAgain}>
        {byEmployee.size ? (
          <ul className={styles.list}>
            {[...byEmployee].map(([id, { name, roles }]) => (
              <li key={id} className={styles.item}>
                <strong>{name}</strong>
                <span className={styles.note}>{[...new Set(roles)].join(', ')}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p className={styles.note}>{t('noTeam')}</p>
        )}
      </Part>
    </Section>
  );
}

/** The one participation agreement that counts, with its duties. */
export function Agreement({ person, holes, onAgain }: { person: FragmentType<typeof agreementFields>; holes: Holes; onAgain(): void }) {
  const t = useClientTexts();
  const words = useClientWords();
  const format = useFormat();
  const { participationAgreement: agreement } = read(agreementFields, person);
  const names = agreement?.parties.flatMap(({ name }) => name ?? []).join(', ');
  return (
    <Section title={t('agreement')}>
      <Part holes={holes} at="person.participationAgreement" onAgain={onAgain}>
        {agreement ? (
          <Stack>
            <ul className={styles.list}>
              {agreement.duties.map((duty) => (
                <li key={duty.id} className={styles.item}>
                  <span className={styles.split}>
                    <span>{duty.text}</span>
                    {duty.fulfilledOn ? (
                      <Badge tone="good">{t('fulfilled', { day: format.dayShort(duty.fulfilledOn) })}</Badge>
                    ) : duty.dueOn ? (
                      <Badge>{t('dutyDue', { day: format.dayShort(duty.dueOn) })}</Badge>
                    ) : null}
                  </span>
                  <span className={styles.note}>{words(`duty.${duty.domain}`)}</span>
                </li>
              ))}
            </ul>
            <p className={styles.note}>
              {t('agreedOn', { day: format.dayShort(agreement.agreedOn) })}
              {names ? `. ${t('agreedWith', { names })}` : ''}
            </p>
          </Stack>
        ) : (
          <p className={styles.note}>{t('noAgreement')}</p>
        )}
      </Part>
    </Section>
  );
}
