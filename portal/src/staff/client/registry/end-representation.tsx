import { useLazyQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { RepresentationKind } from '../../../gql/staff/graphql.js';
import { graphql } from '../../../gql/staff/index.js';
import { useAct } from '../../../graph/use-act.js';
import { useFormat } from '../../../i18n/language.js';
import { DateField, StaleVersions, TextField, toast, useRequired } from '../../../ui/index.js';
import styles from '../client.module.css';
import { Form } from '../forms/form.js';
import { useReread } from '../forms/use-reread.js';
import { useClientWords } from '../words.js';
import { useRegistryTexts } from './texts.js';

const endMutation = graphql(`
  mutation EndRepresentation($input: EndRepresentationInput!) {
    endRepresentation(input: $input) {
      representation {
        id
        version
        until
      }
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

/** As it is recorded now, looked for on its first day: one that has ended meanwhile is not among those of today. */
const nowQuery = graphql(`
  query RepresentationNow($id: ID!, $on: Date!) {
    person(id: $id) {
      id
      representatives(on: $on) {
        id
        version
        until
        endEvidence
      }
      represents(on: $on) {
        id
        version
        until
        endEvidence
      }
    }
  }
`);

const fields = ['on', 'evidence'] as const;

/** A representation that is to end. */
export interface Ending {
  id: string;
  version: number;
  kind: RepresentationKind;
  from: string;
  /** Who acts, or for whom; as far as it is uncovered. */
  who: string;
  /** The one of the two who is not the client. */
  other: { id: string };
}

interface Now {
  version: number;
  until: string | null;
  endEvidence: string | null;
}

/** Ends somebody's acting for another: from which day on, on what that rests. */
export function EndRepresentation({ ending, today, onClose, onDone }: { ending: Ending; today: string; onClose(): void; onDone(): void }) {
  const t = useRegistryTexts();
  const words = useClientWords();
  const format = useFormat();
  const act = useAct(endMutation, fields);
  const need = useRequired();
  const [ask] = useLazyQuery(nowQuery, { fetchPolicy: 'no-cache' });
  const [version, setVersion] = useState(ending.version);
  const [on, setOn] = useState<string | null>(today);
  const [evidence, setEvidence] = useState('');
  const [now, setNow] = useState<Now | null>(null);
  const reread = useReread();
  const read = async (): Promise<Now | null> => {
    const { data } = await ask({ variables: { id: ending.other.id, on: ending.from } });
    const all = [...(data?.person?.representatives ?? []), ...(data?.person?.represents ?? [])];
    return all.find(({ id }) => id === ending.id) ?? null;
  };
  const send = async (seen: number) => {
    if (!need.check(on, evidence) || !on) return;
    reread.forget();
    const end = await act.act({ input: { id: ending.id, version: seen, on, evidence } });
    if (end.done) {
      toast(t('endedToast'));
      onDone();
      onClose();
    } else if (end.problems.some(({ code }) => code === 'STALE')) await reread.ask(read, setNow);
  };
  const day = (until: string | null) => (until ? format.day(until) : '–');
  const kind = words(`representation.${ending.kind}`);
  return (
    <Form title={t('endTitle')} act={act} send={t('endIt')} unread={reread.again} onSubmit={() => void send(version)} onClose={onClose}>
      <p className={styles.note}>{t('endLead', { kind, who: ending.who, day: format.day(ending.from) })}</p>
      <div className={styles.fields}>
        <DateField label={t('endOn')} required value={on} onChange={setOn} problem={need.problem(on, act.problem('on'))} />
      </div>
      <TextField
        label={t('endBasis')}
        required
        value={evidence}
        onChange={setEvidence}
        hint={t('basisHint')}
        problem={need.problem(evidence, act.problem('evidence'))}
      />
      <StaleVersions
        open={now !== null}
        lines={
          now
            ? [
                { name: t('endOn'), now: day(now.until), mine: day(on), differs: now.until !== on },
                { name: t('endBasis'), now: now.endEvidence ?? '–', mine: evidence, differs: now.endEvidence !== evidence },
              ]
            : []
        }
        onClose={() => setNow(null)}
        onTake={() => {
          onDone();
          onClose();
        }}
        onKeep={() => {
          if (!now) return;
          setVersion(now.version);
          setNow(null);
          void send(now.version);
        }}
      />
    </Form>
  );
}
