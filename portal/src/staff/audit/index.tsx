import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMay } from '../../shell/may.js';
import { Button, Page, Section, TextField } from '../../ui/index.js';
import styles from './audit.module.css';
import { Emergencies } from './emergencies.js';
import { Review } from './review.js';
import { useAuditTexts } from './texts.js';

const idPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** The auditor's day: files opened in an emergency, unusually many looks, and everything about one file. Heads see the emergencies alone. */
export default function Audit() {
  const t = useAuditTexts();
  const may = useMay();
  const audits = may('audit.read').allowed;
  return (
    <Page title={t('title')} lead={audits ? t('lead') : undefined}>
      {audits ? <Find /> : null}
      {may('emergency.review').allowed ? <Emergencies /> : null}
      {audits ? <Review /> : null}
    </Page>
  );
}

function Find() {
  const t = useAuditTexts();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const go = (event: FormEvent) => {
    event.preventDefault();
    const id = idPattern.exec(text)?.[0];
    setWrong(!id);
    if (id) void navigate(`/audit/${id.toLowerCase()}`);
  };
  return (
    <Section title={t('find')}>
      <form className={styles.find} onSubmit={go} noValidate>
        <TextField label={t('findField')} value={text} onChange={setText} hint={t('findHint')} problem={wrong ? t('findWrong') : null} />
        <Button type="submit">{t('findGo')}</Button>
      </form>
    </Section>
  );
}
