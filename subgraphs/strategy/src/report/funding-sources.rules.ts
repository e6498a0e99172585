import { type CountingRuleDefinition, countingRule } from '@atbalsts/graphql';
import { type Label, reportTable } from '@atbalsts/reference';

/** Key of the table that the budget fills. */
export const fundingTable = 'funding-sources';

/** Rows of the budget: those of funding-sources but its total. */
export const budgetRows: readonly { key: string; label: Label }[] = reportTable(fundingTable).rows.filter((row) => row.key !== 'total');

const bookings = `select sum(amount) / 100.0 from budget_entry where municipality = :municipality and year = :year and kind = 'EXECUTED' and source = 'MUNICIPAL'`;

/** Municipal funding by purpose: bookings of the executed budget that the municipality paid. A purpose without a booking has no figure. */
export const fundingSourcesRules: readonly CountingRuleDefinition[] = [
  ...budgetRows.map(({ key, label }) =>
    countingRule(
      fundingTable,
      key,
      {
        lv: `Gada izpildes grāmatojumu summa no pašvaldības līdzekļiem: ${label.lv}`,
        en: `Sum of the year's executed bookings from municipal funds: ${label.en}`,
      },
      `${bookings} and row_key = '${key}'`,
    ),
  ),
  countingRule(
    fundingTable,
    'total',
    {
      lv: 'Visu gada izpildes grāmatojumu summa no pašvaldības līdzekļiem',
      en: "Sum of all the year's executed bookings from municipal funds",
    },
    bookings,
  ),
];
