import { useLazyQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, Text } from 'react-aria-components';
import { useNavigate } from 'react-router';
import { graphql } from '../../gql/staff/index.js';
import { faultsOf } from '../../graph/faults.js';
import { useFormat } from '../../i18n/language.js';
import { Dialog, Empty, Failure } from '../../ui/index.js';
import styles from './search.module.css';
import { useSearchTexts } from './texts.js';

const searchQuery = graphql(`
  query Search($text: String!, $first: Int!) {
    persons(search: $text, first: $first) {
      nodes {
        id
        reference
        givenName
        familyName
        birthDate
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

const shown = 12;
const pauseMs = 180;

/** Finds a client from anywhere: "/" or Ctrl+K, a few letters, Enter. */
export default function Search({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useSearchTexts();
  const format = useFormat();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  // What is found names people: it stays here and out of the cache.
  const [search, { data, error, loading, called }] = useLazyQuery(searchQuery, { fetchPolicy: 'no-cache' });
  const wanted = text.trim();

  useEffect(() => {
    if (!open || wanted.length < 2) return;
    const timer = setTimeout(() => void search({ variables: { text: wanted, first: shown } }), pauseMs);
    return () => clearTimeout(timer);
  }, [open, wanted, search]);
  useEffect(() => {
    if (!open) setText('');
  }, [open]);

  const people = wanted.length >= 2 ? (data?.persons?.nodes ?? []) : [];
  const none = called && !loading && !error && wanted.length >= 2 && people.length === 0;
  const go = (id: string) => {
    onClose();
    navigate(`/clients/${id}`);
  };
  return (
    <Dialog title={t('title')} open={open} onClose={onClose}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField aria-label={t('field')} autoFocus className={styles.field}>
          <Input className={styles.input} placeholder={t('field')} autoComplete="off" />
          <Text slot="description" className={styles.hint}>
            {t('hint')}
          </Text>
        </SearchField>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <section className={styles.results} aria-busy={loading} aria-label={t('results')} tabIndex={0}>
          {error ? <Failure faults={faultsOf(error)} /> : null}
          {none ? <Empty title={t('none', { text: wanted })}>{t('noneLead')}</Empty> : null}
          <ListBox aria-label={t('title')} items={people} onAction={(id) => go(String(id))} className={styles.list}>
            {(person) => (
              <ListBoxItem id={person.id} textValue={`${person.givenName} ${person.familyName}`} className={styles.person}>
                <span>
                  {person.givenName} {person.familyName}
                </span>
                <span className={styles.note}>
                  {person.reference}
                  {person.birthDate ? ` · ${t('born', { day: format.dayShort(person.birthDate) })}` : ''}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
          <div className="unseen" role="status">
            {people.length ? t('found', { count: people.length }) : ''}
          </div>
          {data?.persons?.pageInfo.hasNextPage && people.length ? <p className={styles.hint}>{t('more', { count: shown })}</p> : null}
        </section>
      </Autocomplete>
    </Dialog>
  );
}
