import { Empty, Link, Section, Stack } from '../../ui/index.js';
import { figurePath } from './figures.js';
import styles from './report.module.css';
import { type Discrepancy, findFigure } from './report-table.js';
import { headOf } from './units.js';
import { type FigureWords, useFigures } from './use-figures.js';

const kinds = [
  'DERIVED_DIFFERS',
  'PARTS_DO_NOT_SUM',
  'TABLES_DIFFER',
  'SHARE_IS_NOT_QUOTIENT',
  'NOT_DERIVABLE',
  'VALUES_OF_ANOTHER_TABLE',
  'YEAR_ON_YEAR_JUMP',
] as const;

/** Everything that the reconciliation found, by kind, the gravest first, explained in words. */
export function Reconciliation({
  report,
  year,
  found,
}: {
  report: Parameters<typeof findFigure>[0];
  year: number;
  found: readonly Discrepancy[];
}) {
  const figures = useFigures();
  const { t } = figures;
  if (!found.length) return <Empty title={t('reconciled')}>{t('reconciledLead')}</Empty>;
  return (
    <Stack gap="l">
      <p>{t('reconciliationLead')}</p>
      {kinds.map((kind) => {
        const here = found.filter((one) => one.kind === kind);
        if (!here.length) return null;
        return (
          <Section key={kind} title={t(`kind.${kind}`)} count={t('discrepancies', { count: here.length })} flush>
            <p className={styles.pad}>{t(`why.${kind}`)}</p>
            <ul>
              {here.map((one) => (
                <li key={`${one.table} ${one.row}`} className={styles.finding}>
                  <div className={styles.named}>
                    <Named one={one} report={report} year={year} figures={figures} />
                    <p className={styles.note}>{one[figures.format.language]}</p>
                  </div>
                  <Against one={one} figures={figures} />
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
    </Stack>
  );
}

function Named({
  one,
  report,
  year,
  figures,
}: {
  one: Discrepancy;
  report: Parameters<typeof findFigure>[0];
  year: number;
  figures: FigureWords;
}) {
  const { language } = figures.format;
  const figure = one.row ? findFigure(report, one.table, one.row) : null;
  const head = headOf({ id: one.table })[language];
  if (!figure)
    return (
      <div>
        <strong>{head}</strong> <span className={styles.note}>{one.row ?? figures.t('wholeTable')}</span>
      </div>
    );
  return (
    <div>
      <Link href={figurePath(year, figure.table.id, figure.row.key)}>{figure.row[language]}</Link>{' '}
      <span className={styles.note}>{head}</span>
    </div>
  );
}

/** The published figure beside what stands against it. */
export function Against({ one, figures }: { one: Discrepancy; figures: FigureWords }) {
  const { t, bare, signed } = figures;
  const entries = [
    [t('printed'), one.published, bare],
    [t(`against.${one.kind}`), one.derived, bare],
    [t('difference'), one.difference, signed],
  ] as const;
  const known = entries.filter(([, value]) => typeof value === 'number');
  if (!known.length) return null;
  return (
    <dl className={styles.against}>
      {known.map(([name, value, write]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{write(value as number)}</dd>])}
    </dl>
  );
}
