import { useQuery } from '@apollo/client/react';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { openFile } from '../../graph/open-file.js';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { Badge, Button, Facts, Part, Row, Section, Skeleton, Stack, type Tone, toast, useHoles } from '../../ui/index.js';
import { Document } from './document.js';
import { ApproveDialog, SubmitDialog } from './progress-dialogs.js';
import { useStrategyTexts } from './texts.js';
import { useYear, YearSelect } from './year-select.js';

const progressQuery = graphql(`
  query StrategyProgress($id: ID!, $year: Int!, $language: Language!) {
    strategy(id: $id) {
      id
      progressReport(year: $year) {
        year
        state
        version
        summary
        submittedOn
        approvedOn
        councilDecision
        documentPath(language: $language)
        document(language: $language)
      }
    }
  }
`);

const tones: Readonly<Record<'DRAFT' | 'SUBMITTED' | 'APPROVED', Tone>> = { DRAFT: 'neutral', SUBMITTED: 'info', APPROVED: 'good' };

/** The progress report of a year as it is printed, how far it has come, and its next step. */
export function Progress({ id, fromYear, untilYear }: { id: string; fromYear: number; untilYear: number }) {
  const t = useStrategyTexts();
  const format = useFormat();
  const may = useMay();
  const [year, setYear] = useYear(fromYear, untilYear);
  const [step, setStep] = useState<'submit' | 'approve' | null>(null);
  const { data, error, refetch } = useQuery(progressQuery, { variables: { id, year, language: format.language === 'lv' ? 'LV' : 'EN' } });
  const holes = useHoles(error);
  const report = data?.strategy?.progressReport;
  const again = () => void refetch();

  const pdf = () => {
    if (report) openFile(report.documentPath, `${year}.pdf`).catch(() => toast(t('pdfFailed'), 'bad'));
  };

  return (
    <Stack>
      {fromYear === untilYear ? null : (
        <YearSelect label={t('year')} fromYear={fromYear} untilYear={untilYear} value={year} onChange={setYear} />
      )}
      <Part holes={holes} at="strategy.progressReport" onAgain={again}>
        <Section
          title={`${t('progress')} ${year}`}
          actions={
            report ? (
              <Row>
                {report.state !== 'APPROVED' && may('progress.submit').allowed ? (
                  <Button onPress={() => setStep('submit')}>{t(report.state === 'DRAFT' ? 'submit' : 'submitAgain')}</Button>
                ) : null}
                {report.state === 'SUBMITTED' && may('progress.approve').allowed ? (
                  <Button onPress={() => setStep('approve')}>{t('approve')}</Button>
                ) : null}
                <Button look="primary" icon={<Download size={16} aria-hidden="true" />} onPress={pdf}>
                  {t('pdf')}
                </Button>
              </Row>
            ) : undefined
          }
        >
          {report ? (
            <Stack>
              <Facts
                facts={[
                  [
                    t('progressState'),
                    <Badge key="state" tone={tones[report.state]}>
                      {t(`progress.${report.state}`)}
                    </Badge>,
                  ],
                  [t('submittedOn'), report.submittedOn ? format.day(report.submittedOn) : null],
                  [t('approvedOn'), report.approvedOn ? format.day(report.approvedOn) : null],
                  [t('councilDecision'), report.councilDecision],
                ]}
              />
              <Document text={report.document} />
            </Stack>
          ) : (
            <Skeleton lines={6} height="32rem" />
          )}
        </Section>
      </Part>
      {report && step === 'submit' ? (
        <SubmitDialog
          id={id}
          year={year}
          version={report.version ?? null}
          summary={report.summary ?? ''}
          onClose={() => setStep(null)}
          onDone={again}
        />
      ) : null}
      {report && step === 'approve' ? (
        <ApproveDialog id={id} year={year} version={report.version ?? 1} onClose={() => setStep(null)} onDone={again} />
      ) : null}
    </Stack>
  );
}
