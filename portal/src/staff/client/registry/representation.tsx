import { useLazyQuery } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import { dayBefore } from '../../../format/format.js';
import type { RepresentationKind } from '../../../gql/staff/graphql.js';
import { type FragmentType, graphql, read } from '../../../gql/staff/index.js';
import { faultsOf } from '../../../graph/faults.js';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import { Button, Failure, type Holes, Link, Part, Row, Section, Stack } from '../../../ui/index.js';
import styles from '../client.module.css';
import type { Sight } from '../sight.js';
import { useClientTexts } from '../texts.js';
import { useClientWords } from '../words.js';
import type { Ending } from './end-representation.js';
import { useRegistryTexts } from './texts.js';

const RepresentationForm = lazy(() => import('./representation-form.js').then(({ RepresentationForm: form }) => ({ default: form })));
const EndRepresentation = lazy(() => import('./end-representation.js').then(({ EndRepresentation: form }) => ({ default: form })));

const OnDay = lazy(() => import('./on-day.js').then(({ OnDay: dialog }) => ({ default: dialog })));

const representationFields = graphql(`
  fragment ClientRepresentation on Person {
    id
    representatives @include(if: $representation) {
      id
      version
      kind
      from
      until
      evidence
      representative {
        id
        reference
      }
    }
    represents @include(if: $representation) {
      id
      version
      kind
      from
      until
      evidence
      person {
        id
        reference
      }
    }
  }
`);

/** Asked when somebody asks for the names, and then alone: each asking is an entry of the audit for each person. */
const namesQuery = graphql(`
  query ClientRepresentationNames($id: ID!) {
    person(id: $id) {
      id
      representatives {
        id
        representative {
          id
          givenName
          familyName
        }
      }
      represents {
        id
        person {
          id
          givenName
          familyName
        }
      }
    }
  }
`);

interface Line {
  id: string;
  version: number;
  kind: RepresentationKind;
  from: string;
  until: string | null;
  evidence: string;
  other: { id: string; reference: string | null };
}

/** Who acts for the client, and for whom the client acts, today; recorded and ended here. */
export function Representation({
  person,
  today,
  sight,
  holes,
  onAgain,
}: {
  person: FragmentType<typeof representationFields>;
  today: string;
  sight: Sight;
  holes: Holes;
  onAgain(): void;
}) {
  const t = useRegistryTexts();
  const tc = useClientTexts();
  const words = useClientWords();
  const format = useFormat();
  const may = useMay();
  const { id, representatives, represents } = read(representationFields, person);
  const [ask, { data, loading, error }] = useLazyQuery(namesQuery, { fetchPolicy: 'no-cache' });
  const [named, setNamed] = useState(false);
  const [doing, setDoing] = useState<'record' | 'past' | null>(null);
  const [ending, setEnding] = useState<Ending | null>(null);
  const acting: Line[] = (representatives ?? []).map(({ representative: other, ...one }) => ({ ...one, other }));
  const actedFor: Line[] = (represents ?? []).map(({ person: other, ...one }) => ({ ...one, other }));
  const told = [
    ...(data?.person?.representatives ?? []).map((one) => one.representative),
    ...(data?.person?.represents ?? []).map((one) => one.person),
  ];
  const names = new Map(named ? told.filter((one) => one.familyName).map((one) => [one.id, `${one.givenName} ${one.familyName}`]) : []);
  const show = async () => {
    const answer = await ask({ variables: { id }, context: { purpose: t('representation') } });
    setNamed(Boolean(answer.data?.person));
  };
  const changed = () => {
    setNamed(false);
    onAgain();
  };
  const ends = may('representation.end').allowed;
  const list = (label: string, lines: readonly Line[]) => (
    <ul className={styles.list} aria-label={label}>
      {lines.map((line) => {
        const who = names.get(line.other.id) ?? line.other.reference ?? '';
        const kind = words(`representation.${line.kind}`);
        return (
          <li key={line.id} className={styles.item}>
            <span className={styles.split}>
              <span className={styles.line}>
                <Link href={`/clients/${line.other.id}`}>{who}</Link>
                <span>{kind}</span>
              </span>
              {ends ? (
                <Button small look="quiet" label={t('endNamed', { kind, who })} onPress={() => setEnding({ ...line, who })}>
                  {t('end')}
                </Button>
              ) : null}
            </span>
            <span className={styles.note}>
              {format.period(line.from, line.until && dayBefore(line.until))} · {line.evidence}
            </span>
          </li>
        );
      })}
    </ul>
  );
  return (
    <Section
      title={t('representation')}
      actions={
        sight.identity && acting.length + actedFor.length > 0 ? (
          <Button small look="quiet" isDisabled={loading} onPress={() => (named ? setNamed(false) : void show())}>
            {named ? tc('hide') : tc('showNames')}
          </Button>
        ) : null
      }
    >
      <Stack>
        <Part holes={holes} at="person.representatives" onAgain={onAgain}>
          {acting.length ? (
            <Stack gap="s">
              <h3>{tc('acting')}</h3>
              {list(tc('acting'), acting)}
            </Stack>
          ) : null}
          {actedFor.length ? (
            <Stack gap="s">
              <h3>{t('actsFor')}</h3>
              {list(t('actsFor'), actedFor)}
            </Stack>
          ) : null}
          {acting.length + actedFor.length === 0 ? <p className={styles.note}>{t('noRepresentation')}</p> : null}
        </Part>
        {error ? <Failure faults={faultsOf(error)} onAgain={() => void show()} /> : null}
        {named ? (
          <p className={styles.note} role="status">
            {tc('namesLead')}
          </p>
        ) : null}
        <div className="no-print">
          <Row>
            {may('representation.record').allowed ? (
              <Button small onPress={() => setDoing('record')}>
                {t('record')}
              </Button>
            ) : null}
            <Button small look="quiet" onPress={() => setDoing('past')}>
              {t('onDayActing')}
            </Button>
          </Row>
        </div>
      </Stack>
      <Suspense>
        {doing === 'record' ? <RepresentationForm personId={id} onDone={changed} onClose={() => setDoing(null)} /> : null}
        {doing === 'past' ? (
          <OnDay personId={id} today={today} changes={[]} household={sight.household} representation onClose={() => setDoing(null)} />
        ) : null}
        {ending ? <EndRepresentation ending={ending} today={today} onDone={changed} onClose={() => setEnding(null)} /> : null}
      </Suspense>
    </Section>
  );
}
