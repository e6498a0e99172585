import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useAct } from '../../../graph/use-act.js';
import { useMay } from '../../../shell/may.js';
import { ActNotice, Button, ButtonLink, ComboBox, Dialog, Notice, TextField, toast } from '../../../ui/index.js';
import { useServiceTexts } from '../texts.js';
import type { ShownRequest } from './RequestPage.js';
import { Partners, ReferClient } from './request.queries.js';

const fields = ['organisationId', 'purpose', 'needs'];

/** Offers the client to a partner. Without a consent the graph refuses, and the dialog says what to do. */
export function Refer({ request: { person, serviceType } }: { request: ShownRequest }) {
  const t = useServiceTexts();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const [partner, setPartner] = useState<string | null>(null);
  const [purpose, setPurpose] = useState('');
  const [needs, setNeeds] = useState('');
  const [unconsented, setUnconsented] = useState(false);
  const { data } = useQuery(Partners, { skip: !open });
  const referring = useAct(ReferClient, fields);
  if (!may('referral.make').allowed) return null;
  const partners = (data?.organisations ?? [])
    .filter(({ kind }) => kind !== 'MUNICIPAL')
    .map(({ id, name }) => ({ id, label: name ?? '–' }));
  const close = () => {
    setOpen(false);
    setUnconsented(false);
    referring.reset();
  };
  const send = async () => {
    if (referring.busy || !partner) return;
    const ending = await referring.act({
      input: {
        personId: person.id,
        organisationId: partner,
        serviceType: serviceType.code,
        purpose: purpose.trim(),
        needs: needs.trim() || null,
      },
    });
    setUnconsented(!ending.done && ending.problems.some(({ code }) => code === 'NO_CONSENT'));
    if (!ending.done) return;
    close();
    toast(t('referred'));
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('refer')}</Button>
      <Dialog
        title={t('referTitle')}
        open={open}
        onClose={close}
        onSubmit={() => void send()}
        foot={
          <>
            <Button onPress={close}>{t('cancel')}</Button>
            <Button look="primary" type="submit" isDisabled={!partner || !purpose.trim()}>
              {t('refer')}
            </Button>
          </>
        }
      >
        <p>{t('referLead')}</p>
        <ComboBox
          label={t('partner')}
          choices={partners}
          value={partner}
          onChange={setPartner}
          required
          problem={referring.problem('organisationId')}
        />
        <TextField
          label={t('referPurpose')}
          value={purpose}
          onChange={setPurpose}
          required
          maxLength={500}
          problem={referring.problem('purpose')}
        />
        <TextField label={t('referNeeds')} value={needs} onChange={setNeeds} long maxLength={4000} problem={referring.problem('needs')} />
        {unconsented ? (
          <Notice
            tone="warn"
            title={t('noConsent')}
            action={
              <ButtonLink small href={`/clients/${person.id}`}>
                {t('openClient')}
              </ButtonLink>
            }
          >
            {t('noConsentLead')}
          </Notice>
        ) : null}
        <ActNotice act={{ others: referring.others.filter(({ code }) => code !== 'NO_CONSENT'), faults: referring.faults }} />
      </Dialog>
    </>
  );
}
