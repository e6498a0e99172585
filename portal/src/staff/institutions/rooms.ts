/** Beds room by room, in the order in which people count: room 2 before room 10. */
export function roomsOf<Bed extends { name: string; room: string }>(beds: readonly Bed[]): { room: string; beds: Bed[] }[] {
  const rooms = new Map<string, Bed[]>();
  for (const bed of beds) rooms.set(bed.room, [...(rooms.get(bed.room) ?? []), bed]);
  const order = new Intl.Collator('lv', { numeric: true });
  return [...rooms]
    .map(([room, inRoom]) => ({ room, beds: inRoom.sort((a, b) => order.compare(a.name, b.name)) }))
    .sort((a, b) => order.compare(a.room, b.room));
}

/** How a bed stands on a day: free, held, reserved for later, held with the agreed end over (or kept past its day), or kept for somebody
 * who is away. */
export type BedState = 'free' | 'held' | 'reserved' | 'overdue' | 'away';

/** The state of a bed on a day, out of what the graph says of it. */
export function stateOf(
  bed: { placement?: { from: string; until?: string | null } | null; absence?: { keptUntil: string } | null },
  on: string,
): BedState {
  if (!bed.placement) return 'free';
  if (bed.absence) return bed.absence.keptUntil < on ? 'overdue' : 'away';
  if (bed.placement.from > on) return 'reserved';
  return bed.placement.until && bed.placement.until < on ? 'overdue' : 'held';
}
