import { useState } from 'react';
import { yearInRiga } from '../../format/format.js';
import { classes, Select } from '../../ui/index.js';
import styles from './strategy.module.css';

/** The year that a part of the strategy is looked at in: the last of the plan, or this one while the plan goes on. */
export function useYear(fromYear: number, untilYear: number): [year: number, set: (year: number) => void] {
  const now = yearInRiga();
  return useState(Math.max(fromYear, Math.min(untilYear, now)));
}

/** Chooses a year of a plan, the latest first. */
export function YearSelect({
  label,
  fromYear,
  untilYear,
  value,
  onChange,
}: {
  label: string;
  fromYear: number;
  untilYear: number;
  value: number;
  onChange(year: number): void;
}) {
  const years = Array.from({ length: untilYear - fromYear + 1 }, (_, back) => String(untilYear - back));
  return (
    <div className={classes(styles.choose, 'no-print')}>
      <Select
        label={label}
        choices={years.map((id) => ({ id, label: id }))}
        value={String(value)}
        onChange={(year) => onChange(Number(year))}
      />
    </div>
  );
}
