import { parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import {
  Button as AriaButton,
  DateField as AriaDateInputField,
  DatePicker as AriaDatePicker,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from 'react-aria-components';
import styles from './controls.module.css';
import { FieldFoot, FieldLabel, type FieldProps } from './field.js';
import { useUiTexts } from './texts.js';

/** A day, `YYYY-MM-DD` or null. Typed in digits, moved by arrows, or picked in the calendar. */
export interface DateFieldProps extends FieldProps {
  value: string | null;
  onChange(value: string | null): void;
  /** Not before and not after, `YYYY-MM-DD`. */
  earliest?: string;
  latest?: string;
  /** Without the calendar: for days long past, birth dates above all. */
  typedOnly?: boolean;
}

const dateOf = (day: string | null | undefined) => (day ? parseDate(day.slice(0, 10)) : null);

/** A field for a day. */
export function DateField({ label, hint, required, problem, disabled, value, onChange, earliest, latest, typedOnly }: DateFieldProps) {
  const t = useUiTexts();
  const shared = {
    className: styles.field,
    value: dateOf(value),
    onChange: (next: { toString(): string } | null) => onChange(next ? next.toString() : null),
    minValue: dateOf(earliest),
    maxValue: dateOf(latest),
    isRequired: required,
    isDisabled: disabled,
    isInvalid: problem ? true : undefined,
    validationBehavior: 'aria' as const,
    shouldForceLeadingZeros: true,
  };
  const segments = (
    <DateInput className={styles.segments}>{(segment) => <DateSegment segment={segment} className={styles.segment} />}</DateInput>
  );
  if (typedOnly) {
    return (
      <AriaDateInputField {...shared}>
        <FieldLabel label={label} required={required} />
        <div className={styles.group}>{segments}</div>
        <FieldFoot hint={hint} problem={problem} />
      </AriaDateInputField>
    );
  }
  return (
    <AriaDatePicker {...shared}>
      <FieldLabel label={label} required={required} />
      <Group className={styles.group}>
        {segments}
        <AriaButton className={styles.trigger}>
          <CalendarDays size={16} aria-hidden="true" />
        </AriaButton>
      </Group>
      <FieldFoot hint={hint} problem={problem} />
      <Popover className={styles.popover}>
        <Dialog className={styles.calendar} aria-label={t('calendar')}>
          <Calendar>
            <header>
              <AriaButton slot="previous" className={styles.trigger}>
                <ChevronLeft size={16} aria-hidden="true" />
              </AriaButton>
              <Heading />
              <AriaButton slot="next" className={styles.trigger}>
                <ChevronRight size={16} aria-hidden="true" />
              </AriaButton>
            </header>
            <CalendarGrid>{(date) => <CalendarCell date={date} className={styles.day} />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </AriaDatePicker>
  );
}
