import { useSearchParams } from 'react-router';
import { Page, Select } from '../../ui/index.js';
import { QueueNotice } from '../queue/queue-notice.js';
import { ReferralList } from './list.js';
import styles from './referrals.module.css';
import { useReferralsTexts } from './texts.js';

const choices = ['DAY', 'OFFERED', 'ACCEPTED', 'DECLINED', 'ENDED', 'CONSENT_WITHDRAWN', 'ALL'] as const;

/** My referrals: what waits for an answer and what is being worked on, or any one state. */
export default function ReferralsPage() {
  const t = useReferralsTexts();
  const [params, setParams] = useSearchParams();
  const shown = choices.find((choice) => choice === params.get('state')) ?? 'DAY';
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <div className={styles.filter}>
          <Select
            label={t('show')}
            choices={choices.map((id) => ({ id, label: t(`show.${id}`) }))}
            value={shown}
            onChange={(id) => setParams(id === 'DAY' ? {} : { state: id }, { replace: true })}
          />
        </div>
      }
    >
      <QueueNotice />
      {shown === 'DAY' ? (
        <>
          <ReferralList state="OFFERED" title={t('show.OFFERED')} />
          <ReferralList state="ACCEPTED" title={t('show.ACCEPTED')} />
        </>
      ) : (
        <ReferralList key={shown} state={shown === 'ALL' ? null : shown} title={t(`show.${shown}`)} />
      )}
    </Page>
  );
}
