import { useApolloClient } from '@apollo/client/react';
import { Eye, EyeOff } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { Button } from '../../../ui/index.js';
import { HouseholdNames } from './page.queries.js';
import { usePageTexts } from './texts.js';

/** Who somebody is, once it has been asked for. */
export interface Identity {
  name: string;
  personalCode: string | null;
  phone: string | null;
}

interface Names {
  /** Null while nobody has asked. */
  of: ReadonlyMap<string, Identity> | null;
  busy: boolean;
  failed: boolean;
  ask(): Promise<void>;
  hide(): void;
}

const NamesContext = createContext<Names>({ of: null, busy: false, failed: false, ask: async () => {}, hide: () => {} });

/** The names of this household, as long as they are shown. */
export const useNames = (): Names => useContext(NamesContext);

/**
 * Holds the names of a household while they are shown. They are not kept: each time they are asked for, the graph is asked and writes it into the audit.
 */
export function NamesProvider({
  householdId,
  applicantId,
  on,
  children,
}: {
  householdId: string;
  applicantId: string;
  on: string;
  children: ReactNode;
}) {
  const client = useApolloClient();
  const [of, setOf] = useState<ReadonlyMap<string, Identity> | null>(null);
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const ask = useCallback(async () => {
    setState('busy');
    const { data } = await client
      .query({ query: HouseholdNames, variables: { id: householdId, applicant: applicantId, on }, fetchPolicy: 'no-cache' })
      .catch(() => ({ data: undefined }));
    const people = [data?.person, ...(data?.household?.members ?? []).map(({ person }) => ({ ...person, phone: undefined }))].filter(
      (one) => one?.familyName,
    );
    setState(people.length ? 'idle' : 'failed');
    if (!people.length) return;
    const found = new Map<string, Identity>();
    for (const one of people) {
      if (!one || found.has(one.id)) continue;
      found.set(one.id, { name: `${one.givenName} ${one.familyName}`, personalCode: one.personalCode ?? null, phone: one.phone ?? null });
    }
    setOf(found);
  }, [client, householdId, applicantId, on]);
  const hide = useCallback(() => setOf(null), []);
  const names = useMemo(() => ({ of, busy: state === 'busy', failed: state === 'failed', ask, hide }), [of, state, ask, hide]);
  return <NamesContext.Provider value={names}>{children}</NamesContext.Provider>;
}

/** Shows and hides the names of the household. The button says beforehand that asking is written down. */
export function NamesButton() {
  const t = usePageTexts();
  const { of, busy, ask, hide } = useNames();
  if (of) {
    return (
      <Button small look="quiet" icon={<EyeOff size={15} aria-hidden="true" />} onPress={hide}>
        {t('hideNames')}
      </Button>
    );
  }
  return (
    <Button
      small
      icon={<Eye size={15} aria-hidden="true" />}
      isDisabled={busy}
      onPress={() => void ask()}
      aria-label={`${t('showNames')}. ${t('audited')}`}
    >
      {t('showNames')}
    </Button>
  );
}

/** A person by name where names are shown, and else by reference. */
export function Who({ person: { id, reference } }: { person: { id: string; reference?: string | null } }) {
  const name = useNames().of?.get(id)?.name;
  return <span data-person={id}>{name ?? reference ?? '–'}</span>;
}
