import { type FormEvent, useRef, useState } from 'react';
import type { Label } from '../../format/format.js';
import { dayOf } from '../../format/format.js';
import { Button, DateField, NumberField, Select } from '../../ui/index.js';
import { useDeliveryQueue } from '../queue/use-queue.js';
import { units, usePartnerWords } from '../words.js';
import styles from './referral.module.css';
import { useReferralTexts } from './texts.js';

interface Typed {
  key: string;
  on: string | null;
  units: number | null;
  unit: string | null;
}

/**
 * The form for what was delivered. Its key is made with the form and only changes when something is typed after sending: a second click, or Enter held
 * too long, sends what is in the queue already and so nothing.
 */
export function Record({ referralId, service, usualUnit }: { referralId: string; service: Label; usualUnit: string | null }) {
  const t = useReferralTexts();
  const words = usePartnerWords();
  const { queue } = useDeliveryQueue();
  const today = dayOf(new Date().toISOString());
  const [typed, setTyped] = useState<Typed>(() => ({ key: crypto.randomUUID(), on: today, units: 1, unit: usualUnit }));
  const [asked, setAsked] = useState(false);
  // What is in the fields at this moment: Enter in the number field changes it and submits in one go.
  const latest = useRef(typed);
  const form = useRef<HTMLFormElement>(null);

  const change = (part: Partial<Typed>) => {
    const isSent = queue.entries().some(({ key }) => key === latest.current.key);
    latest.current = { ...latest.current, ...part, ...(isSent ? { key: crypto.randomUUID() } : {}) };
    setTyped(latest.current);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { key, on, units: count, unit } = latest.current;
    if (queue.entries().some((entry) => entry.key === key)) return;
    if (!on || count === null || !unit) {
      setAsked(true);
      return;
    }
    setAsked(false);
    void queue.add({ key, referralId, service, on, units: count, unit });
    latest.current = { ...latest.current, units: null };
    setTyped(latest.current);
    form.current?.querySelector<HTMLInputElement>('input[inputmode]')?.focus();
  };
  const missing = (value: unknown) => (asked && (value === null || value === undefined) ? t('missing') : null);
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <DateField label={t('on')} value={typed.on} onChange={(on) => change({ on })} latest={today} required problem={missing(typed.on)} />
      <NumberField
        label={t('units')}
        value={typed.units}
        onChange={(count) => change({ units: count })}
        least={0}
        required
        problem={missing(typed.units)}
      />
      <Select
        label={t('unit')}
        value={typed.unit}
        onChange={(unit) => change({ unit })}
        required
        problem={missing(typed.unit)}
        choices={units.map((unit) => ({ id: unit, label: words(`unit.${unit}`, { count: typed.units ?? 1 }) }))}
      />
      <div className={styles.send}>
        <Button look="primary" type="submit">
          {t('add')}
        </Button>
      </div>
      <p className={styles.hint}>{t('addHint')}</p>
    </form>
  );
}
