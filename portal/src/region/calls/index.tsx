import { useQuery } from '@apollo/client/react';
import type { ProjectCallsQuery } from '../../gql/region/graphql.js';
import { graphql } from '../../gql/region/index.js';
import { useFormat } from '../../i18n/language.js';
import { type Column, Empty, Page, Part, Section, Skeleton, Table, useHoles } from '../../ui/index.js';
import shared from '../region.module.css';
import { OpenCall } from './open-call.js';
import { useCallsTexts } from './texts.js';

const callsQuery = graphql(`
  query ProjectCalls {
    projectCalls {
      id
      code
      year
      round
      opensOn
      closesOn
      ceiling
      lv: title
      en: title(language: EN)
      region {
        code
        lv: label
        en: label(language: EN)
      }
      projects {
        id
      }
    }
  }
`);

type Call = NonNullable<ProjectCallsQuery['projectCalls']>[number];

/** Calls for projects of the regional programmes, and the way to open one. */
export default function Calls() {
  const t = useCallsTexts();
  const format = useFormat();
  const { data, error, refetch } = useQuery(callsQuery);
  const holes = useHoles(error);
  const calls = data?.projectCalls;
  const columns: Column<Call>[] = [
    { id: 'name', header: t('name'), cell: (call) => call[format.language], sort: (call) => call[format.language] },
    { id: 'code', header: t('code'), cell: ({ code }) => code, sort: ({ code }) => code },
    { id: 'region', header: t('region'), cell: ({ region }) => region[format.language], sort: ({ region }) => region[format.language] },
    {
      id: 'term',
      header: t('term'),
      cell: ({ opensOn, closesOn }) =>
        opensOn ? format.period(opensOn, closesOn) : <span className={shared.absent}>{t('termUnknown')}</span>,
      sort: ({ opensOn }) => opensOn,
    },
    {
      id: 'ceiling',
      header: t('ceiling'),
      figures: true,
      cell: ({ ceiling }) => format.euro(ceiling),
      sort: ({ ceiling }) => Number(ceiling),
    },
    {
      id: 'projects',
      header: t('projects'),
      figures: true,
      cell: ({ projects }) => projects.length,
      sort: ({ projects }) => projects.length,
    },
  ];
  return (
    <Page title={t('title')} lead={t('lead')} actions={<OpenCall onOpened={() => void refetch()} />}>
      <Section title={t('list')} count={calls?.length} flush>
        <Part holes={holes} at="projectCalls" onAgain={() => void refetch()}>
          {calls ? (
            <Table
              label={t('listLabel')}
              columns={columns}
              rows={calls}
              id={({ id }) => id}
              href={({ id }) => `/calls/${id}`}
              empty={<Empty title={t('emptyTitle')}>{t('emptyLead')}</Empty>}
            />
          ) : (
            <div className={shared.waiting}>
              <Skeleton lines={4} height="10rem" />
            </div>
          )}
        </Part>
      </Section>
    </Page>
  );
}
