import { useSearchParams } from 'react-router';
import { useMay } from '../../shell/may.js';
import { Page, Tabs } from '../../ui/index.js';
import { Referrals } from './referrals/Referrals.js';
import { useServiceTexts } from './texts.js';
import { WaitingLists } from './waiting/WaitingLists.js';

/** Waiting lists with positions, free places with offers, and referrals to partners. */
export function Services() {
  const t = useServiceTexts();
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const tabs = [
    { id: 'waiting', label: t('tabWaiting'), content: <WaitingLists /> },
    ...(may('referral.read').allowed ? [{ id: 'referrals', label: t('tabReferrals'), content: <Referrals /> }] : []),
  ];
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Tabs
        label={t('tabs')}
        tabs={tabs}
        value={params.get('part') ?? 'waiting'}
        onChange={(part) => setParams({ part }, { replace: true })}
      />
    </Page>
  );
}
