import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import type { ProjectCallPageQuery } from '../../gql/region/graphql.js';
import { graphql } from '../../gql/region/index.js';
import { useFormat } from '../../i18n/language.js';
import { ButtonLink, type Column, Empty, Facts, Failure, Page, Section, Skeleton, Table, useHoles } from '../../ui/index.js';
import { useCallsTexts } from '../calls/texts.js';
import shared from '../region.module.css';
import styles from './call.module.css';

const callQuery = graphql(`
  query ProjectCallPage {
    projectCalls {
      id
      code
      year
      round
      opensOn
      closesOn
      maxMonths
      ceiling
      fundingRatePercent
      infrastructureMaxPercent
      eligibleCosts
      conditions
      source
      lv: title
      en: title(language: EN)
      applicantsLv: eligibleApplicants
      applicantsEn: eligibleApplicants(language: EN)
      region {
        code
        lv: label
        en: label(language: EN)
      }
      projects {
        id
        title
        summary
        from
        months
        amount
        totalCosts
        infrastructure
        registration
        registrationVerified
        submittedOn
        organisationId
        municipality {
          code
          lv: label
          en: label(language: EN)
        }
      }
    }
  }
`);

type Call = NonNullable<ProjectCallPageQuery['projectCalls']>[number];
type Project = Call['projects'][number];

/** A call: its rules and the projects that were submitted to it. */
export default function CallPage() {
  const t = useCallsTexts();
  const format = useFormat();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(callQuery);
  const holes = useHoles(error);
  const call = data?.projectCalls?.find((one) => one.id === id);
  if (holes.at('projectCalls')) {
    return (
      <Page title={t('title')}>
        <Failure faults={holes.all} onAgain={() => void refetch()} />
      </Page>
    );
  }
  if (!call) {
    return (
      <Page title={data ? t('noneTitle') : t('title')}>
        {data ? (
          <Empty title={t('noneTitle')} action={<ButtonLink href="/calls">{t('toCalls')}</ButtonLink>} />
        ) : (
          <Skeleton lines={10} height="30rem" />
        )}
      </Page>
    );
  }
  const term = call.opensOn ? format.period(call.opensOn, call.closesOn) : <span className={shared.absent}>{t('termUnknown')}</span>;
  return (
    <Page
      title={call[format.language]}
      kicker={t('kicker', { code: call.code })}
      actions={<ButtonLink href="/calls">{t('toCalls')}</ButtonLink>}
    >
      <Section title={t('rules')}>
        <Facts
          facts={[
            [t('region'), call.region[format.language]],
            [t('year'), `${call.year}`],
            [t('round'), `${call.round}`],
            [t('term'), term],
            [t('ceiling'), format.euro(call.ceiling)],
            [t('maxMonths'), call.maxMonths],
            [t('fundingRate'), format.share(call.fundingRatePercent / 100)],
            [t('infrastructure'), format.share(call.infrastructureMaxPercent / 100)],
            [t('applicants'), format.language === 'lv' ? call.applicantsLv : call.applicantsEn],
            [t('costs'), call.eligibleCosts.length ? <List key="costs" items={call.eligibleCosts} /> : null],
            [t('conditions'), call.conditions.length ? <List key="conditions" items={call.conditions} /> : null],
            [t('source'), call.source],
          ]}
        />
      </Section>
      <Projects projects={call.projects} />
    </Page>
  );
}

const List = ({ items }: { items: readonly string[] }) => (
  <ul className={styles.list}>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);

function Projects({ projects }: { projects: readonly Project[] }) {
  const t = useCallsTexts();
  const format = useFormat();
  const applicant = ({ municipality }: Project) => municipality?.[format.language] ?? t('partner');
  const columns: Column<Project>[] = [
    {
      id: 'project',
      header: t('project'),
      cell: ({ title, summary }) => (
        <>
          {title}
          <div className={shared.note}>{summary}</div>
        </>
      ),
      sort: ({ title }) => title,
    },
    { id: 'applicant', header: t('applicant'), cell: applicant, sort: applicant },
    {
      id: 'period',
      header: t('period'),
      cell: ({ from, months }) => `${format.dayShort(from)}, ${t('months', { count: months })}`,
      sort: ({ from }) => from,
    },
    { id: 'amount', header: t('amount'), figures: true, cell: ({ amount }) => format.euro(amount), sort: ({ amount }) => Number(amount) },
    { id: 'totalCosts', header: t('totalCosts'), figures: true, cell: ({ totalCosts }) => format.euro(totalCosts) },
    {
      id: 'registration',
      header: t('registration'),
      cell: ({ registration, registrationVerified }) => (
        <>
          {registration}
          <div className={shared.note}>{registrationVerified ? t('verified') : t('declared')}</div>
        </>
      ),
    },
    {
      id: 'submittedOn',
      header: t('submittedOn'),
      cell: ({ submittedOn }) => format.dayShort(submittedOn),
      sort: ({ submittedOn }) => submittedOn,
    },
  ];
  return (
    <Section title={t('projects')} count={projects.length || null} flush>
      <Table
        label={t('projectsLabel')}
        columns={columns}
        rows={projects}
        id={({ id }) => id}
        empty={<Empty title={t('projectsNone')}>{t('projectsNoneLead')}</Empty>}
      />
    </Section>
  );
}
