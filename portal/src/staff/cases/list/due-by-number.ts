/** Something that is due, as far as the list of cases shows it. */
export interface Due {
  number: string;
  dueOn: string;
}

/** What is due of a case: the first day, and how much of it is late. */
export interface CaseDue {
  first: string;
  late: number;
}

/** What is due by the number of the case: the earliest day, and how many of the days have passed. */
export function dueByNumber(overdue: readonly Due[], thisWeek: readonly Due[]): ReadonlyMap<string, CaseDue> {
  const found = new Map<string, CaseDue>();
  const put = (items: readonly Due[], late: number) => {
    for (const { number, dueOn } of items) {
      const known = found.get(number);
      found.set(number, { first: known && known.first < dueOn ? known.first : dueOn, late: (known?.late ?? 0) + late });
    }
  };
  put(overdue, 1);
  put(thisWeek, 0);
  return found;
}
