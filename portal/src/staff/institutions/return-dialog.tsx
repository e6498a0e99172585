import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { ActNotice, Button, DateField, Dialog, Radios, toast, useRequired } from '../../ui/index.js';
import type { HeldBed } from './facility-query.js';
import { StaleNotice } from './stale-notice.js';
import { useStayTexts } from './stay-texts.js';
import { useInstitutionsTexts } from './texts.js';
import { today } from './today.js';

const changeMutation = graphql(`
  mutation ChangePlacementAbsence($input: ChangeAbsenceInput!) {
    changeAbsence(input: $input) {
      placement {
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

const fields = ['returnedOn', 'keptUntil'] as const;
const whats = ['returned', 'longer'] as const;

/** Somebody who was away is back, or the bed is kept for longer. */
export function ReturnDialog({
  bed,
  onClose,
  onDone,
  onStale,
}: {
  bed: HeldBed & { absence: NonNullable<HeldBed['absence']> };
  onClose(): void;
  onDone(): void;
  onStale(): void;
}) {
  const t = useStayTexts();
  const words = useInstitutionsTexts();
  const format = useFormat();
  const change = useAct(changeMutation, fields);
  const required = useRequired();
  const { id, version, keptUntil: kept } = bed.absence;
  const [what, setWhat] = useState<(typeof whats)[number]>('returned');
  const [returnedOn, setReturnedOn] = useState<string | null>(today());
  const [keptUntil, setKeptUntil] = useState<string | null>(kept);
  const person = bed.placement.person.reference ?? '';
  const value = what === 'returned' ? returnedOn : keptUntil;
  const send = async () => {
    if (change.busy || !required.check(value) || !value) return;
    const ending = await change.act({ input: { id, version, ...(what === 'returned' ? { returnedOn: value } : { keptUntil: value }) } });
    if (!ending.done) return;
    toast(what === 'returned' ? t('returned', { person }) : t('keptLonger', { day: format.dayShort(value) }));
    onDone();
  };
  return (
    <Dialog
      title={t('returnTitle', { person })}
      open
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onPress={onClose}>{words('cancel')}</Button>
          <Button look="primary" type="submit">
            {words('save')}
          </Button>
        </>
      }
    >
      <Radios<(typeof whats)[number]>
        label={t('what')}
        choices={whats.map((one) => ({ id: one, label: t(`what.${one}`) }))}
        value={what}
        onChange={(next) => {
          setWhat(next);
          change.reset();
        }}
      />
      {what === 'returned' ? (
        <DateField
          key="returned"
          label={t('returnedOn')}
          value={returnedOn}
          onChange={setReturnedOn}
          required
          problem={required.problem(returnedOn, change.problem('returnedOn'))}
        />
      ) : (
        <DateField
          key="longer"
          label={t('keptUntil')}
          hint={t('keptLongerHint', { day: format.dayShort(kept) })}
          value={keptUntil}
          onChange={setKeptUntil}
          required
          problem={required.problem(keptUntil, change.problem('keptUntil'))}
        />
      )}
      {change.stale ? <StaleNotice onAgain={onStale} /> : null}
      <ActNotice act={change} />
    </Dialog>
  );
}
