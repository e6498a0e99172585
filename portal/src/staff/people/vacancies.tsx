import { useQuery } from '@apollo/client/react';
import { graphql } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { type Column, Empty, Part, Section, Skeleton, Table, useHoles } from '../../ui/index.js';
import { usePeopleTexts } from './texts.js';

const vacanciesQuery = graphql(`
  query PeopleVacancies {
    units {
      id
      lv: label
      en: label(language: EN)
      vacancies
      vacantPosts {
        id
        fte
        since
        until
      }
    }
  }
`);

/** Posts that nobody holds, the longest vacant first. */
export function Vacancies() {
  const t = usePeopleTexts();
  const format = useFormat();
  const { language } = format;
  const { data, error, refetch } = useQuery(vacanciesQuery);
  const holes = useHoles(error);
  const posts = (data?.units ?? [])
    .flatMap((unit) => unit.vacantPosts.map((post) => ({ ...post, unit: unit[language] })))
    .sort((a, b) => (a.since < b.since ? -1 : 1));
  const columns: Column<(typeof posts)[number]>[] = [
    { id: 'unit', header: t('unit'), cell: ({ unit }) => unit, sort: ({ unit }) => unit },
    { id: 'size', header: t('size'), figures: true, cell: ({ fte }) => format.number(fte, 2), sort: ({ fte }) => fte },
    {
      id: 'since',
      header: t('since'),
      cell: ({ since }) => format.dayShort(since),
      sort: ({ since }) => since,
    },
    { id: 'until', header: t('until'), cell: ({ until }) => (until ? format.dayShort(until) : t('nobody')), sort: ({ until }) => until },
  ];
  return (
    <Section title={t('vacancies')} count={data ? t('posts', { count: posts.length }) : null} flush>
      <Part holes={holes} at="units" onAgain={() => void refetch()}>
        {data ? (
          <Table
            label={t('vacancies')}
            columns={columns}
            rows={posts}
            id={({ id }) => id}
            empty={<Empty title={t('noVacancies')}>{t('noVacanciesLead')}</Empty>}
          />
        ) : (
          <Skeleton lines={6} height="32rem" />
        )}
      </Part>
    </Section>
  );
}
