import { useFormat } from '../../i18n/language.js';
import { type Column, Empty, Facts, Section, Stack, Table } from '../../ui/index.js';
import styles from './strategy.module.css';
import type { StrategyData } from './strategy-query.js';
import { useStrategyTexts } from './texts.js';

const kinds = ['STRENGTH', 'WEAKNESS', 'OPPORTUNITY', 'THREAT'] as const;

/** What the strategy stands on: mission, vision, its SWOT analysis and its investment plan. */
export function About({ strategy }: { strategy: StrategyData }) {
  const t = useStrategyTexts();
  const { language, euro, share } = useFormat();
  const lv = language === 'lv';
  type Investment = StrategyData['investments'][number];
  const part = (value: number | null | undefined) => (typeof value === 'number' ? share(value, 0) : '–');
  const columns: Column<Investment>[] = [
    { id: 'code', header: t('code'), cell: ({ code }) => code, width: '5rem' },
    { id: 'what', header: t('investment'), cell: (one) => one[language] },
    {
      id: 'amount',
      header: t('amount'),
      figures: true,
      cell: ({ amount, annual }) => (amount ? `${euro(amount)}${annual ? ` ${t('annual')}` : ''}` : '–'),
      sort: ({ amount }) => Number(amount ?? 0),
    },
    { id: 'municipal', header: t('municipalShare'), figures: true, cell: ({ municipalShare }) => part(municipalShare) },
    { id: 'state', header: t('stateShare'), figures: true, cell: ({ stateShare }) => part(stateShare) },
    {
      id: 'foreign',
      header: t('foreignShare'),
      figures: true,
      cell: ({ foreignShare, foreignSource }) => (foreignShare ? `${part(foreignShare)} ${foreignSource ?? ''}` : '–'),
    },
  ];
  return (
    <Stack gap="l">
      <Section title={t('mission')}>
        <Facts
          facts={[
            [t('mission'), lv ? strategy.missionLv : strategy.missionEn],
            [t('vision'), lv ? strategy.visionLv : strategy.visionEn],
            [t('source'), strategy.source],
          ]}
        />
      </Section>
      <Section title={t('swot')}>
        {strategy.swot.length ? (
          <div className={styles.swot}>
            {kinds.map((kind) => (
              <div key={kind}>
                <h3>{t(`swot.${kind}`)}</h3>
                <ul>
                  {strategy.swot
                    .filter((item) => item.kind === kind)
                    .map((item) => (
                      <li key={item.lv}>{item[language]}</li>
                    ))}
                </ul>
              </div>
            ))}
          </div>
        ) : (
          <p>{t('noSwot')}</p>
        )}
      </Section>
      <Section title={t('investments')} flush>
        <Table
          label={t('investments')}
          columns={columns}
          rows={strategy.investments}
          id={({ code }) => code}
          empty={<Empty title={t('noInvestments')} />}
        />
      </Section>
    </Stack>
  );
}
