import { useApolloClient } from '@apollo/client/react';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { graphql } from '../../gql/region/index.js';
import { type Fault, faultsOf } from '../../graph/faults.js';
import { useLanguage } from '../../i18n/language.js';
import { Button, Failure, Row, Stack } from '../../ui/index.js';
import { useTownTexts } from '../towns/texts.js';

const exportQuery = graphql(`
  query ExportReport($municipality: ID!, $year: Int!, $format: ExportFormat!, $language: Language!) {
    publishedReport(municipality: $municipality, year: $year) {
      municipalityCode
      year
      export(format: $format, language: $language) {
        fileName
        mediaType
        base64
      }
    }
  }
`);

const formats = [
  ['CSV', 'CSV'],
  ['XLSX', 'XLSX'],
  ['JSON_STAT', 'JSON-stat'],
] as const;

/** Gives the browser a file that came in Base64. */
function save({ fileName, mediaType, base64 }: { fileName: string; mediaType: string; base64: string }): void {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}

/** The report as a file: for a spreadsheet, or for statisticians. What is withheld is marked as such in each. */
export function Exports({ municipality, year }: { municipality: string; year: number }) {
  const t = useTownTexts();
  const { language } = useLanguage();
  const client = useApolloClient();
  const [busy, setBusy] = useState<string | null>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const download = async (format: (typeof formats)[number][0]) => {
    setBusy(format);
    const variables = { municipality, year, format, language: language === 'lv' ? 'LV' : 'EN' } as const;
    try {
      const { data, error } = await client.query({ query: exportQuery, variables, fetchPolicy: 'no-cache' });
      setFaults(faultsOf(error));
      if (data?.publishedReport?.export) save(data.publishedReport.export);
    } catch (error) {
      setFaults(faultsOf(error));
    }
    setBusy(null);
  };
  return (
    <Stack gap="s">
      <Row>
        {formats.map(([format, name]) => (
          <Button
            key={format}
            small
            icon={<Download size={15} aria-hidden="true" />}
            isDisabled={busy !== null}
            aria-label={`${t('download')}: ${name}`}
            onPress={() => void download(format)}
          >
            {name}
          </Button>
        ))}
      </Row>
      {faults.length ? <Failure faults={faults} /> : null}
    </Stack>
  );
}
