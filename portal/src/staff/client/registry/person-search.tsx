import { useLazyQuery } from '@apollo/client/react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { graphql } from '../../../gql/staff/index.js';
import { faultsOf } from '../../../graph/faults.js';
import { useFormat } from '../../../i18n/language.js';
import { Button, Failure, TextField } from '../../../ui/index.js';
import styles from './registry.module.css';
import { useRegistryTexts } from './texts.js';

const searchQuery = graphql(`
  query RegistrySearch($text: String!) {
    persons(search: $text, first: 6) {
      nodes {
        id
        reference
        givenName
        familyName
        birthDate
        age
        household {
          id
          reference
          members {
            relation
          }
        }
      }
    }
  }
`);

const pauseMs = 200;
const fewest = 2;

/** Somebody who was found, or is offered. */
export interface Found {
  id: string;
  name: string;
  reference: string;
  age: number | null;
  /** Below the name: what tells two of the same name apart. */
  note: string;
  /** The household they belong to today; null where there is none. */
  household: { reference: string; members: number } | null;
}

/**
 * Finds people of the municipality by name, personal code or reference, and picks one. `offered` are shown while nothing is typed. Enter picks the only one
 * who was found, and never sends the form around it.
 */
export function PersonSearch({
  label,
  verb,
  verbNamed,
  without,
  offered = [],
  offeredTitle,
  required,
  problem,
  onPick,
}: {
  label: string;
  /** Word of the button at each of them, and the same for who only hears it. */
  verb: string;
  verbNamed(name: string): string;
  /** Ids of whom there is nothing to pick any more. */
  without: readonly string[];
  offered?: readonly Found[];
  offeredTitle?: string;
  required?: boolean;
  problem?: string | null;
  onPick(found: Found): void;
}) {
  const t = useRegistryTexts();
  const format = useFormat();
  const [text, setText] = useState('');
  // What is found names people: it stays in this form and out of the cache.
  const [search, { data, error, loading, called, variables }] = useLazyQuery(searchQuery, { fetchPolicy: 'no-cache' });
  const wanted = text.trim();
  const searching = wanted.length >= fewest;
  useEffect(() => {
    if (wanted.length < fewest) return;
    const timer = setTimeout(() => void search({ variables: { text: wanted } }), pauseMs);
    return () => clearTimeout(timer);
  }, [wanted, search]);
  const found: readonly Found[] = !searching
    ? offered
    : (data?.persons?.nodes ?? []).map((one) => ({
        id: one.id,
        name: `${one.givenName ?? ''} ${one.familyName ?? ''}`.trim(),
        reference: one.reference ?? '',
        age: one.age,
        note: [one.reference, one.birthDate ? t('bornAge', { day: format.dayShort(one.birthDate) }) : null].filter(Boolean).join(' · '),
        household: one.household ? { reference: one.household.reference ?? '', members: one.household.members?.length ?? 0 } : null,
      }));
  const hits = found.filter(({ id }) => !without.includes(id));
  const pick = (one: Found) => {
    setText('');
    onPick(one);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const [only, ...others] = hits;
    if (searching && !loading && variables?.text === wanted && only && !others.length) pick(only);
  };
  return (
    <fieldset className={styles.search} onKeyDown={onKeyDown}>
      <TextField
        label={label}
        hint={t('search')}
        type="search"
        {...(required ? { required } : {})}
        value={text}
        onChange={setText}
        problem={problem ?? null}
      />
      {error && searching ? <Failure faults={faultsOf(error)} /> : null}
      {hits.length ? (
        <div className={styles.block}>
          {!searching && offeredTitle ? <span className={styles.note}>{offeredTitle}</span> : null}
          <ul className={styles.hits} aria-label={searching ? t('found') : (offeredTitle ?? t('found'))}>
            {hits.map((one) => (
              <li key={one.id} className={styles.hit}>
                <span className={styles.who}>
                  <span>{one.name}</span>
                  <span className={styles.note}>{one.note}</span>
                </span>
                <Button small label={verbNamed(one.name)} onPress={() => pick(one)}>
                  {verb}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ) : searching && called && !loading && !error && data && !found.length ? (
        <p className={styles.note} role="status">
          {t('nobodyFound')}
        </p>
      ) : null}
    </fieldset>
  );
}
