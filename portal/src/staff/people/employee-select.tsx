import { useFormat } from '../../i18n/language.js';
import { ComboBox } from '../../ui/index.js';
import { usePeopleTexts } from './texts.js';
import { useAllEmployees } from './use-all-employees.js';

/** Chooses an employee by any part of the name, with what they are and where they work. */
export function EmployeeSelect({
  label,
  hint,
  required,
  without,
  value,
  onChange,
  problem,
}: {
  label: string;
  hint?: string;
  required?: boolean;
  /** Who is not offered: the one it is about. */
  without: string | null;
  value: string | null;
  onChange(value: string | null): void;
  problem: string | null;
}) {
  const t = usePeopleTexts();
  const { language } = useFormat();
  const { employees, total } = useAllEmployees();
  // Choices are taken once: they are shown when all of them are there.
  if (!employees || (total !== null && employees.length < total)) return null;
  return (
    <ComboBox
      label={label}
      hint={hint}
      required={required}
      choices={employees
        .filter(({ id }) => id !== without)
        .map(({ id, name, kind, unit }) => ({
          id,
          label: name ?? '',
          note: [kind ? t(`kind.${kind}`) : null, unit?.[language]].filter(Boolean).join(' · '),
        }))}
      value={value}
      onChange={onChange}
      problem={problem}
    />
  );
}
