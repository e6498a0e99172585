import { useFormat } from '../../../i18n/language.js';
import { Badge, Notice, Section, Stack } from '../../../ui/index.js';
import styles from '../applications.module.css';
import { useWords } from '../texts.js';
import { Wide } from '../Wide.js';
import { formulaIn } from './means-view.js';
import { usePageTexts } from './texts.js';
import type { ApplicationView, ShownMeans } from './use-application.js';

/** The calculation as the graph made it, step by step, with the formula and the provision of each; and what it would be by the registers. */
export function CalculationSection({ means, view }: { means: ShownMeans; view: ApplicationView }) {
  const t = usePageTexts();
  const words = useWords();
  const format = useFormat();
  const byRegisters = view.application?.meansByRegisters;
  const lines = [
    { name: t('status'), declared: words(`status.${means.status}`), told: byRegisters && words(`status.${byRegisters.status}`) },
    { name: t('income'), declared: format.euro(means.income), told: byRegisters && format.euro(byRegisters.income) },
    { name: t('gmiBenefit'), declared: format.euro(means.gmiBenefit), told: byRegisters && format.euro(byRegisters.gmiBenefit) },
    {
      name: t('housingAllowance'),
      declared: format.euro(means.housingAllowance),
      told: byRegisters && format.euro(byRegisters.housingAllowance),
    },
  ];
  const differs = lines.some(({ declared, told }) => told && told !== declared);
  return (
    <Section
      title={t('calculation')}
      count={<Badge tone={means.status === 'NONE' ? 'neutral' : 'good'}>{words(`status.${means.status}`)}</Badge>}
    >
      <Stack>
        <table className={styles.plainTable}>
          <thead>
            <tr>
              <th scope="col">{t('result')}</th>
              <th scope="col" className={styles.figure}>
                {t('declaredColumn')}
              </th>
              {byRegisters ? (
                <th scope="col" className={styles.figure}>
                  {t('registersColumn')}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, declared, told }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className={styles.figure}>{declared}</td>
                {byRegisters ? <td className={told === declared ? styles.figure : `${styles.figure} ${styles.changed}`}>{told}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
        {differs ? <Notice tone="warn">{t('registersDiffer')}</Notice> : null}
        <Wide label={t('calculationLead')}>
          <table className={styles.plainTable}>
            <caption>{t('calculationLead')}</caption>
            <thead>
              <tr>
                <th scope="col">Nr.</th>
                <th scope="col">{t('step')}</th>
                <th scope="col">{t('formula')}</th>
                <th scope="col" className={styles.figure}>
                  {t('amount')}
                </th>
              </tr>
            </thead>
            <tbody>
              {means.steps.map(({ code, label, formula, amount, citation }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a code may occur twice, the order does not change
                <tr key={`${code} ${at}`}>
                  <td className={styles.quiet}>{at + 1}.</td>
                  <td>
                    {label}
                    <span className={styles.citation}>{citation}</span>
                  </td>
                  <td className={styles.formula}>{formulaIn(formula, format.language)}</td>
                  <td className={styles.figure}>
                    <strong>{format.euro(amount).replace(/\s?EUR\s?/u, '')}</strong>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      </Stack>
    </Section>
  );
}
