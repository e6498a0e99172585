import { useLazyQuery } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { useFormat } from '../../../i18n/language.js';
import { Button, Empty, Failure, Section, Stack, Table, TextField, useHoles } from '../../../ui/index.js';
import styles from '../applications.module.css';
import { FindApplicant } from './new.queries.js';
import { useNewTexts } from './texts.js';

/** Finds who applies. It searches when asked to, not with each letter: every search is a look that the graph writes down. */
export function FindPerson({ onFound }: { onFound(id: string): void }) {
  const t = useNewTexts();
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [short, setShort] = useState(false);
  const [search, { data, loading, error }] = useLazyQuery(FindApplicant, { fetchPolicy: 'no-cache' });
  const holes = useHoles(error);
  const find = () => {
    const words = typed.trim();
    setShort(words.length < 3);
    if (words.length >= 3) void search({ variables: { search: words } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    find();
  };
  const people = data?.persons?.nodes;
  return (
    <Stack>
      <Section title={t('findTitle')}>
        <form onSubmit={submit} className={styles.find} noValidate>
          <TextField
            label={t('find')}
            hint={t('findHint')}
            value={typed}
            onChange={setTyped}
            autoFocus
            type="search"
            problem={short ? t('findLeast') : null}
          />
          <Button look="primary" type="submit" isDisabled={loading}>
            {t('findDo')}
          </Button>
        </form>
      </Section>
      {holes.all.length && !people ? <Failure faults={holes.all} onAgain={find} /> : null}
      {people ? (
        <Section title={t('results')} count={people.length} flush>
          <Table
            label={t('results')}
            rows={people}
            id={({ id }) => id}
            onOpen={({ id }) => onFound(id)}
            columns={[
              { id: 'name', header: t('applicant'), cell: ({ givenName, familyName }) => `${givenName ?? ''} ${familyName ?? ''}` },
              { id: 'born', header: t('born'), cell: ({ birthDate }) => (birthDate ? format.dayShort(birthDate) : '–') },
              { id: 'reference', header: t('reference'), cell: ({ reference }) => reference },
              {
                id: 'choose',
                header: t('choose'),
                cell: ({ id, reference }) => (
                  <Button small onPress={() => onFound(id)} aria-label={`${t('choose')} ${reference}`}>
                    {t('choose')}
                  </Button>
                ),
              },
            ]}
            empty={<Empty title={t('nobody')}>{t('nobodyLead')}</Empty>}
          />
        </Section>
      ) : null}
    </Stack>
  );
}
