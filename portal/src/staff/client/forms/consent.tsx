import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { ConsentCapacity, ConsentScope } from '../../../gql/staff/graphql.js';
import { graphql } from '../../../gql/staff/index.js';
import { useAct } from '../../../graph/use-act.js';
import { Checkbox, ComboBox, DateField, Select, TextField, toast, useRequired } from '../../../ui/index.js';
import { useActTexts } from '../act-texts.js';
import styles from '../client.module.css';
import { useClientWords } from '../words.js';
import { Form, type FormProps } from './form.js';

const choicesQuery = graphql(`
  query ConsentChoices($id: ID!) {
    organisations {
      id
      name
      kind
    }
    person(id: $id) {
      id
      representatives {
        id
        kind
        representative {
          id
          reference
        }
      }
    }
  }
`);

const giveMutation = graphql(`
  mutation GiveConsent($input: GiveConsentInput!) {
    giveConsent(input: $input) {
      consent {
        id
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

const fields = ['organisationId', 'purpose', 'scopes', 'from', 'until', 'givenById', 'capacity'] as const;
const scopes: readonly ConsentScope[] = ['IDENTITY', 'CONTACT', 'NEEDS', 'PLAN', 'DELIVERY'];
const capacities: readonly ConsentCapacity[] = ['SELF', 'PARENT', 'GUARDIAN', 'TRUSTEE'];

/** Opens parts of the file to an organisation for a time and a purpose. */
export function ConsentForm({ personId, today, onClose, onDone }: FormProps & { today: string }) {
  const t = useActTexts();
  const words = useClientWords();
  const { data } = useQuery(choicesQuery, { variables: { id: personId } });
  const act = useAct(giveMutation, fields);
  const need = useRequired();
  const [organisation, setOrganisation] = useState<string | null>(null);
  const [purpose, setPurpose] = useState('');
  const [chosen, setChosen] = useState<readonly ConsentScope[]>([]);
  const [from, setFrom] = useState<string | null>(today);
  const [until, setUntil] = useState<string | null>(null);
  const [capacity, setCapacity] = useState<ConsentCapacity>('SELF');
  const [giver, setGiver] = useState<string | null>(null);
  const representatives = data?.person?.representatives ?? [];
  const send = async () => {
    if (
      !need.check(organisation, purpose, from, until, chosen.length || null, capacity === 'SELF' ? capacity : giver) ||
      !organisation ||
      !from ||
      !until
    )
      return;
    const givenById = capacity === 'SELF' ? null : giver;
    const end = await act.act({
      input: { personId, organisationId: organisation, purpose, scopes: [...chosen], from, until, capacity, givenById },
    });
    if (!end.done) return;
    toast(t('consentGiven'));
    onDone();
    onClose();
  };
  const noScopes = need.problem(chosen.length || null, act.problem('scopes')) && (act.problem('scopes') ?? t('scopesMissing'));
  const toggle = (scope: ConsentScope, on: boolean) => setChosen(on ? [...chosen, scope] : chosen.filter((one) => one !== scope));
  return (
    <Form title={t('consent')} act={act} onSubmit={() => void send()} onClose={onClose}>
      <ComboBox
        label={t('organisation')}
        required
        key={data?.organisations ? 'there' : 'awaited'}
        choices={(data?.organisations ?? []).map(({ id, name }) => ({ id, label: name ?? id }))}
        value={organisation}
        onChange={setOrganisation}
        problem={need.problem(organisation, act.problem('organisationId'))}
      />
      <TextField
        label={t('purpose')}
        required
        value={purpose}
        onChange={setPurpose}
        hint={t('purposeHint')}
        problem={need.problem(purpose, act.problem('purpose'))}
      />
      <fieldset className={styles.group}>
        <legend>{t('scopes')}</legend>
        {scopes.map((scope) => (
          <Checkbox key={scope} value={chosen.includes(scope)} onChange={(on) => toggle(scope, on)}>
            {words(`scope.${scope}`)}
          </Checkbox>
        ))}
        {noScopes ? <p role="alert">{noScopes}</p> : null}
      </fieldset>
      <div className={styles.fields}>
        <DateField label={t('from')} required value={from} onChange={setFrom} problem={need.problem(from, act.problem('from'))} />
        <DateField label={t('until')} required value={until} onChange={setUntil} problem={need.problem(until, act.problem('until'))} />
      </div>
      <div className={styles.fields}>
        <Select
          label={t('capacity')}
          choices={capacities.map((one) => ({ id: one, label: words(`capacity.${one}`) }))}
          value={capacity}
          onChange={setCapacity}
          problem={act.problem('capacity')}
        />
        {capacity === 'SELF' ? null : (
          <Select
            label={t('giver')}
            required
            choices={representatives.map((one) => ({
              id: one.representative.id,
              label: one.representative.reference ?? one.representative.id,
              note: words(`representation.${one.kind}`),
            }))}
            value={giver}
            onChange={setGiver}
            problem={need.problem(giver, act.problem('givenById'))}
          />
        )}
      </div>
    </Form>
  );
}
