import { type ReactNode, useId, useState } from 'react';
import { NumberField as AriaNumberField, TextField as AriaTextField, Group, Input, TextArea } from 'react-aria-components';
import { parseEuro } from '../format/format.js';
import { useFormat } from '../i18n/language.js';
import { classes } from './classes.js';
import styles from './controls.module.css';
import { FieldFoot, FieldLabel, type FieldProps } from './field.js';

/** A field of words. */
export interface TextFieldProps extends FieldProps {
  value: string;
  onChange(value: string): void;
  /** More than one line. */
  long?: boolean;
  maxLength?: number;
  type?: 'text' | 'search' | 'tel' | 'email';
  placeholder?: string;
  autoFocus?: boolean;
  /** What Enter does here instead of sending the form around it. */
  onEnter?(): void;
  /** As HTML knows them: `off` for what belongs to a client. */
  autoComplete?: string;
  name?: string;
}

/** One line or, when `long`, several. */
export function TextField(props: TextFieldProps) {
  const { label, hint, required, problem, disabled, long, maxLength, type = 'text', placeholder, autoComplete = 'off', onEnter } = props;
  return (
    <AriaTextField
      className={styles.field}
      value={props.value}
      onChange={props.onChange}
      isRequired={required}
      isInvalid={Boolean(problem)}
      isDisabled={disabled}
      validationBehavior="aria"
      maxLength={maxLength}
      type={type}
      name={props.name}
      autoFocus={props.autoFocus}
      autoComplete={autoComplete}
      {...(onEnter
        ? {
            onKeyDown: (event) => {
              if (event.key !== 'Enter') return event.continuePropagation();
              event.preventDefault();
              onEnter();
            },
          }
        : {})}
    >
      <FieldLabel label={label} required={required} />
      {long ? (
        <TextArea className={styles.input} placeholder={placeholder} />
      ) : (
        <Input className={styles.input} placeholder={placeholder} />
      )}
      <FieldFoot hint={hint} problem={problem} />
    </AriaTextField>
  );
}

/** A number field; null while nothing is typed. */
export interface NumberFieldProps extends FieldProps {
  value: number | null;
  onChange(value: number | null): void;
  least?: number;
  most?: number;
  step?: number;
  unit?: ReactNode;
}

/** A whole number unless `step` says otherwise; arrows change it, and letters cannot be typed. */
export function NumberField({ label, hint, required, problem, disabled, value, onChange, least, most, step, unit }: NumberFieldProps) {
  return (
    <AriaNumberField
      className={styles.field}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      minValue={least}
      maxValue={most}
      step={step}
      isRequired={required}
      isInvalid={Boolean(problem)}
      isDisabled={disabled}
      validationBehavior="aria"
    >
      <FieldLabel label={label} required={required} />
      <Group className={styles.group}>
        <Input
          className={classes(styles.input, styles.figures)}
          onInput={({ currentTarget: { value: typed } }) => {
            // Known while it is typed, not only when the field is left: a message that went away then would move the button under the pointer.
            if (typed === '') onChange(null);
            else if (/^(0|[1-9]\d{0,2})$/.test(typed)) onChange(Number(typed));
          }}
        />
        {unit ? <span className={styles.unit}>{unit}</span> : null}
      </Group>
      <FieldFoot hint={hint} problem={problem} />
    </AriaNumberField>
  );
}

/** Money: what is typed stays as it is typed until the field is left, and is then written as money. `value` is the decimal string of the graph, or what was typed while it is no money. */
export function MoneyField({ value, onChange, ...field }: FieldProps & { value: string; onChange(value: string): void }) {
  const { language, euro } = useFormat();
  // While somebody types the field shows their own words; the value follows at once, so that leaving the field moves nothing under the pointer.
  const [typed, setTyped] = useState<string | null>(null);
  const unit = useId();
  const shown = /^-?\d+\.\d{2}$/.test(value) ? euro(value).replace(/\s?EUR\s?/u, '') : value;
  const mistyped = value !== '' && parseEuro(value) === null;
  const problem =
    field.problem ??
    (mistyped
      ? language === 'lv'
        ? 'Tā nav summa: rakstiet, piemēram, 109,50.'
        : 'This is not an amount: write, for example, 109.50.'
      : null);
  return (
    <AriaTextField
      className={styles.field}
      value={typed ?? shown}
      onChange={(text) => {
        setTyped(text);
        onChange(text.trim() === '' ? '' : (parseEuro(text) ?? text));
      }}
      isRequired={field.required}
      isInvalid={Boolean(problem)}
      isDisabled={field.disabled}
      validationBehavior="aria"
      autoComplete="off"
      onBlur={() => setTyped(null)}
    >
      <FieldLabel label={field.label} required={field.required} />
      <Group className={styles.group}>
        <Input className={classes(styles.input, styles.figures)} inputMode="decimal" aria-describedby={unit} />
        <span id={unit} className={styles.unit}>
          EUR
        </span>
      </Group>
      <FieldFoot hint={field.hint} problem={problem} />
    </AriaTextField>
  );
}
