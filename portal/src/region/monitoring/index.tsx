import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { yearInRiga } from '../../format/format.js';
import type { RegionEvaluationsQuery } from '../../gql/region/graphql.js';
import { graphql } from '../../gql/region/index.js';
import { useFormat } from '../../i18n/language.js';
import { Empty, Facts, Notice, Page, Part, Section, Select, Skeleton, Stack, useHoles } from '../../ui/index.js';
import shared from '../region.module.css';
import { usePublished, useTowns, yearsOf } from '../use-towns.js';
import { Evaluate } from './evaluate.js';
import styles from './monitoring.module.css';
import { useMonitoringTexts } from './texts.js';
import { MonitoredYears } from './years.js';

const monitoringQuery = graphql(`
  query RegionMonitoringYears($fromYear: Int!) {
    regionMonitoring(fromYear: $fromYear) {
      year
      towns
      ...YearMonitoring
    }
  }
`);

const evaluationsQuery = graphql(`
  query RegionEvaluations {
    regionEvaluations {
      id
      fromYear
      untilYear
      whatAndHowWell
      betterOff
      howClientsFeel
      whatItCost
      conclusions
      evaluatedOn
      figures {
        year
        ...YearMonitoring
      }
    }
  }
`);

type Evaluation = NonNullable<RegionEvaluationsQuery['regionEvaluations']>[number];

/** The four questions of the regional programme, three years at a time, and what the region made of them. */
export default function MonitoringPage() {
  const t = useMonitoringTexts();
  const [params, setParams] = useSearchParams();
  const { towns } = useTowns();
  const { published } = usePublished(towns?.map(({ code }) => code) ?? null);
  const thisYear = yearInRiga();
  const newest = published ? (yearsOf(published)[0] ?? thisYear - 1) : null;
  const choices = Array.from({ length: 10 }, (_, index) => thisYear - 3 - index);
  const asked = Number(params.get('from'));
  const from = choices.includes(asked) ? asked : newest === null ? null : Math.min(newest - 2, thisYear - 3);
  const monitored = useQuery(monitoringQuery, { variables: { fromYear: from ?? 0 }, skip: from === null });
  const evaluated = useQuery(evaluationsQuery);
  const holes = useHoles(monitored.error);
  const evaluationHoles = useHoles(evaluated.error);
  const years = monitored.data?.regionMonitoring;
  const evaluations = evaluated.data?.regionEvaluations;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <div className={styles.from}>
          <Select
            label={t('from')}
            choices={choices.map((year) => ({ id: String(year), label: t('years', { from: year, until: year + 2 }) }))}
            value={from === null ? null : String(from)}
            onChange={(year) => setParams({ from: year }, { replace: true })}
          />
        </div>
      }
    >
      <Section title={t('answers')} flush>
        <Part holes={holes} at="regionMonitoring" onAgain={() => void monitored.refetch()}>
          {years ? (
            <>
              {years.every((year) => year.towns === 0) ? (
                <div className={shared.waiting}>
                  <Notice tone="warn" title={t('noneTitle')}>
                    {t('noneLead')}
                  </Notice>
                </div>
              ) : null}
              <MonitoredYears years={years} />
            </>
          ) : (
            <div className={shared.waiting}>
              <Skeleton lines={6} height="16rem" />
            </div>
          )}
        </Part>
      </Section>
      <Section
        title={t('evaluations')}
        count={evaluations?.length || null}
        actions={from === null ? null : <Evaluate key={from} fromYear={from} years={choices} onKept={() => void evaluated.refetch()} />}
      >
        <Part holes={evaluationHoles} at="regionEvaluations" onAgain={() => void evaluated.refetch()}>
          {evaluations?.length ? evaluations.map((one) => <Evaluated key={one.id} evaluation={one} />) : null}
          {evaluations && !evaluations.length ? <Empty title={t('evaluationsNone')}>{t('evaluationsNoneLead')}</Empty> : null}
          {evaluations ? null : <Skeleton lines={3} height="6rem" />}
        </Part>
      </Section>
    </Page>
  );
}

function Evaluated({ evaluation }: { evaluation: Evaluation }) {
  const t = useMonitoringTexts();
  const format = useFormat();
  const { fromYear, untilYear, evaluatedOn, figures } = evaluation;
  return (
    <article className={styles.evaluation}>
      <Stack gap="s">
        <h3>{t('years', { from: fromYear, until: untilYear })}</h3>
        <p className={shared.note}>{t('evaluatedOn', { day: format.day(evaluatedOn) })}</p>
        <Facts
          facts={[
            [t('whatAndHowWell'), evaluation.whatAndHowWell],
            [t('betterOff'), evaluation.betterOff],
            [t('howClientsFeel'), evaluation.howClientsFeel],
            [t('whatItCost'), evaluation.whatItCost],
            [t('conclusions'), evaluation.conclusions],
          ]}
        />
        <MonitoredYears years={figures} />
      </Stack>
    </article>
  );
}
