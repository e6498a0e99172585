import { useApolloClient } from '@apollo/client/react';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { type Fault, faultsOf } from '../../graph/faults.js';
import { useFormat } from '../../i18n/language.js';
import { useSession } from '../../sign-in/session.js';
import { Button, Dialog, Failure, Radios, toast } from '../../ui/index.js';
import { download } from './download.js';
import { useReportTexts } from './texts.js';

const exportQuery = graphql(`
  query ReportExport($municipality: ID!, $year: Int!, $format: ExportFormat!, $language: Language!, $published: Boolean!) {
    annualReport(municipality: $municipality, year: $year) @skip(if: $published) {
      export(format: $format, language: $language) {
        fileName
        mediaType
        base64
      }
    }
    publishedReport(municipality: $municipality, year: $year) @include(if: $published) {
      export(format: $format, language: $language) {
        fileName
        mediaType
        base64
      }
    }
  }
`);

const formats = ['XLSX', 'CSV', 'JSON_STAT'] as const;

/** The report as a file: as it is counted today, or as it was published. */
export function ExportDialog({ year, publishedOn }: { year: number; publishedOn: string | null }) {
  const t = useReportTexts();
  const shown = useFormat();
  const { place } = useSession();
  const client = useApolloClient();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [source, setSource] = useState<'live' | 'published'>('live');
  const [format, setFormat] = useState<(typeof formats)[number]>('XLSX');

  const fetchFile = async () => {
    setBusy(true);
    setFaults([]);
    const { data, error } = await client.query({
      query: exportQuery,
      variables: {
        municipality: place ?? '',
        year,
        format,
        language: shown.language === 'lv' ? 'LV' : 'EN',
        published: source === 'published',
      },
      fetchPolicy: 'no-cache',
    });
    setBusy(false);
    const file = (data?.annualReport ?? data?.publishedReport)?.export;
    if (!file) return setFaults(faultsOf(error));
    download(file);
    toast(t('exported', { file: file.fileName }));
    setOpen(false);
  };

  return (
    <>
      <Button icon={<Download size={16} aria-hidden="true" />} onPress={() => setOpen(true)}>
        {t('export')}
      </Button>
      <Dialog
        title={`${t('export')}: ${t('titleOf', { year })}`}
        open={open}
        onClose={() => setOpen(false)}
        onSubmit={() => void fetchFile()}
        foot={
          <>
            <Button onPress={() => setOpen(false)}>{t('cancel')}</Button>
            <Button look="primary" type="submit" isDisabled={busy}>
              {busy ? t('preparing') : t('export')}
            </Button>
          </>
        }
      >
        {publishedOn ? (
          <Radios<'live' | 'published'>
            label={t('title')}
            choices={[
              { id: 'live', label: t('exportLive') },
              { id: 'published', label: t('exportPublished', { day: shown.dayShort(publishedOn) }) },
            ]}
            value={source}
            onChange={setSource}
          />
        ) : (
          <p>{t('exportLive')}</p>
        )}
        <Radios<(typeof formats)[number]>
          label={t('fileFormat')}
          choices={formats.map((id) => ({ id, label: t(`format.${id}`) }))}
          value={format}
          onChange={setFormat}
        />
        {faults.length ? <Failure faults={faults} /> : null}
      </Dialog>
    </>
  );
}
