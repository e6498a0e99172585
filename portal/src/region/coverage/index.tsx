import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { yearInRiga } from '../../format/format.js';
import type { RegionCoverageQuery } from '../../gql/region/graphql.js';
import { graphql } from '../../gql/region/index.js';
import { useFormat } from '../../i18n/language.js';
import { useSession } from '../../sign-in/session.js';
import { Badge, Checkbox, classes, Empty, Notice, Page, Part, Section, Select, Skeleton, useHoles } from '../../ui/index.js';
import { tileName } from '../map/tiles.js';
import shared from '../region.module.css';
import { usePublished, useTowns, yearsOf } from '../use-towns.js';
import { Withheld, WithheldNotice } from '../withheld.js';
import { useRegionWords } from '../words.js';
import styles from './coverage.module.css';
import { matrixOf } from './matrix.js';
import { useCoverageTexts } from './texts.js';

const coverageQuery = graphql(`
  query RegionCoverage($region: ID!, $year: Int!) {
    region(code: $region) {
      code
      serviceCoverage(year: $year) {
        municipality {
          code
          lv: label
          en: label(language: EN)
        }
        serviceType {
          code
          kind
          minimumBasket
          lv: label
          en: label(language: EN)
        }
        provision
        clients {
          value
          suppressed
        }
      }
    }
  }
`);

type Entry = NonNullable<NonNullable<RegionCoverageQuery['region']>['serviceCoverage']>[number];

/** How each provision is shown, in the order of the legend. */
const provisions = ['OWN', 'PARTNER', 'NEIGHBOUR', 'NONE', 'UNKNOWN'] as const;

/** Which services were given where, as a matrix of services and municipalities. */
export default function Coverage() {
  const t = useCoverageTexts();
  const words = useRegionWords();
  const { place } = useSession();
  const [params, setParams] = useSearchParams();
  const { towns } = useTowns();
  const { published } = usePublished(towns?.map(({ code }) => code) ?? null);
  const thisYear = yearInRiga();
  const recent = Array.from({ length: 6 }, (_, index) => thisYear - 1 - index);
  const years = [...new Set([...(published ? yearsOf(published) : []), ...recent])].sort((a, b) => b - a);
  const newest = published ? yearsOf(published)[0] : undefined;
  const year = years.find((one) => String(one) === params.get('year')) ?? newest ?? years[0] ?? thisYear;
  const only = params.get('basket') === 'only';
  const { data, error, refetch } = useQuery(coverageQuery, { variables: { region: place ?? '', year }, skip: !published });
  const holes = useHoles(error);
  const change = (name: string, value: string | null) => {
    const changed = new URLSearchParams(params);
    if (value === null) changed.delete(name);
    else changed.set(name, value);
    setParams(changed, { replace: true });
  };
  const entries = data?.region?.serviceCoverage;
  const decided = entries?.some(({ serviceType }) => serviceType.minimumBasket !== null) ?? false;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className={classes(styles.bar, 'no-print')}>
        <Select
          label={words('year')}
          choices={years.map((one) => ({ id: String(one), label: String(one) }))}
          value={String(year)}
          onChange={(one) => change('year', one)}
        />
        {decided ? (
          <Checkbox value={only} onChange={(on) => change('basket', on ? 'only' : null)}>
            {t('onlyBasket')}
          </Checkbox>
        ) : null}
      </div>
      <Part holes={holes} at="region.serviceCoverage" onAgain={() => void refetch()}>
        {entries ? (
          <Coverages
            entries={only && decided ? entries.filter(({ serviceType }) => serviceType.minimumBasket) : entries}
            all={entries}
            year={year}
          />
        ) : (
          <Skeleton lines={12} height="40rem" />
        )}
      </Part>
    </Page>
  );
}

function Coverages({ entries, all, year }: { entries: readonly Entry[]; all: readonly Entry[]; year: number }) {
  const t = useCoverageTexts();
  const decided = all.some(({ serviceType }) => serviceType.minimumBasket !== null);
  const whole = matrixOf(all);
  return (
    <>
      {whole.knownTowns === 0 ? (
        <Notice tone="warn" title={t('allUnknownTitle', { year })}>
          {t('allUnknownLead')}
        </Notice>
      ) : null}
      {all.some(({ clients }) => clients.suppressed) ? <WithheldNotice /> : null}
      <Section title={t('matrix')} count={t('known', { known: whole.knownTowns, all: whole.towns.length })} flush>
        {entries.length ? <MatrixTable entries={entries} year={year} /> : <Empty title={t('noServices')} />}
      </Section>
      <Section title={t('legend')}>
        <ul className={styles.legend}>
          {provisions.map((provision) => (
            <li key={provision}>
              <span className={classes(styles.swatch, styles[provision])} aria-hidden="true" />
              {t(`provisionLong.${provision}`)}
            </li>
          ))}
        </ul>
        <p className={shared.note}>{t(decided ? 'basketNote' : 'noServices')}</p>
      </Section>
    </>
  );
}

function MatrixTable({ entries, year }: { entries: readonly Entry[]; year: number }) {
  const t = useCoverageTexts();
  const { language } = useFormat();
  const matrix = matrixOf(entries);
  const names = matrix.towns.map((town) => town[language] ?? town.code);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t('matrixLabel', { year })}>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('service')}</th>
            {matrix.towns.map((town) => (
              <th key={town.code} scope="col">
                {tileName(town[language] ?? town.code, names)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.services.map((service) => (
            <tr key={service.code}>
              <th scope="row">
                {service[language]}
                <small>
                  {service.kind ? t(`kind.${service.kind}`) : null}
                  {service.minimumBasket ? <Badge tone="info">{t('basket')}</Badge> : null}
                </small>
              </th>
              {matrix.towns.map((town) => (
                <Covered key={town.code} entry={matrix.at(service.code, town.code)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Covered({ entry }: { entry: Entry | undefined }) {
  const t = useCoverageTexts();
  const { number } = useFormat();
  const provision = entry?.provision ?? 'UNKNOWN';
  const clients = entry?.clients;
  return (
    <td className={classes(styles.cell, styles[provision])}>
      {t(`provision.${provision}`)}
      {clients?.suppressed ? (
        <small>
          <Withheld />
        </small>
      ) : clients && clients.value !== null && provision !== 'NONE' ? (
        <small>{t('clients', { count: clients.value, n: number(clients.value, 0) })}</small>
      ) : null}
    </td>
  );
}
