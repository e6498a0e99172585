import { useApolloClient } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { graphql } from '../../../gql/staff/index.js';
import { useAct } from '../../../graph/use-act.js';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import { ActNotice, Button, Empty, Section, Stack, TextField, toast } from '../../../ui/index.js';
import styles from '../cases.module.css';
import { useCaseTexts } from '../texts.js';
import { AddCaseNote } from './case.mutations.js';
import type { CaseView, ShownCase } from './use-case.js';

const OlderNotes = graphql(`
  query OlderCaseNotes($id: ID!, $after: String!) {
    socialCase(id: $id) {
      id
      notes(first: 20, after: $after) {
        totalCount
        nodes {
          id
          at
          text
          author {
            id
            name
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);

const fields = ['text'];

/** Notes of a case, the latest first, and the field for a new one. What is typed stays until it is saved. */
export function Notes({ socialCase, view }: { socialCase: ShownCase; view: CaseView }) {
  const t = useCaseTexts();
  const format = useFormat();
  const may = useMay();
  const client = useApolloClient();
  const [text, setText] = useState('');
  const adding = useAct(AddCaseNote, fields);
  const { notes } = socialCase;
  const writes = may('case.note.record').allowed && !socialCase.closedOn;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (adding.busy || !text.trim()) return;
    const { done } = await adding.act({ input: { caseId: socialCase.id, text: text.trim() } });
    if (!done) return;
    setText('');
    toast(t('noteSaved'));
    await view.refetch();
  };
  const older = async () => {
    const after = notes?.pageInfo.endCursor;
    if (after) await client.query({ query: OlderNotes, variables: { id: socialCase.id, after } });
  };
  return (
    <Section title={t('notes')} count={notes?.totalCount}>
      <Stack>
        {writes ? (
          <form onSubmit={(event) => void submit(event)} noValidate>
            <Stack gap="s">
              <TextField
                label={t('addNote')}
                hint={t('addNoteHint')}
                value={text}
                onChange={setText}
                long
                maxLength={10_000}
                problem={adding.problem('text')}
              />
              <ActNotice act={adding} />
              <div>
                <Button type="submit" isDisabled={!text.trim()}>
                  {t('saveNote')}
                </Button>
              </div>
            </Stack>
          </form>
        ) : null}
        {notes?.nodes.length ? (
          <ul className={styles.list}>
            {notes.nodes.map(({ id, at, text: words, author }) => (
              <li key={id}>
                <span className={styles.fine}>
                  {format.moment(at)} · {author.name}
                </span>
                <p className={styles.text}>{words}</p>
              </li>
            ))}
          </ul>
        ) : (
          <Empty title={t('noNotes')}>{writes ? t('noNotesLead') : null}</Empty>
        )}
        {notes?.pageInfo.hasNextPage ? (
          <div>
            <Button small onPress={() => void older()}>
              {t('olderNotes')}
            </Button>
          </div>
        ) : null}
      </Stack>
    </Section>
  );
}
