import { useApolloClient } from '@apollo/client/react';
import { FileText, Printer } from 'lucide-react';
import { useState } from 'react';
import { graphql } from '../../../gql/staff/index.js';
import { Badge, Button, Notice, Section, Skeleton, Stack } from '../../../ui/index.js';
import { useSpoken } from '../../spoken.js';
import styles from '../applications.module.css';
import { openFile } from '../files.js';
import { letterBlocks, runsOf } from './letter-view.js';
import { usePageTexts } from './texts.js';
import type { ShownDecision } from './use-application.js';

const LetterOf = graphql(`
  query DecisionLetter($id: ID!, $language: Language!) {
    decision(id: $id) {
      id
      letter(language: $language)
      letterPath(language: $language)
    }
  }
`);

/** The letter of a decision as it will be printed. It names the client, so it is fetched only when somebody asks, and not kept. */
export function LetterSection({ decision }: { decision: ShownDecision }) {
  const t = usePageTexts();
  const client = useApolloClient();
  const { spoken } = useSpoken();
  const [letter, setLetter] = useState<{ text: string; path: string; language: string } | null>(null);
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const show = async () => {
    setState('busy');
    const { data } = await client
      .query({ query: LetterOf, variables: { ...spoken, id: decision.id }, fetchPolicy: 'no-cache' })
      .catch(() => ({ data: undefined }));
    const { letter: text, letterPath } = data?.decision ?? {};
    setState(text ? 'idle' : 'failed');
    if (text && letterPath) setLetter({ text, path: letterPath, language: spoken.language });
  };
  const pdf = async () => {
    try {
      if (letter) await openFile(letter.path, `${decision.number}.pdf`);
    } catch {
      setState('failed');
    }
  };
  return (
    <Section
      title={t('letter')}
      count={decision.state === 'PROPOSED' ? <Badge tone="warn">{t('letterDraft')}</Badge> : undefined}
      actions={
        letter ? (
          <>
            <Button small icon={<FileText size={15} aria-hidden="true" />} onPress={() => void pdf()}>
              {t('letterPdf')}
            </Button>
            <Button small icon={<Printer size={15} aria-hidden="true" />} onPress={() => window.print()}>
              {t('letterPrint')}
            </Button>
            <Button small look="quiet" onPress={() => setLetter(null)}>
              {t('letterHide')}
            </Button>
          </>
        ) : undefined
      }
    >
      <Stack>
        {state === 'failed' ? <Notice tone="bad">{t('letterFailed')}</Notice> : null}
        {letter ? (
          <div className={styles.desk}>
            <article className={styles.letter} lang={letter.language === 'LV' ? 'lv' : 'en'} aria-label={t('letter')} data-letter="">
              <LetterText text={letter.text} />
            </article>
          </div>
        ) : state === 'busy' ? (
          <Skeleton lines={6} />
        ) : (
          <div className={styles.beside}>
            <p className={styles.fine}>{t('letterLead')}</p>
            <Button onPress={() => void show()} icon={<FileText size={16} aria-hidden="true" />}>
              {t('letterShow')}
            </Button>
          </div>
        )}
      </Stack>
    </Section>
  );
}

const Runs = ({ text }: { text: string }) =>
  runsOf(text).map((run) => (run.strong ? <strong key={run.text}>{run.text}</strong> : <span key={run.text}>{run.text}</span>));

/** Markdown of a letter as elements; nothing of it is taken as HTML. */
function LetterText({ text }: { text: string }) {
  return letterBlocks(text).map((block, at) => {
    const key = `${block.kind} ${at}`;
    if (block.kind === 'heading') {
      // Headings of the letter stand below those of the page.
      return block.level === 1 ? (
        <h3 key={key} className={styles.letterTitle}>
          <Runs text={block.text} />
        </h3>
      ) : (
        <h4 key={key}>
          <Runs text={block.text} />
        </h4>
      );
    }
    if (block.kind === 'table') {
      return (
        <table key={key}>
          <thead>
            <tr>
              {block.head.map((cell, column) => (
                <th key={cell} scope="col" className={block.figures[column] ? styles.figure : undefined}>
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a letter do not move
              <tr key={line}>
                {row.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: nor do its columns
                  <td key={column} className={block.figures[column] ? styles.figure : undefined}>
                    <Runs text={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    }
    if (block.kind === 'signature') {
      return (
        <p key={key} className={styles.signature}>
          {block.text}
        </p>
      );
    }
    return (
      <p key={key}>
        <Runs text={block.text} />
      </p>
    );
  });
}
