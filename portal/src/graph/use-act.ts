import type { TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { useCallback, useMemo, useState } from 'react';
import { useLanguage } from '../i18n/language.js';
import { type Fault, faultsOf, textAtField } from './faults.js';

/** A refusal on the merits, as every payload carries it. */
export interface Problem {
  code: string;
  /** The input field it is about; null for the whole. */
  field: string | null;
  /** In the language of the screen. */
  message: string;
}

/** How a mutation ended. */
export type Ending<Data> =
  | { done: true; data: Data }
  | {
      done: false;
      problems: readonly Problem[];
      faults: readonly Fault[] /** What came all the same: the one that exists, on DUPLICATE. */;
      data?: Data;
    };

/** A mutation as a form uses it. */
export interface Act<Data, Variables> {
  /** Sends it. Whatever happens the form keeps what was typed; `done` only when the graph changed something. */
  act(variables: Variables): Promise<Ending<Data>>;
  busy: boolean;
  /** What the graph said of a field, to be shown below it: on the merits, or that it cannot be read (a personal code with a letter in it). */
  problem(field: string): string | null;
  /** What the graph said of the whole, or of fields the form has not named in `fields`. */
  others: readonly Problem[];
  /** Somebody changed the object meanwhile (STALE): show both versions. */
  stale: boolean;
  /** Could not be sent at all, or was refused as a whole; what is about a field of the form stands there. */
  faults: readonly Fault[];
  /** Forgets what was said, e.g. when the dialog is closed. */
  reset(): void;
}

interface RawProblem {
  code: string;
  field?: string | null;
  lv: string;
  en: string;
}

/**
 * A mutation by the convention of the graph: every payload has `problems`, asked for as
 * `problems { code field lv: message en: message(language: EN) }` so that a change of language changes what is on the screen.
 * @param fields the input fields that the form shows problems of; those of other fields come in `others`
 */
export function useAct<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  fields: readonly string[] = [],
): Act<Data, Variables> {
  const { language } = useLanguage();
  const [mutate, { loading }] = useMutation(document as TypedDocumentNode<unknown, Record<string, unknown>>);
  const [raw, setRaw] = useState<readonly RawProblem[]>([]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const said = useCallback(
    (one: RawProblem): Problem => ({ code: one.code, field: one.field ?? null, message: one[language] }),
    [language],
  );

  const act = useCallback(
    async (variables: Variables): Promise<Ending<Data>> => {
      setRaw([]);
      setFaults([]);
      let found: readonly Fault[];
      try {
        const { data, error } = await mutate({ variables, errorPolicy: 'all' });
        const problems = problemsOf(data);
        found = faultsOf(error);
        setRaw(problems);
        setFaults(found);
        if (!found.length && !problems.length) return { done: true, data: data as Data };
        return { done: false, problems: problems.map(said), faults: found, data: data as Data };
      } catch (error) {
        found = faultsOf(error);
        setFaults(found);
        return { done: false, problems: [], faults: found };
      }
    },
    [mutate, said],
  );
  const reset = useCallback(() => {
    setRaw([]);
    setFaults([]);
  }, []);
  return useMemo(() => {
    const problems = raw.map(said);
    const isNamed = (name: string | null | undefined, field: string) => name === field || Boolean(name?.endsWith(`.${field}`));
    const isOf = (problem: Problem, field: string) => isNamed(problem.field, field);
    const isAt = (fault: Fault, field: string) => fault.code === 'BAD_USER_INPUT' && isNamed(fault.argument, field);
    const unread = (field: string) => faults.filter((fault) => isAt(fault, field)).map((fault) => textAtField(fault)[language])[0];
    return {
      act,
      busy: loading,
      problem: (field) => problems.find((one) => isOf(one, field))?.message ?? unread(field) ?? null,
      others: problems.filter((one) => one.code !== 'STALE' && !fields.some((field) => isOf(one, field))),
      stale: problems.some((one) => one.code === 'STALE'),
      faults: faults.filter((fault) => !fields.some((field) => isAt(fault, field))),
      reset,
    };
  }, [raw, said, act, loading, faults, reset, fields, language]);
}

/** The problems of every payload of an answer. */
function problemsOf(data: unknown): RawProblem[] {
  if (!data || typeof data !== 'object') return [];
  return Object.values(data).flatMap((payload) => (payload as { problems?: RawProblem[] } | null)?.problems ?? []);
}
