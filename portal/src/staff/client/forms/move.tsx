import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../../gql/staff/index.js';
import { useAct } from '../../../graph/use-act.js';
import { useFormat } from '../../../i18n/language.js';
import { ComboBox, DateField, TextField, toast, useRequired } from '../../../ui/index.js';
import { useActTexts } from '../act-texts.js';
import styles from '../client.module.css';
import { Form, type FormProps } from './form.js';

const municipalitiesQuery = graphql(`
  query MoveMunicipalities {
    viewer {
      municipality {
        code
      }
    }
    municipalities {
      code
      lv: label
      en: label(language: EN)
    }
  }
`);

const moveMutation = graphql(`
  mutation MoveResidence($input: MoveResidenceInput!) {
    moveResidence(input: $input) {
      person {
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

const fields = ['municipality', 'address', 'since'] as const;

/** A change of the declared residence. */
export function MoveForm({ personId, onClose, onDone }: FormProps) {
  const t = useActTexts();
  const { language } = useFormat();
  const { data } = useQuery(municipalitiesQuery);
  const act = useAct(moveMutation, fields);
  const need = useRequired();
  const [municipality, setMunicipality] = useState<string | null>(null);
  const [address, setAddress] = useState('');
  const [since, setSince] = useState<string | null>(null);
  const chosen = municipality ?? data?.viewer?.municipality?.code ?? null;
  const send = async () => {
    if (!need.check(chosen, address, since) || !chosen || !since) return;
    const end = await act.act({ input: { personId, municipality: chosen, address, since } });
    if (!end.done) return;
    toast(t('moved'));
    onDone();
    onClose();
  };
  return (
    <Form title={t('move')} act={act} onSubmit={() => void send()} onClose={onClose}>
      {data?.municipalities ? (
        <ComboBox
          label={t('municipality')}
          required
          choices={data.municipalities.map((one) => ({ id: one.code, label: one[language] ?? one.code }))}
          value={chosen}
          onChange={setMunicipality}
          problem={need.problem(chosen, act.problem('municipality'))}
        />
      ) : null}
      <TextField
        label={t('address')}
        required
        value={address}
        onChange={setAddress}
        problem={need.problem(address, act.problem('address'))}
      />
      <div className={styles.fields}>
        <DateField label={t('since')} required value={since} onChange={setSince} problem={need.problem(since, act.problem('since'))} />
      </div>
    </Form>
  );
}
