import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import styles from './controls.module.css';
import { useUiTexts } from './texts.js';

/** What every field has: its name, a hint, whether it must be filled in, and what the graph said about it. */
export interface FieldProps {
  label: string;
  hint?: ReactNode;
  required?: boolean;
  /** What is wrong, as the graph said it; from `act.problem('field')`. */
  problem?: string | null;
  disabled?: boolean;
}

/** Name of a field with the mark that it is required. */
export function FieldLabel({ label, required }: Pick<FieldProps, 'label' | 'required'>) {
  const t = useUiTexts();
  return (
    <Label className={styles.label}>
      {label}
      {required ? (
        <span className={styles.required} title={t('required')} aria-hidden="true">
          {' '}
          *
        </span>
      ) : null}
    </Label>
  );
}

/** Hint and problem below a field. */
export function FieldFoot({ hint, problem }: Pick<FieldProps, 'hint' | 'problem'>) {
  return (
    <>
      {hint ? (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={styles.problem}>
        {problem ? (
          <>
            <CircleAlert size={13} aria-hidden="true" />
            <span>{problem}</span>
          </>
        ) : null}
      </FieldError>
    </>
  );
}
