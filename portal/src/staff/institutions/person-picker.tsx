import { useLazyQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { faultsOf } from '../../graph/faults.js';
import { useFormat } from '../../i18n/language.js';
import { Failure, Radios, TextField } from '../../ui/index.js';
import { useInstitutionsTexts } from './texts.js';

const searchQuery = graphql(`
  query AdmitSearch($text: String!) {
    persons(search: $text, first: 8) {
      nodes {
        id
        reference
        givenName
        familyName
        birthDate
      }
    }
  }
`);

const pauseMs = 200;

/** Somebody who was found. */
export interface Found {
  id: string;
  name: string;
}

/**
 * Finds a person by name, code or reference and chooses one. Enter in the field chooses the only one who was found, and never sends the form around it.
 */
export function PersonPicker({
  label,
  optional = false,
  value,
  onChange,
  onText,
  problem,
}: {
  /** What is asked; whom to admit, when left out. */
  label?: string;
  /** Whether the form does without; the field then does not take the keyboard when it appears. */
  optional?: boolean;
  value: Found | null;
  onChange(found: Found | null): void;
  /** Hears what is typed, for a form that must not be sent while a name was typed and nobody chosen. */
  onText?(text: string): void;
  problem: string | null;
}) {
  const t = useInstitutionsTexts();
  const format = useFormat();
  const [text, setText] = useState('');
  // What is found names people: it stays in this form and out of the cache.
  const [search, { data, error, loading, called, variables }] = useLazyQuery(searchQuery, { fetchPolicy: 'no-cache' });
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < 2) return;
    const timer = setTimeout(() => void search({ variables: { text: wanted } }), pauseMs);
    return () => clearTimeout(timer);
  }, [wanted, search]);
  const people = wanted.length < 2 ? [] : (data?.persons?.nodes ?? []);
  const nameOf = (id: string) => {
    const person = people.find((one) => one.id === id);
    return person ? `${person.givenName} ${person.familyName}` : '';
  };
  return (
    <>
      <TextField
        label={label ?? t('search')}
        hint={t('searchHint')}
        type="search"
        autoFocus={!optional}
        required={!optional}
        value={text}
        onChange={(next) => {
          setText(next);
          onText?.(next);
          onChange(null);
        }}
        onEnter={() => {
          const [only, ...others] = people;
          if (only && !others.length && !loading && variables?.text === wanted) onChange({ id: only.id, name: nameOf(only.id) });
        }}
        problem={problem}
      />
      {error ? <Failure faults={faultsOf(error)} /> : null}
      {people.length ? (
        <Radios
          label={t('found')}
          choices={people.map((person) => ({
            id: person.id,
            label: nameOf(person.id),
            note: [person.reference, person.birthDate ? t('born', { day: format.dayShort(person.birthDate) }) : null]
              .filter(Boolean)
              .join(' · '),
          }))}
          value={value?.id ?? null}
          onChange={(id) => onChange({ id, name: nameOf(id) })}
        />
      ) : wanted.length >= 2 && called && !loading && !error ? (
        <p>{t('nobodyFound')}</p>
      ) : null}
    </>
  );
}
