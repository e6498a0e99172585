import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { Badge, Link, Row, type Tone } from '../../ui/index.js';
import { FormButton } from '../act-dialog.js';
import styles from '../cases/cases.module.css';
import { ExamineForm, FollowUpForm, type Report } from './forms.js';
import { useViolenceTexts } from './texts.js';

const tones: Readonly<Record<NonNullable<Report['outcome']>, Tone>> = { CONFIRMED: 'bad', NOT_CONFIRMED: 'neutral', PASSED_ON: 'info' };

/** One report: what was told, by when it is to be examined, what was found and what followed. */
export function ReportCard({ report, onDone }: { report: Report; onDone(): unknown }) {
  const t = useViolenceTexts();
  const format = useFormat();
  const may = useMay();
  const { person, outcome, examinedOn, late, dueOn } = report;
  const circumstances = [
    report.happenedOn && t('happened', { day: format.dayShort(report.happenedOn) }),
    report.place && t('where', { place: report.place }),
    report.reporterContact && t('contactOf', { contact: report.reporterContact }),
  ].filter(Boolean);
  return (
    <>
      <div className={styles.line}>
        <Row>
          <strong>{report.number}</strong>
          <Badge>{t(`victim.${report.victim}`)}</Badge>
          {report.danger ? <Badge tone="bad">{t('dangerBadge')}</Badge> : null}
          {outcome ? <Badge tone={tones[outcome]}>{t(`outcome.${outcome}`)}</Badge> : null}
        </Row>
        {examinedOn ? (
          late ? (
            <span className={styles.fine}>{t('examinedLate')}</span>
          ) : null
        ) : (
          <span className={late ? styles.late : undefined}>{t(late ? 'dueLate' : 'due', { day: format.dayShort(dueOn) })}</span>
        )}
      </div>
      <p className={styles.text}>{report.account}</p>
      <p>
        {person ? (
          <>
            {t('client')}: <Link href={`/clients/${person.id}`}>{person.reference ?? '–'}</Link>
          </>
        ) : (
          report.victimDescribed
        )}
        {' · '}
        {report.kinds.map((kind) => t(`kind.${kind}`)).join(', ')}
      </p>
      {circumstances.length ? <p className={styles.fine}>{circumstances.join(' · ')}</p> : null}
      <p className={styles.fine}>
        {t('meta', {
          day: format.dayShort(report.receivedOn),
          who: t(`reporter.${report.reporter}`).toLowerCase(),
          name: report.recordedBy.name ?? '–',
        })}
      </p>
      {examinedOn ? (
        <>
          <p className={styles.fine}>{t('examinedBy', { name: report.examinedBy?.name ?? '–', day: format.dayShort(examinedOn) })}</p>
          <blockquote className={styles.quote}>{report.findings}</blockquote>
        </>
      ) : null}
      {report.followUps.length ? (
        <>
          <strong>{t('followUps')}</strong>
          <ul>
            {report.followUps.map((one) => (
              <li key={one.id}>
                {format.dayShort(one.on)} · {t(`follow.${one.kind}`)}
                {one.note ? `: ${one.note}` : ''} <span className={styles.fine}>({one.addedBy.name})</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <div className="no-print">
        <Row>
          {!examinedOn && may('violence.examine').allowed ? (
            <FormButton words={t('examine')}>{(close) => <ExamineForm report={report} onClose={close} onDone={onDone} />}</FormButton>
          ) : null}
          {may('violence.followUp').allowed ? (
            <FormButton words={t('follow')} look="quiet">
              {(close) => <FollowUpForm report={report} onClose={close} onDone={onDone} />}
            </FormButton>
          ) : null}
        </Row>
      </div>
    </>
  );
}
