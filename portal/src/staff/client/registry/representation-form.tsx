import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { dayBefore } from '../../../format/format.js';
import type { RecordRepresentationMutation, RepresentationKind } from '../../../gql/staff/graphql.js';
import { graphql } from '../../../gql/staff/index.js';
import { useAct } from '../../../graph/use-act.js';
import { useFormat } from '../../../i18n/language.js';
import { Button, DateField, Notice, Radios, TextField, toast, useRequired } from '../../../ui/index.js';
import styles from '../client.module.css';
import { Form, type FormProps } from '../forms/form.js';
import { useClientTexts } from '../texts.js';
import { useClientWords } from '../words.js';
import { inOrder } from './household-rows.js';
import { type Found, PersonSearch } from './person-search.js';
import own from './registry.module.css';
import { useRegistryTexts } from './texts.js';

/** Who is near: those of the household are offered before anybody is searched for. */
const nearQuery = graphql(`
  query RepresentationNear($id: ID!) {
    person(id: $id) {
      id
      household {
        id
        reference
        members {
          relation
          person {
            id
            reference
            givenName
            familyName
            age
          }
        }
      }
    }
  }
`);

const recordMutation = graphql(`
  mutation RecordRepresentation($input: RecordRepresentationInput!) {
    recordRepresentation(input: $input) {
      representation {
        id
        kind
        from
        until
        evidence
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

const fields = ['kind', 'representativeId', 'from', 'until', 'evidence'] as const;
const kinds: readonly RepresentationKind[] = ['PARENT', 'GUARDIAN', 'FOSTER_PARENT', 'TRUSTEE'];

type Known = NonNullable<NonNullable<RecordRepresentationMutation['recordRepresentation']>['representation']>;

/** Who acts for the client: in what relation, from when until when, on what it rests. */
export function RepresentationForm({ personId, onClose, onDone }: FormProps) {
  const t = useRegistryTexts();
  const tc = useClientTexts();
  const words = useClientWords();
  const format = useFormat();
  const act = useAct(recordMutation, fields);
  const need = useRequired();
  const { data } = useQuery(nearQuery, { variables: { id: personId }, fetchPolicy: 'no-cache', context: { purpose: t('record') } });
  const [kind, setKind] = useState<RepresentationKind | null>(null);
  const [representative, setRepresentative] = useState<Found | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const [evidence, setEvidence] = useState('');
  const [known, setKnown] = useState<Known | null>(null);
  const household = data?.person?.household;
  const near: Found[] = inOrder(household?.members ?? []).map(({ relation, person: one }) => ({
    id: one.id,
    name: `${one.givenName ?? ''} ${one.familyName ?? ''}`.trim() || (one.reference ?? ''),
    reference: one.reference ?? '',
    age: one.age,
    note: [one.reference, words(`relation.${relation}`), one.age === null ? null : tc('years', { count: one.age })]
      .filter(Boolean)
      .join(' · '),
    household: null,
  }));
  const send = async () => {
    setKnown(null);
    if (!need.check(kind, representative?.id ?? null, from, evidence) || !kind || !representative || !from) return;
    const end = await act.act({ input: { personId, representativeId: representative.id, kind, from, until, evidence } });
    if (end.done) {
      toast(t('recorded'));
      onDone();
      onClose();
    } else setKnown(end.data?.recordRepresentation?.representation ?? null);
  };
  const missing = need.problem(representative?.id ?? null, null) ? t('representativeMissing') : null;
  return (
    <Form title={t('recordTitle')} act={act} onSubmit={() => void send()} onClose={onClose}>
      <p className={styles.note}>{t('recordLead')}</p>
      <Radios
        label={t('kind')}
        required
        choices={kinds.map((one) => ({ id: one, label: words(`representation.${one}`), note: t(`kind.${one}`) }))}
        value={kind}
        onChange={setKind}
        problem={need.problem(kind, act.problem('kind'))}
      />
      {representative ? (
        <div className={own.block}>
          <span className={own.label}>{t('representative')}</span>
          <div className={own.chosen}>
            <span className={own.who}>
              <strong>{representative.name}</strong>
              <span className={own.note}>{representative.note}</span>
            </span>
            <Button small look="quiet" onPress={() => setRepresentative(null)}>
              {t('another')}
            </Button>
          </div>
          {act.problem('representativeId') ? (
            <p className={own.missing} role="alert">
              {act.problem('representativeId')}
            </p>
          ) : null}
        </div>
      ) : (
        <PersonSearch
          label={t('representative')}
          verb={t('pick')}
          verbNamed={(name) => t('pickNamed', { name })}
          without={[personId]}
          offered={near}
          offeredTitle={t('fromHousehold')}
          required
          problem={missing ?? act.problem('representativeId')}
          onPick={setRepresentative}
        />
      )}
      {known ? (
        <Notice tone="warn">
          {t('already', {
            kind: words(`representation.${known.kind}`),
            period: format.period(known.from, known.until && dayBefore(known.until)),
            basis: known.evidence,
          })}
        </Notice>
      ) : null}
      <div className={styles.fields}>
        <DateField label={t('from')} required value={from} onChange={setFrom} problem={need.problem(from, act.problem('from'))} />
        <DateField label={t('until')} value={until} onChange={setUntil} hint={t('open')} problem={act.problem('until')} />
      </div>
      <TextField
        label={t('basis')}
        required
        value={evidence}
        onChange={setEvidence}
        hint={t('basisHint')}
        problem={need.problem(evidence, act.problem('evidence'))}
      />
    </Form>
  );
}
