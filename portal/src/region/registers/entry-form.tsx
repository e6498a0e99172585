import { useState } from 'react';
import { dayOf } from '../../format/format.js';
import type { RegionRegister } from '../../gql/region/graphql.js';
import { graphql } from '../../gql/region/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, type Choice, ComboBox, DateField, Dialog, TextField, toast } from '../../ui/index.js';
import { useRegistersTexts } from './texts.js';

const enterMutation = graphql(`
  mutation EnterRegionEntry($input: EnterRegionEntryInput!) {
    enterRegionEntry(input: $input) {
      entry {
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

const fields = ['name', 'description', 'municipality', 'serviceType', 'projectId', 'source', 'from'] as const;

/** What can be chosen in the form, in the language of the screen. */
export interface EntryChoices {
  towns: readonly Choice[];
  serviceTypes: readonly Choice[];
  projects: readonly Choice[];
}

const blank = { name: '', description: '', municipality: null, serviceType: null, projectId: null, source: '' };

/** A new entry of a register. What was typed stays until it is saved. */
export function EntryForm({ kind, choices, onEntered }: { kind: RegionRegister; choices: EntryChoices; onEntered(): void }) {
  const t = useRegistersTexts();
  const act = useAct(enterMutation, fields);
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState<string | null>(dayOf(new Date().toISOString()));
  const [form, setForm] = useState<typeof blank | Record<keyof typeof blank, string | null>>(blank);
  const set = (field: keyof typeof blank) => (value: string | null) => setForm((before) => ({ ...before, [field]: value }));
  const submit = async () => {
    const { name, description, municipality, serviceType, projectId, source } = form;
    const input = {
      kind,
      name: name ?? '',
      description: description || null,
      municipality,
      serviceType: kind === 'SERVICE' ? serviceType : null,
      projectId: kind === 'PROJECT' ? projectId : null,
      source: source ?? '',
      from: from ?? '',
    };
    const { done } = await act.act({ input });
    if (!done) return;
    toast(t('entered'));
    setOpen(false);
    setForm(blank);
    onEntered();
  };
  return (
    <>
      <Button
        small
        look="primary"
        onPress={() => {
          act.reset();
          setOpen(true);
        }}
      >
        {t(`new.${kind}`)}
      </Button>
      <Dialog
        title={t(`new.${kind}`)}
        open={open}
        onClose={() => setOpen(false)}
        onSubmit={() => void submit()}
        foot={
          <>
            <Button onPress={() => setOpen(false)}>{t('cancel')}</Button>
            <Button look="primary" type="submit" isDisabled={act.busy || !from}>
              {t('save')}
            </Button>
          </>
        }
      >
        <ActNotice act={act} />
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          value={form.name ?? ''}
          onChange={set('name')}
          problem={act.problem('name')}
          required
          autoFocus
        />
        {kind === 'SERVICE' ? (
          <ComboBox
            label={t('serviceType')}
            choices={choices.serviceTypes}
            value={form.serviceType}
            onChange={set('serviceType')}
            problem={act.problem('serviceType')}
          />
        ) : null}
        {kind === 'PROJECT' && choices.projects.length ? (
          <ComboBox
            label={t('projectId')}
            choices={choices.projects}
            value={form.projectId}
            onChange={set('projectId')}
            problem={act.problem('projectId')}
          />
        ) : null}
        <ComboBox
          label={t('municipality')}
          hint={t('townHint')}
          choices={choices.towns}
          value={form.municipality}
          onChange={set('municipality')}
          problem={act.problem('municipality')}
        />
        <TextField
          label={t('description')}
          value={form.description ?? ''}
          onChange={set('description')}
          problem={act.problem('description')}
          long
        />
        <TextField
          label={t('source')}
          hint={t('sourceHint')}
          value={form.source ?? ''}
          onChange={set('source')}
          problem={act.problem('source')}
          required
        />
        <DateField label={t('from')} value={from} onChange={setFrom} problem={act.problem('from')} required />
      </Dialog>
    </>
  );
}
