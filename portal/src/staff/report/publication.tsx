import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { yearInRiga } from '../../format/format.js';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { useSession } from '../../sign-in/session.js';
import { ActNotice, Badge, Button, Dialog, Part, Row, Section, Skeleton, Stack, toast, useHoles } from '../../ui/index.js';
import { useReportTexts } from './texts.js';

const publicationQuery = graphql(`
  query ReportPublication($municipality: ID!, $year: Int!) {
    preparedReport(year: $year) {
      year
      publishedOn
      state
      withheld {
        shown
        small
        complementary
      }
    }
    publishedReport(municipality: $municipality, year: $year) {
      year
      publishedOn
      state
      withheld {
        shown
        small
        complementary
      }
    }
  }
`);

const publishMutation = graphql(`
  mutation PublishReport($municipality: ID!, $year: Int!, $again: Boolean!) {
    publishReport(municipality: $municipality, year: $year, again: $again) {
      report {
        state
      }
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

type Step = 'prepare' | 'again' | 'confirm';

/** How far the publication of a year is, and the next of its two steps. */
export function Publication({ year }: { year: number }) {
  const t = useReportTexts();
  const format = useFormat();
  const may = useMay();
  const municipality = useSession().place ?? '';
  const { data, error, refetch } = useQuery(publicationQuery, { variables: { municipality, year } });
  const holes = useHoles(error);
  const [step, setStep] = useState<Step | null>(null);
  const publish = useAct(publishMutation);
  const running = year >= yearInRiga();
  const prepared = data?.preparedReport;
  const published = data?.publishedReport;
  const withheld = prepared?.withheld ?? published?.withheld;
  const close = () => {
    setStep(null);
    publish.reset();
  };
  const go = async () => {
    const ending = await publish.act({ municipality, year, again: step === 'again' });
    if (!ending.done) return;
    toast(ending.data.publishReport?.report?.state === 'PUBLISHED' ? t('publishedDone', { year }) : t('preparedDone'));
    close();
    await refetch();
  };
  const preparedOn = prepared ? format.dayShort(prepared.publishedOn) : '';

  return (
    <Section
      title={t('publication')}
      actions={
        data && !running && may('report.publish').allowed ? (
          prepared ? (
            <>
              <Button onPress={() => setStep('again')}>{t('prepareAgain')}</Button>
              <Button look="primary" onPress={() => setStep('confirm')}>
                {t('confirm')}
              </Button>
            </>
          ) : (
            <Button onPress={() => setStep(published ? 'again' : 'prepare')}>{published ? t('prepareAgain') : t('prepare')}</Button>
          )
        ) : undefined
      }
    >
      <Part holes={holes} at="preparedReport" onAgain={() => void refetch()}>
        {data ? (
          <Stack gap="s">
            {prepared ? <p>{t('preparedLead', { day: preparedOn })}</p> : null}
            {published ? <p>{t('publishedLead', { day: format.dayShort(published.publishedOn) })}</p> : null}
            {prepared || published ? null : <p>{running ? t('publishRunning') : t('publishLead')}</p>}
            {withheld ? (
              <Row>
                <Badge tone="good">{t('shown', { count: withheld.shown })}</Badge>
                <Badge>{t('small', { count: withheld.small })}</Badge>
                <Badge>{t('complementary', { count: withheld.complementary })}</Badge>
              </Row>
            ) : null}
          </Stack>
        ) : (
          <Skeleton lines={2} height="3.5rem" />
        )}
      </Part>
      <Dialog
        title={step ? t(`${step}Title`, { year }) : ''}
        open={step !== null}
        onClose={close}
        onSubmit={() => void go()}
        foot={
          <>
            <Button onPress={close}>{t('cancel')}</Button>
            <Button look="primary" type="submit" isDisabled={publish.busy}>
              {step === 'confirm' ? t('confirm') : t('prepare')}
            </Button>
          </>
        }
      >
        <p>{step ? t(`${step}Text`, { day: preparedOn }) : null}</p>
        <ActNotice act={publish} />
      </Dialog>
    </Section>
  );
}
