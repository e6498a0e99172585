import { useQuery } from '@apollo/client/react';
import { graphql } from '../../gql/region/index.js';
import { useFormat } from '../../i18n/language.js';
import { useSession } from '../../sign-in/session.js';
import { type Column, Failure, Link, Page, Part, Row, Section, Skeleton, Table, useHoles } from '../../ui/index.js';
import shared from '../region.module.css';
import { usePublished } from '../use-towns.js';
import { useRegionWords } from '../words.js';
import { useTownTexts } from './texts.js';

const townsQuery = graphql(`
  query TownsWithInhabitants($region: ID!) {
    region(code: $region) {
      code
      municipalities {
        code
        lv: label
        en: label(language: EN)
        populations {
          year
          count
        }
      }
    }
  }
`);

/** The municipalities of the region with what each has published. */
export default function Towns() {
  const t = useTownTexts();
  const words = useRegionWords();
  const format = useFormat();
  const { place } = useSession();
  const { data, error, refetch } = useQuery(townsQuery, { variables: { region: place ?? '' } });
  const holes = useHoles(error);
  const towns = data?.region?.municipalities;
  const { published, faults } = usePublished(towns?.map(({ code }) => code) ?? null);
  type Town = NonNullable<typeof towns>[number];
  const newest = ({ code }: Town) => published?.get(code)?.[0];
  const columns: Column<Town>[] = [
    { id: 'town', header: words('town'), cell: (town) => town[format.language], sort: (town) => town[format.language] },
    {
      id: 'reports',
      header: t('reports'),
      cell: (town) => {
        const reports = published?.get(town.code) ?? [];
        if (!reports.length) return <span className={shared.absent}>{t('none')}</span>;
        return (
          <Row>
            {reports.map(({ year, municipalityCode }) => (
              <Link key={`${municipalityCode} ${year}`} href={`/towns/${municipalityCode}/${year}`}>
                {String(year)}
              </Link>
            ))}
          </Row>
        );
      },
      sort: (town) => newest(town)?.year ?? 0,
    },
    {
      id: 'newest',
      header: t('newest'),
      cell: (town) => {
        const last = newest(town);
        return last ? format.dayShort(last.publishedOn) : null;
      },
      sort: (town) => newest(town)?.publishedOn,
    },
    {
      id: 'inhabitants',
      header: t('inhabitants'),
      figures: true,
      cell: ({ populations }) => {
        const last = populations?.at(-1);
        return last ? `${format.number(last.count, 0)} (${last.year})` : <span className={shared.absent}>{words('noPopulation')}</span>;
      },
      sort: ({ populations }) => populations?.at(-1)?.count ?? 0,
    },
  ];
  return (
    <Page title={t('title')} lead={t('lead')}>
      {faults.length ? <Failure faults={faults} onAgain={() => void refetch()} /> : null}
      <Section title={t('towns')} count={towns?.length} flush>
        <Part holes={holes} at="region.municipalities" onAgain={() => void refetch()}>
          {towns && (published || faults.length) ? (
            <Table label={t('townsLabel')} columns={columns} rows={towns} id={({ code }) => code} href={({ code }) => `/towns/${code}`} />
          ) : (
            <div className={shared.waiting}>
              <Skeleton lines={9} height="24rem" />
            </div>
          )}
        </Part>
      </Section>
    </Page>
  );
}
