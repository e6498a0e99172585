import { useQuery } from '@apollo/client/react';
import { graphql } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { ComboBox } from '../../ui/index.js';
import { usePeopleTexts } from './texts.js';

const unitsQuery = graphql(`
  query PeopleUnits {
    units {
      id
      lv: label
      en: label(language: EN)
      vacancies
    }
  }
`);

/** Chooses a unit; says how much is vacant in each. */
export function UnitSelect({
  value,
  onChange,
  problem,
}: {
  value: string | null;
  onChange(value: string | null): void;
  problem: string | null;
}) {
  const t = usePeopleTexts();
  const format = useFormat();
  const { data } = useQuery(unitsQuery);
  if (!data?.units) return null;
  return (
    <ComboBox
      label={t('unit')}
      required
      choices={data.units.map((unit) => ({
        id: unit.id,
        label: unit[format.language],
        note: `${t('vacant')}: ${format.number(unit.vacancies, 2)}`,
      }))}
      value={value}
      onChange={onChange}
      problem={problem}
    />
  );
}
