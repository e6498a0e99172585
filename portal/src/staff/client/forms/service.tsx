import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../../gql/staff/index.js';
import { useAct } from '../../../graph/use-act.js';
import { useFormat } from '../../../i18n/language.js';
import { ComboBox, DateField, toast, useRequired } from '../../../ui/index.js';
import { useActTexts } from '../act-texts.js';
import styles from '../client.module.css';
import { Form, type FormProps } from './form.js';

const typesQuery = graphql(`
  query RequestableServices {
    serviceTypes {
      code
      lv: label
      en: label(language: EN)
    }
  }
`);

const requestMutation = graphql(`
  mutation RequestService($input: RequestServiceInput!) {
    requestService(input: $input) {
      serviceRequest {
        id
        number
        dueOn
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

const fields = ['serviceType', 'requestedOn'] as const;

/** Asks for a service; the graph says by when it is to be decided. */
export function ServiceForm({ personId, today, onClose, onDone }: FormProps & { today: string }) {
  const t = useActTexts();
  const format = useFormat();
  const { data } = useQuery(typesQuery);
  const act = useAct(requestMutation, fields);
  const need = useRequired();
  const [serviceType, setServiceType] = useState<string | null>(null);
  const [requestedOn, setRequestedOn] = useState<string | null>(today);
  const choices = (data?.serviceTypes ?? []).map((one) => ({ id: one.code, label: one[format.language] ?? one.code }));
  choices.sort((a, b) => a.label.localeCompare(b.label, format.language));
  const send = async () => {
    if (!need.check(serviceType, requestedOn) || !serviceType || !requestedOn) return;
    const end = await act.act({ input: { personId, serviceType, requestedOn } });
    if (!end.done) return;
    const dueOn = end.data.requestService?.serviceRequest?.dueOn;
    if (dueOn) toast(t('requested', { day: format.dayShort(dueOn) }));
    onDone();
    onClose();
  };
  return (
    <Form title={t('service')} act={act} onSubmit={() => void send()} onClose={onClose}>
      <ComboBox
        label={t('serviceType')}
        required
        key={data ? 'there' : 'awaited'}
        choices={choices}
        value={serviceType}
        onChange={setServiceType}
        problem={need.problem(serviceType, act.problem('serviceType'))}
      />
      <div className={styles.fields}>
        <DateField
          label={t('requestedOn')}
          required
          value={requestedOn}
          onChange={setRequestedOn}
          problem={need.problem(requestedOn, act.problem('requestedOn'))}
        />
      </div>
    </Form>
  );
}
