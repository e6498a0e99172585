import { Check, ChevronDown, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Checkbox as AriaCheckbox,
  ComboBox as AriaComboBox,
  Radio as AriaRadio,
  RadioGroup as AriaRadioGroup,
  Select as AriaSelect,
  Group,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { plain } from '../format/format.js';
import { classes } from './classes.js';
import styles from './controls.module.css';
import { FieldFoot, FieldLabel, type FieldProps } from './field.js';
import { useUiTexts } from './texts.js';

/** One thing that can be chosen. */
export interface Choice<Id extends string = string> {
  id: Id;
  label: string;
  /** A second line. */
  note?: string;
}

function Options<Id extends string>({ choices }: { choices: readonly Choice<Id>[] }) {
  const t = useUiTexts();
  return (
    <Popover className={styles.popover} offset={4}>
      <ListBox className={styles.list} items={choices} renderEmptyState={() => <div className={styles.option}>{t('nothingFound')}</div>}>
        {({ id, label, note }) => (
          <ListBoxItem id={id} textValue={label} className={styles.option}>
            <span>{label}</span>
            {note ? <span className={styles.note}>{note}</span> : null}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}

/** One of few; typing a first letter finds it. */
export function Select<Id extends string>({
  label,
  hint,
  required,
  problem,
  disabled,
  choices,
  value,
  onChange,
}: FieldProps & { choices: readonly Choice<Id>[]; value: Id | null; onChange(value: NoInfer<Id>): void }) {
  const t = useUiTexts();
  return (
    <AriaSelect
      className={styles.field}
      value={value}
      onChange={(key) => key !== null && onChange(key as Id)}
      isRequired={required}
      isInvalid={Boolean(problem)}
      isDisabled={disabled}
      validationBehavior="aria"
      placeholder={t('choose')}
    >
      <FieldLabel label={label} required={required} />
      <AriaButton className={classes(styles.button, styles.select)}>
        <SelectValue className={styles.value} />
        <ChevronDown size={16} aria-hidden="true" />
      </AriaButton>
      <FieldFoot hint={hint} problem={problem} />
      <Options choices={choices} />
    </AriaSelect>
  );
}

/** One of many: found by any part of its name, diacritics aside. */
export function ComboBox<Id extends string>({
  label,
  hint,
  required,
  problem,
  disabled,
  choices,
  value,
  onChange,
}: FieldProps & { choices: readonly Choice<Id>[]; value: Id | null; onChange(value: NoInfer<Id> | null): void }) {
  const t = useUiTexts();
  return (
    <AriaComboBox
      className={styles.field}
      value={value}
      onChange={(key) => onChange(key as Id | null)}
      defaultItems={choices}
      defaultFilter={(text, typed) => plain(text).includes(plain(typed))}
      isRequired={required}
      isInvalid={Boolean(problem)}
      isDisabled={disabled}
      validationBehavior="aria"
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <FieldLabel label={label} required={required} />
      <Group className={styles.group}>
        <Input className={styles.input} placeholder={t('choose')} />
        <AriaButton className={styles.trigger}>
          <ChevronDown size={16} aria-hidden="true" />
        </AriaButton>
      </Group>
      <FieldFoot hint={hint} problem={problem} />
      <Options choices={choices} />
    </AriaComboBox>
  );
}

/** Yes or no. */
export function Checkbox({
  children,
  value,
  onChange,
  disabled,
  some,
}: {
  children: ReactNode;
  value: boolean;
  onChange(value: boolean): void;
  disabled?: boolean /** Some of several, and not all. */;
  some?: boolean;
}) {
  return (
    <AriaCheckbox className={styles.check} isSelected={value} isIndeterminate={some} onChange={onChange} isDisabled={disabled}>
      <span className={styles.box}>{some ? <Minus size={13} strokeWidth={3} /> : value ? <Check size={13} strokeWidth={3} /> : null}</span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}

/** One of few, all of them in sight. */
export function Radios<Id extends string>({
  label,
  hint,
  required,
  problem,
  disabled,
  choices,
  value,
  onChange,
}: FieldProps & { choices: readonly Choice<Id>[]; value: Id | null; onChange(value: NoInfer<Id>): void }) {
  return (
    <AriaRadioGroup
      className={styles.field}
      value={value}
      onChange={(next) => onChange(next as Id)}
      isRequired={required}
      isInvalid={Boolean(problem)}
      isDisabled={disabled}
      validationBehavior="aria"
    >
      <FieldLabel label={label} required={required} />
      {choices.map(({ id, label: text, note }) => (
        <AriaRadio key={id} value={id} className={styles.check}>
          {({ isSelected }) => (
            <>
              <span className={classes(styles.box, styles.round)}>{isSelected ? <Check size={12} strokeWidth={3} /> : null}</span>
              <span>
                {text}
                {note ? <span className={styles.note}> {note}</span> : null}
              </span>
            </>
          )}
        </AriaRadio>
      ))}
      <FieldFoot hint={hint} problem={problem} />
    </AriaRadioGroup>
  );
}
