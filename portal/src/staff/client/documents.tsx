import { useState } from 'react';
import { type FragmentType, graphql, read } from '../../gql/staff/index.js';
import { openFile } from '../../graph/open-file.js';
import { useFormat } from '../../i18n/language.js';
import { Badge, Button, type Holes, Notice, Part, Section, Stack } from '../../ui/index.js';
import styles from './client.module.css';
import { useClientTexts } from './texts.js';
import { useClientWords } from './words.js';

const documentFields = graphql(`
  fragment ClientDocument on Document {
    id
    name
    state
    attachedAt
    openUrl
    lv: label
    en: label(language: EN)
  }
`);

const documentsFields = graphql(`
  fragment ClientDocuments on Person {
    id
    caseFiles: cases @include(if: $caseDocuments) {
      id
      number
      documents {
        ...ClientDocument
      }
    }
    applicationFiles: applications(first: 50) @include(if: $applicationDocuments) {
      nodes {
        id
        number
        documents {
          ...ClientDocument
        }
      }
    }
    placementFiles: placements @include(if: $placementDocuments) {
      id
      facility {
        id
        name
      }
      documents {
        ...ClientDocument
      }
    }
  }
`);

/** Documents of the client's cases, applications and stays, those that the role may see; each opening is audited by the graph. */
export function Documents({ person, holes, onAgain }: { person: FragmentType<typeof documentsFields>; holes: Holes; onAgain(): void }) {
  const t = useClientTexts();
  const words = useClientWords();
  const format = useFormat();
  const [failed, setFailed] = useState(false);
  const { caseFiles, applicationFiles, placementFiles } = read(documentsFields, person);
  const files = [
    ...(caseFiles ?? []).map(({ number, documents }) => ({ of: number, documents })),
    ...(applicationFiles?.nodes ?? []).map(({ number, documents }) => ({ of: number, documents })),
    ...(placementFiles ?? []).map(({ facility, documents }) => ({ of: facility.name, documents })),
  ].flatMap(({ of, documents }) => read(documentFields, documents).map((document) => ({ of, ...document })));
  files.sort((a, b) => (a.attachedAt < b.attachedAt ? 1 : -1));
  const open = async (path: string, name: string) => {
    setFailed(false);
    await openFile(path, name).catch(() => setFailed(true));
  };
  const places = ['person.caseFiles', 'person.applicationFiles', 'person.placementFiles'];
  return (
    <Section title={t('documents')} count={files.length || undefined}>
      <Stack>
        {failed ? <Notice tone="bad">{t('fileFailed')}</Notice> : null}
        {places.map((at) => (
          <Part key={at} holes={holes} at={at} onAgain={onAgain}>
            {null}
          </Part>
        ))}
        {files.length ? (
          <ul className={styles.list}>
            {files.map((file) => (
              <li key={file.id} className={styles.item}>
                <span className={styles.split}>
                  <strong>{file[format.language]}</strong>
                  {file.state === 'STORED' ? null : <Badge tone="warn">{words(`document.${file.state}`)}</Badge>}
                  {file.openUrl ? (
                    <Button
                      small
                      look="quiet"
                      label={t('openNamed', { name: file.name })}
                      onPress={() => void open(file.openUrl as string, file.name)}
                    >
                      {t('open')}
                    </Button>
                  ) : null}
                </span>
                <span className={styles.note}>
                  {file.name} · {file.of} · {format.moment(file.attachedAt)}
                </span>
              </li>
            ))}
          </ul>
        ) : places.some((at) => holes.at(at)) ? null : (
          <p className={styles.note}>{t('noDocuments')}</p>
        )}
      </Stack>
    </Section>
  );
}
