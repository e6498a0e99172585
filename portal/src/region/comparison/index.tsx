import { useSearchParams } from 'react-router';
import { useLanguage } from '../../i18n/language.js';
import { ButtonLink, Checkbox, ComboBox, Empty, Failure, Notice, Page, Select, Skeleton, useHoles } from '../../ui/index.js';
import styles from '../region.module.css';
import { usePublished, useTowns, yearsOf } from '../use-towns.js';
import { useRegionWords } from '../words.js';
import { type CatalogueTable, fullName, nameAbove } from './catalogue.js';
import { type Chosen, Figures } from './figures.js';
import { useComparisonTexts } from './texts.js';
import { useCatalogue } from './use-catalogue.js';

/** The towns of the region side by side: choose a figure and a year. What is chosen stands in the address. */
export default function Comparison() {
  const t = useComparisonTexts();
  const { towns, latvia, error, refetch } = useTowns();
  const holes = useHoles(error);
  const { published, faults } = usePublished(towns?.map(({ code }) => code) ?? null);
  const catalogue = useCatalogue(published);
  const publishedYears = published ? yearsOf(published) : [];
  // A report carries the year before as well, so that year can be compared too.
  const years = publishedYears.length ? yearsBetween(Math.min(...publishedYears) - 1, Math.max(...publishedYears)) : [];
  const publishing = published ? [...published.values()].filter((list) => list.length).length : 0;
  const failed = [...holes.all, ...faults];
  return (
    <Page title={t('title')} lead={t('lead')} actions={<ButtonLink href="/towns">{t('seeReports')}</ButtonLink>}>
      {failed.length ? <Failure faults={failed} onAgain={() => void refetch()} /> : null}
      {published && !years.length ? <Empty title={t('nonePublishedTitle')}>{t('nonePublishedLead')}</Empty> : null}
      {years.length && catalogue && towns && latvia ? (
        <>
          {publishing < towns.length ? <Notice tone="neutral">{t('fewPublished', { count: publishing, all: towns.length })}</Notice> : null}
          <Chooser catalogue={catalogue} years={years}>
            {(chosen) => <Figures chosen={chosen} years={years} towns={towns} latvia={latvia} />}
          </Chooser>
        </>
      ) : failed.length || (published && !years.length) ? null : (
        <Skeleton lines={10} height="40rem" />
      )}
    </Page>
  );
}

/** Years from one to another, the newest first; at most 20, as many as the graph compares. */
const yearsBetween = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.min(20, last - first + 1) }, (_, index) => last - index);

/** The fields above the comparison; what they say is kept in the address. */
function Chooser({
  catalogue,
  years,
  children,
}: {
  catalogue: readonly CatalogueTable[];
  years: readonly number[];
  children(chosen: Chosen): React.ReactNode;
}) {
  const t = useComparisonTexts();
  const words = useRegionWords();
  const { language } = useLanguage();
  const [params, setParams] = useSearchParams();
  const table = catalogue.find(({ id }) => id === params.get('table')) ?? catalogue[0];
  const counted = table?.rows.filter((row) => row.counted) ?? [];
  const row = counted.find(({ key }) => key === params.get('row')) ?? counted[0];
  const year = years.find((one) => String(one) === params.get('year')) ?? years[0];
  const perThousand = params.get('per') === '1000';
  const change = (next: Record<string, string | null>) => {
    const changed = new URLSearchParams(params);
    for (const [name, value] of Object.entries(next)) {
      if (value === null) changed.delete(name);
      else changed.set(name, value);
    }
    setParams(changed, { replace: true });
  };
  if (!table || !year) return null;
  return (
    <>
      <div className={styles.toolbar}>
        <ComboBox
          label={t('table')}
          choices={catalogue.map((one) => ({ id: one.id, label: one[language], note: one.rows[0]?.[language] ?? '' }))}
          value={table.id}
          onChange={(id) => id && change({ table: id, row: null })}
        />
        <ComboBox
          key={table.id}
          label={t('row')}
          choices={counted.map((one) => ({ id: one.key, label: one[language], note: nameAbove(table.rows, one, language) }))}
          value={row?.key ?? null}
          onChange={(key) => key && change({ row: key, table: table.id })}
        />
        <Select
          label={words('year')}
          choices={years.map((one) => ({ id: String(one), label: String(one) }))}
          value={String(year)}
          onChange={(one) => change({ year: one })}
        />
        <Checkbox value={perThousand} onChange={(on) => change({ per: on ? '1000' : null })}>
          {t('perThousand')}
        </Checkbox>
      </div>
      {row ? (
        children({ table: table.id, row: row.key, name: fullName(table.rows, row, language), year, perThousand })
      ) : (
        <Empty title={t('noFigureTitle')}>{t('noFigureLead')}</Empty>
      )}
    </>
  );
}
