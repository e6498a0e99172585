import { useFormat } from '../../i18n/language.js';
import { Empty, Section, Stack } from '../../ui/index.js';
import { FigureTable } from './figure-table.js';
import styles from './report.module.css';
import type { Discrepancy, ReportTable } from './report-table.js';
import { useReportTexts } from './texts.js';
import { headOf } from './units.js';

/** Tables of the report, one below the other, each under its unit. */
export function Tables({ tables, year, found }: { tables: readonly ReportTable[]; year: number; found: readonly Discrepancy[] }) {
  const t = useReportTexts();
  const { language } = useFormat();
  if (!tables.length) return <Empty title={t('emptyPart')}>{t('emptyPartLead')}</Empty>;
  return (
    <Stack gap="l">
      <p className={styles.legend} aria-hidden="true">
        <span>
          <i /> {t('legendNow', { year })}
        </span>
        <span>
          <i className={styles.before} /> {t('legendBefore', { year: year - 1 })}
        </span>
      </p>
      {tables.map((table) => {
        const here = found.filter((one) => one.table === table.id);
        return (
          <Section
            key={table.id}
            title={headOf(table)[language]}
            count={here.length ? t('discrepancies', { count: here.length }) : null}
            flush
          >
            {headOf(table)[language] === table[language] ? null : <p className={styles.subtitle}>{table[language]}</p>}
            <FigureTable table={table} year={year} discrepancies={here} />
          </Section>
        );
      })}
    </Stack>
  );
}
