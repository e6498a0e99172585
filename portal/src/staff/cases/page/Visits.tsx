import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useAct } from '../../../graph/use-act.js';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import { ActNotice, Button, DateField, Dialog, Section, TextField, toast } from '../../../ui/index.js';
import { today } from '../../spoken.js';
import styles from '../cases.module.css';
import { MyCaseload } from '../queries.js';
import { useCaseTexts } from '../texts.js';
import { RecordHomeVisit } from './case.mutations.js';
import type { ShownCase } from './use-case.js';

const fields = ['on', 'findings', 'opinions.0.findings'];

/** Home visits: one visit with the opinion of everybody who came; one's own is added here. */
export function Visits({ socialCase, onDone }: { socialCase: ShownCase; onDone(): Promise<unknown> }) {
  const t = useCaseTexts();
  const format = useFormat();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState<string | null>(today());
  const [findings, setFindings] = useState('');
  const { data } = useQuery(MyCaseload);
  const employeeId = data?.viewer?.employee?.id;
  const recording = useAct(RecordHomeVisit, fields);
  const visits = socialCase.person.homeVisits ?? [];
  const close = () => {
    setOpen(false);
    recording.reset();
  };
  const send = async () => {
    if (recording.busy || !on || !employeeId || !findings.trim()) return;
    const { done } = await recording.act({
      input: { personId: socialCase.person.id, on, opinions: [{ employeeId, findings: findings.trim() }] },
    });
    if (!done) return;
    close();
    setFindings('');
    toast(t('visitSaved'));
    await onDone();
  };
  const records = may('visit.record').allowed && employeeId && !socialCase.closedOn;
  return (
    <Section
      title={t('visits')}
      count={visits.length || undefined}
      actions={
        records ? (
          <Button small onPress={() => setOpen(true)}>
            {t('recordVisit')}
          </Button>
        ) : undefined
      }
    >
      {visits.length ? (
        <ul className={styles.list}>
          {visits.map((visit) => (
            <li key={visit.id}>
              <strong>{format.dayShort(visit.on)}</strong>
              {visit.opinions.map(({ employee, findings: words }) => (
                <p key={employee.id} className={styles.text}>
                  <span className={styles.fine}>{employee.name}: </span>
                  {words}
                </p>
              ))}
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.fine}>{t('noVisits')}</p>
      )}
      <Dialog
        title={t('visitTitle')}
        open={open}
        onClose={close}
        onSubmit={() => void send()}
        foot={
          <>
            <Button onPress={close}>{t('cancel')}</Button>
            <Button look="primary" type="submit" isDisabled={!on || !findings.trim()}>
              {t('recordVisit')}
            </Button>
          </>
        }
      >
        <DateField label={t('visitOn')} value={on} onChange={setOn} required latest={today()} problem={recording.problem('on')} />
        <TextField
          label={t('visitFindings')}
          hint={t('visitFindingsHint')}
          value={findings}
          onChange={setFindings}
          long
          required
          maxLength={10_000}
          problem={recording.problem('findings')}
        />
        <ActNotice act={recording} />
      </Dialog>
    </Section>
  );
}
