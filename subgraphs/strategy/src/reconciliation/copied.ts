/**
 * When rows are taken for another table's: so many in a row, printed in the same order, alike in the year and in every other year of which both tables have
 * figures, with so many different figures among them that are at least so large. Small figures are alike by chance.
 */
export const copiedRule = { rows: 3, different: 3, atLeast: 10 } as const;

/** The row of a table that another table may tell again, in a row that bears the name of the table. */
export const totalRow = 'total';
