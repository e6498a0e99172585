import type { ReactNode } from 'react';
import { dayBefore } from '../../format/format.js';
import { type FragmentType, graphql, read } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { Badge, type Holes, Link, Part, Section, type Tone } from '../../ui/index.js';
import { linkTo } from '../links.js';
import styles from './client.module.css';
import type { Sight } from './sight.js';
import { useClientTexts } from './texts.js';
import { useClientWords } from './words.js';

const nowFields = graphql(`
  fragment ClientNow on Person {
    id
    household @include(if: $status) {
      id
      status
      statusUntil
    }
    benefits @include(if: $benefits) {
      id
      number
      monthlyAmount
      amount
      from
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
    applications(first: 10) @include(if: $applications) {
      nodes {
        id
        number
        state
        dueOn
        benefitType {
          code
          lv: label
          en: label(language: EN)
        }
      }
    }
    serviceRequests @include(if: $requests) {
      id
      number
      state
      dueOn
      from
      until
      endedOn
      serviceType {
        code
        lv: label
        en: label(language: EN)
      }
      waiting {
        id
        position
      }
    }
    currentPlacement @include(if: $placement) {
      id
      place
      from
      until
      endedOn
      facility {
        id
        name
      }
    }
    cases @include(if: $cases) {
      id
      number
      targetGroup
      risk
      openedOn
      closedOn
      responsible {
        id
        name
      }
    }
    referrals @include(if: $referrals) {
      id
      state
      purpose
      organisation {
        id
        name
      }
      serviceType {
        code
        lv: label
        en: label(language: EN)
      }
    }
  }
`);

const requestTone = { GRANTED: 'good', WAITING: 'warn' } as const satisfies Record<string, Tone>;

/** What holds for the client today: status, benefits, services, place, cases. */
export function Now({
  person,
  sight,
  holes,
  onAgain,
}: {
  person: FragmentType<typeof nowFields>;
  sight: Sight;
  holes: Holes;
  onAgain(): void;
}) {
  const t = useClientTexts();
  const words = useClientWords();
  const format = useFormat();
  const now = read(nowFields, person);
  const household = now.household;
  const applications = (now.applications?.nodes ?? []).filter(({ state }) => state !== 'DECIDED' && state !== 'WITHDRAWN');
  const requests = (now.serviceRequests ?? []).filter(({ state }) => state !== 'REFUSED' && state !== 'ENDED');
  const cases = (now.cases ?? []).filter(({ closedOn }) => !closedOn);
  const referrals = (now.referrals ?? []).filter(({ state }) => state === 'OFFERED' || state === 'ACCEPTED');
  const place = now.currentPlacement && !now.currentPlacement.endedOn ? now.currentPlacement : null;
  const period = (from: string, until: string | null) => format.period(from, until && dayBefore(until));

  const rows: [shown: boolean, name: string, at: string, content: ReactNode][] = [
    [
      sight.status,
      t('status'),
      'person.household.status',
      household?.status && household.status !== 'NONE' ? (
        <span key="status" className={styles.line}>
          <Badge tone="info">{words(`status.${household.status}`)}</Badge>
          {household.statusUntil ? (
            <span className={styles.note}>{t('until', { day: format.dayShort(dayBefore(household.statusUntil)) })}</span>
          ) : null}
        </span>
      ) : (
        <span key="status" className={styles.note}>
          {t('noStatus')}
        </span>
      ),
    ],
    [
      sight.benefits,
      t('benefits'),
      'person.benefits',
      <Lines
        key="benefits"
        lines={(now.benefits ?? []).map((one) => ({
          id: one.id,
          what: <Link href={`/applications/${one.application.id}`}>{one.application.benefitType[format.language]}</Link>,
          badge: one.monthlyAmount ? t('monthly', { amount: format.euro(one.monthlyAmount) }) : one.amount ? format.euro(one.amount) : null,
          note: [one.number, one.from ? period(one.from, one.until) : null],
        }))}
      />,
    ],
    [
      sight.applications,
      t('applications'),
      'person.applications',
      <Lines
        key="applications"
        lines={applications.map((one) => ({
          id: one.id,
          what: <Link href={`/applications/${one.id}`}>{one.benefitType[format.language]}</Link>,
          badge: words(`application.${one.state}`),
          note: [one.number, one.dueOn ? t('dueOn', { day: format.dayShort(one.dueOn) }) : null],
        }))}
      />,
    ],
    [
      sight.requests,
      t('services'),
      'person.serviceRequests',
      <Lines
        key="services"
        lines={requests.map((one) => ({
          id: one.id,
          what: linkTo('/requests/:id', one.id, one.serviceType[format.language] ?? one.serviceType.code),
          badge: words(`request.${one.state}`),
          tone: requestTone[one.state as keyof typeof requestTone],
          note: [
            one.number,
            one.waiting ? t('position', { count: one.waiting.position }) : null,
            one.state === 'GRANTED' && one.from ? period(one.from, one.until) : null,
            ['SUBMITTED', 'ASSESSED', 'PROPOSED'].includes(one.state) ? t('dueOn', { day: format.dayShort(one.dueOn) }) : null,
          ],
        }))}
      />,
    ],
    [
      sight.placement,
      t('place'),
      'person.currentPlacement',
      <Lines
        key="place"
        lines={
          place
            ? [
                {
                  id: place.id,
                  what: linkTo('/institutions/:id', place.facility.id, place.facility.name),
                  badge: place.place ? t('room', { place: place.place }) : null,
                  note: [period(place.from, place.until)],
                },
              ]
            : []
        }
      />,
    ],
    [
      sight.cases,
      t('cases'),
      'person.cases',
      <Lines
        key="cases"
        lines={cases.map((one) => ({
          id: one.id,
          what: linkTo('/cases/:id', one.id, one.number),
          badge: one.risk === 'NONE' ? null : words(`risk.${one.risk}`),
          tone: one.risk === 'HIGH_RISK' ? 'bad' : 'warn',
          note: [
            words(`group.${one.targetGroup}`),
            t('since', { day: format.dayShort(one.openedOn) }),
            one.responsible.name ? t('responsible', { name: one.responsible.name }) : null,
          ],
        }))}
      />,
    ],
    [
      sight.referrals,
      t('referrals'),
      'person.referrals',
      <Lines
        key="referrals"
        lines={referrals.map((one) => ({
          id: one.id,
          what: `${one.organisation.name ?? ''}`,
          badge: words(`referral.${one.state}`),
          tone: one.state === 'ACCEPTED' ? 'good' : 'warn',
          note: [one.serviceType[format.language] ?? null, one.purpose],
        }))}
      />,
    ],
  ];
  return (
    <Section title={t('now')} flush>
      <dl className={styles.now}>
        {rows
          .filter(([shown]) => shown)
          .map(([, name, at, content]) => [
            <dt key={`${name} name`}>{name}</dt>,
            <dd key={name}>
              <Part holes={holes} at={at} onAgain={onAgain}>
                {content}
              </Part>
            </dd>,
          ])}
      </dl>
    </Section>
  );
}

interface Line {
  id: string;
  what: ReactNode;
  badge: string | null;
  tone?: Tone | undefined;
  note: readonly (string | null | undefined)[];
}

/** Records of one kind, one below the other; the word "none" where there is none. */
function Lines({ lines }: { lines: readonly Line[] }) {
  const t = useClientTexts();
  if (!lines.length) return <span className={styles.note}>{t('none')}</span>;
  return (
    <ul className={styles.list}>
      {lines.map(({ id, what, badge, tone, note }) => (
        <li key={id} className={styles.line}>
          <strong>{what}</strong>
          {badge ? <Badge tone={tone ?? 'neutral'}>{badge}</Badge> : null}
          <span className={styles.note}>{note.filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}
