import { useQuery } from '@apollo/client/react';
import { useCallback } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { Badge, Chart, type Column, Columns, Link, Part, type Plot, Section, Skeleton, Stack, Table, useHoles } from '../../ui/index.js';
import styles from './people.module.css';
import { usePeopleTexts } from './texts.js';
import { thisYear, today } from './today.js';

const overviewQuery = graphql(`
  query PeopleOverview($on: Date!, $year: Int!) {
    viewer {
      municipality {
        code
        staffing(on: $on) {
          fte
          employees
          specialists
          vacantFte
          specialistsPerThousand
          required
          met
        }
      }
    }
    workforceProfile(on: $on) {
      ageUnknown
      age {
        from
        until
        employees
      }
      experience {
        from
        until
        employees
      }
    }
    units {
      id
      lv: label
      en: label(language: EN)
      obligations(year: $year) {
        owing
        missing
      }
    }
  }
`);

interface Band {
  from: number;
  until?: number | null;
  employees: number;
}

/** Posts, vacancies and the norm; age and experience; in which units hours are missing. */
export function Overview() {
  const t = usePeopleTexts();
  const format = useFormat();
  const { data, error, refetch } = useQuery(overviewQuery, { variables: { on: today(), year: thisYear() } });
  const holes = useHoles(error);
  const again = () => void refetch();
  const staffing = data?.viewer?.municipality?.staffing;
  const profile = data?.workforceProfile;
  const owing = (data?.units ?? [])
    .filter(({ obligations }) => obligations.missing > 0)
    .sort((a, b) => b.obligations.missing - a.obligations.missing);
  type Unit = (typeof owing)[number];
  const columns: Column<Unit>[] = [
    {
      id: 'unit',
      header: t('unit'),
      cell: (unit) => <Link href={`/people?part=obligations&unit=${unit.id}`}>{unit[format.language]}</Link>,
    },
    {
      id: 'missing',
      header: t('missing'),
      figures: true,
      cell: ({ obligations }) => t('missingOf', { missing: obligations.missing, owing: obligations.owing }),
      sort: ({ obligations }) => obligations.missing,
    },
  ];
  if (!data && !holes.all.length) return <Skeleton lines={6} height="40rem" />;
  return (
    <Stack gap="l">
      <Part holes={holes} at="viewer.municipality.staffing" onAgain={again}>
        {staffing ? (
          <>
            <dl className={styles.tiles}>
              <div className={styles.tile}>
                <dt>{t('perThousand')}</dt>
                <dd>
                  {typeof staffing.specialistsPerThousand === 'number' ? format.number(staffing.specialistsPerThousand, 2) : t('unknown')}
                </dd>
                <dd className={styles.note}>
                  {typeof staffing.met === 'boolean' ? (
                    <Badge tone={staffing.met ? 'good' : 'bad'}>{t(staffing.met ? 'normMet' : 'normNotMet')}</Badge>
                  ) : (
                    t('normUnknown')
                  )}
                </dd>
              </div>
              <div className={styles.tile}>
                <dt>{t('specialists')}</dt>
                <dd>{format.number(staffing.specialists)}</dd>
                {typeof staffing.required === 'number' ? (
                  <dd className={styles.note}>{t('specialistsNote', { required: staffing.required })}</dd>
                ) : null}
              </div>
              <div className={styles.tile}>
                <dt>{t('fte')}</dt>
                <dd>{format.number(staffing.fte, 2)}</dd>
                <dd className={styles.note}>{t('fteNote', { count: staffing.employees })}</dd>
              </div>
              <div className={styles.tile}>
                <dt>{t('vacant')}</dt>
                <dd>{format.number(staffing.vacantFte, 2)}</dd>
                <dd className={styles.note}>
                  {staffing.fte > 0 ? t('vacantNote', { share: format.share(staffing.vacantFte / staffing.fte) }) : null}
                </dd>
              </div>
            </dl>
            <p className={styles.note}>{t('normSource')}</p>
          </>
        ) : null}
      </Part>
      <Part holes={holes} at="workforceProfile" onAgain={again}>
        {profile ? (
          <Columns least="26rem">
            <Section title={t('age')}>
              <BandChart label={t('ageChart')} bands={profile.age} />
              {profile.ageUnknown ? <p className={styles.note}>{t('ageUnknown', { count: profile.ageUnknown })}</p> : null}
            </Section>
            <Section title={t('experience')}>
              <BandChart label={t('experienceChart')} bands={profile.experience} />
            </Section>
          </Columns>
        ) : null}
      </Part>
      <Part holes={holes} at="units" onAgain={again}>
        {owing.length ? (
          <Section title={t('missingTitle')} flush>
            <Table label={t('missingTitle')} columns={columns} rows={owing} id={({ id }) => id} />
          </Section>
        ) : null}
      </Part>
    </Stack>
  );
}

function BandChart({ label, bands }: { label: string; bands: readonly Band[] }) {
  const t = usePeopleTexts();
  const nameOf = useCallback(
    ({ from, until }: Band) =>
      until ? (from ? t('band', { from, until: until - 1 }) : t('bandFirst', { until, count: until })) : t('bandLast', { from }),
    [t],
  );
  const draw = useCallback(
    (plot: Plot) => ({
      marginLeft: 120,
      marginRight: 40,
      marginTop: 4,
      marginBottom: 4,
      x: { axis: null },
      y: { label: null, tickSize: 0, domain: bands.map(nameOf) },
      marks: [
        plot.barX(bands, { x: 'employees', y: nameOf, fill: 'var(--chart-1)', insetTop: 3, insetBottom: 3 }),
        plot.text(bands, {
          x: 'employees',
          y: nameOf,
          text: (band: Band) => String(band.employees),
          textAnchor: 'start',
          dx: 6,
          fill: 'var(--ink)',
        }),
      ],
    }),
    [bands, nameOf],
  );
  const columns: Column<Band>[] = [
    { id: 'years', header: t('years'), cell: nameOf },
    { id: 'people', header: t('people'), figures: true, cell: ({ employees }) => employees, sort: ({ employees }) => employees },
  ];
  return (
    <Chart
      label={label}
      height={bands.length * 36 + 8}
      draw={draw}
      table={<Table label={label} columns={columns} rows={bands} id={({ from }) => String(from)} />}
    />
  );
}
