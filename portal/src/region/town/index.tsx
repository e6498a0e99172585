import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { yearInRiga } from '../../format/format.js';
import type { RegionTownQuery } from '../../gql/region/graphql.js';
import { graphql } from '../../gql/region/index.js';
import { useFormat } from '../../i18n/language.js';
import {
  Badge,
  ButtonLink,
  type Column,
  Columns,
  Empty,
  Facts,
  Failure,
  Page,
  Part,
  Section,
  Skeleton,
  Table,
  useHoles,
} from '../../ui/index.js';
import shared from '../region.module.css';
import { useTownTexts } from '../towns/texts.js';
import { type Publication, usePublished, useTowns } from '../use-towns.js';
import { useRegionWords } from '../words.js';

const townQuery = graphql(`
  query RegionTown($code: ID!, $on: Date!) {
    municipality(code: $code) {
      code
      lv: label
      en: label(language: EN)
      populations {
        year
        count
        source
      }
      staffing(on: $on) {
        fte
        vacantFte
        employees
        specialists
        specialistsPerThousand
        required
        met
      }
    }
  }
`);

type TownShown = NonNullable<RegionTownQuery['municipality']>;

/** A municipality of the region: its reports, its inhabitants, its staff as published. */
export default function TownPage() {
  const t = useTownTexts();
  const { language } = useFormat();
  const { code = '' } = useParams();
  const { towns } = useTowns();
  const { published, faults } = usePublished(code ? [code] : null);
  const reports = published?.get(code);
  const lastYear = reports?.[0]?.year ?? yearInRiga() - 1;
  const on = `${lastYear}-12-31`;
  const { data, error, refetch } = useQuery(townQuery, { variables: { code, on }, skip: !published });
  const holes = useHoles(error);
  if (holes.at('municipality') || faults.length) {
    return (
      <Page title={t('kicker')}>
        <Failure faults={[...holes.all, ...faults]} onAgain={() => void refetch()} />
      </Page>
    );
  }
  if (!data || !reports || !towns) {
    return (
      <Page title={t('kicker')}>
        <Skeleton lines={10} height="36rem" />
      </Page>
    );
  }
  const town = data.municipality;
  if (!town) {
    return (
      <Page title={t('noTownTitle')}>
        <Empty title={t('noTownTitle')} action={<ButtonLink href="/towns">{t('toTowns')}</ButtonLink>}>
          {t('noTownLead')}
        </Empty>
      </Page>
    );
  }
  const ours = towns.some((one) => one.code === code);
  return (
    <Page title={town[language] ?? town.code} kicker={t('kicker')} actions={<ButtonLink href="/towns">{t('toTowns')}</ButtonLink>}>
      <Reports reports={reports} ours={ours} />
      <Columns least="26rem">
        <Part holes={holes} at="municipality.staffing" onAgain={() => void refetch()}>
          <Staff town={town} on={on} />
        </Part>
        <Inhabitants town={town} />
      </Columns>
    </Page>
  );
}

function Reports({ reports, ours }: { reports: readonly Publication[]; ours: boolean }) {
  const t = useTownTexts();
  const words = useRegionWords();
  const format = useFormat();
  const columns: Column<Publication>[] = [
    { id: 'year', header: words('year'), cell: ({ year }) => String(year), sort: ({ year }) => year },
    {
      id: 'publishedOn',
      header: t('publishedOn'),
      cell: ({ publishedOn }) => format.dayShort(publishedOn),
      sort: ({ publishedOn }) => publishedOn,
    },
  ];
  return (
    <Section title={t('reportsOf')} count={reports.length || null} flush>
      <Table
        label={t('reportsLabel')}
        columns={columns}
        rows={reports}
        id={({ year, municipalityCode }) => `${municipalityCode} ${year}`}
        href={({ year, municipalityCode }) => `/towns/${municipalityCode}/${year}`}
        empty={<Empty title={t('noReportsTitle')}>{ours ? t('noReportsLead') : t('notOurs')}</Empty>}
      />
    </Section>
  );
}

function Staff({ town: { staffing }, on }: { town: TownShown; on: string }) {
  const t = useTownTexts();
  const { number, day } = useFormat();
  return (
    <Section title={t('staffing', { day: day(on) })}>
      {staffing ? (
        <Facts
          facts={[
            [t('fte'), number(staffing.fte, 2)],
            [t('vacantFte'), number(staffing.vacantFte, 2)],
            [t('employees'), number(staffing.employees, 0)],
            [t('specialists'), number(staffing.specialists, 0)],
            [t('perThousand'), staffing.specialistsPerThousand == null ? null : number(staffing.specialistsPerThousand, 2)],
            [t('required'), staffing.required == null ? null : number(staffing.required, 0)],
            [
              t('norm'),
              staffing.met == null ? null : (
                <Badge key="norm" tone={staffing.met ? 'good' : 'bad'}>
                  {staffing.met ? t('met') : t('notMet')}
                </Badge>
              ),
            ],
          ]}
        />
      ) : (
        <p className={shared.note}>{t('noStaffing')}</p>
      )}
    </Section>
  );
}

function Inhabitants({ town: { populations } }: { town: TownShown }) {
  const t = useTownTexts();
  const words = useRegionWords();
  const { number } = useFormat();
  const rows = [...(populations ?? [])].reverse();
  const columns: Column<(typeof rows)[number]>[] = [
    { id: 'year', header: words('year'), cell: ({ year }) => String(year), sort: ({ year }) => year },
    { id: 'count', header: t('count'), figures: true, cell: ({ count }) => number(count, 0), sort: ({ count }) => count },
    { id: 'source', header: t('source'), cell: ({ source }) => <span className={shared.note}>{source}</span> },
  ];
  return (
    <Section title={t('populationTitle')} flush>
      <Table
        label={t('populationLabel')}
        columns={columns}
        rows={rows}
        id={({ year }) => String(year)}
        empty={<Empty title={words('noPopulation')}>{t('noPopulation')}</Empty>}
      />
    </Section>
  );
}
