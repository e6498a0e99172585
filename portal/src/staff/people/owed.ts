/** Hours of a year against what is asked. */
export interface Hours {
  requiredHours: number;
  hours: number;
  met: boolean;
  citation: string;
}

/** Somebody of whom hours are asked, in a unit. */
export interface Owing {
  employee: { id: string; name?: string | null; kind?: string | null };
  met: boolean;
  training?: Hours | null;
  supervision?: Hours | null;
}

/** Somebody of whom hours are asked, once, with every unit they work in. */
export interface Owed extends Owing {
  units: string[];
}

/** What is asked of one kind of specialist, and who of them lacks hours. */
export interface OwedByKind {
  kind: string;
  owed: Owed[];
  missing: number;
}

const names = new Intl.Collator('lv');

/**
 * Everybody of whom something is asked, by kind of specialist: the kinds with the most who lack hours first, within a kind those who lack hours first,
 * then by name. Somebody with posts in two units is there once.
 */
export function owedByKind(units: readonly { label: string; employees: readonly Owing[] }[]): OwedByKind[] {
  const people = new Map<string, Owed>();
  for (const { label, employees } of units) {
    for (const one of employees) {
      const known = people.get(one.employee.id);
      if (known) known.units.push(label);
      else people.set(one.employee.id, { ...one, units: [label] });
    }
  }
  const kinds = new Map<string, Owed[]>();
  for (const one of people.values()) {
    const kind = one.employee.kind ?? 'OTHER';
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  return [...kinds]
    .map(([kind, owed]) => ({
      kind,
      owed: owed.sort((a, b) => Number(a.met) - Number(b.met) || names.compare(a.employee.name ?? '', b.employee.name ?? '')),
      missing: owed.filter(({ met }) => !met).length,
    }))
    .sort((a, b) => b.missing - a.missing || b.owed.length - a.owed.length);
}

/** How many pieces of work of each kind, and the day of the nearest. */
export function workByKind(
  items: readonly { kind: string; on?: string | null }[],
): { kind: string; count: number; nearest: string | null }[] {
  const kinds = new Map<string, { count: number; nearest: string | null }>();
  for (const { kind, on } of items) {
    const so = kinds.get(kind) ?? { count: 0, nearest: null };
    kinds.set(kind, { count: so.count + 1, nearest: on && (!so.nearest || on < so.nearest) ? on : so.nearest });
  }
  return [...kinds].map(([kind, so]) => ({ kind, ...so }));
}
