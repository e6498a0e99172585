import { useState } from 'react';
import { useFormat } from '../../../i18n/language.js';
import { Badge, Button, Empty, Notice, Section, Stack } from '../../../ui/index.js';
import styles from '../applications.module.css';
import { openFile } from '../files.js';
import { AttachDocument } from './AttachDocument.js';
import { usePageTexts } from './texts.js';
import type { ApplicationView } from './use-application.js';

/** Documents of the application: opened beside the graph with the same token, attached by who may. */
export function DocumentsSection({ view }: { view: ApplicationView & { application: NonNullable<ApplicationView['application']> } }) {
  const t = usePageTexts();
  const format = useFormat();
  const [failed, setFailed] = useState(false);
  const { application } = view;
  const documents = application.documents ?? [];
  const open = async (path: string, name: string) => {
    setFailed(false);
    await openFile(path, name).catch(() => setFailed(true));
  };
  const attach = application.state === 'WITHDRAWN' ? null : <AttachDocument applicationId={application.id} onAttached={view.again} />;
  return (
    <Section title={t('documents')} count={documents.length || undefined} actions={documents.length ? attach : undefined}>
      <Stack>
        {failed ? <Notice tone="bad">{t('documentGone')}</Notice> : null}
        {documents.length ? (
          <ul className={styles.documents}>
            {documents.map(({ id, name, label, state, size, attachedAt, openUrl }) => (
              <li key={id}>
                <span>
                  <strong>{label}</strong>
                  <span className={styles.citation}>
                    {name} · {format.number(Math.max(1, Math.round(size / 1024)), 0)} kB · {format.moment(attachedAt)}
                  </span>
                </span>
                {state === 'STORED' ? null : <Badge tone={state === 'REFUSED' ? 'bad' : 'warn'}>{t(`document.${state}`)}</Badge>}
                {openUrl ? (
                  <Button small onPress={() => void open(openUrl, name)} aria-label={`${t('openDocument')}: ${name}`}>
                    {t('openDocument')}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        ) : (
          <Empty title={t('noDocuments')} action={attach}>
            {t('noDocumentsLead')}
          </Empty>
        )}
      </Stack>
    </Section>
  );
}
