/** What is counted of a facility on a day. */
export interface OccupancyCounts {
  capacity: number;
  /** Placements that have begun and hold on the day. */
  placed: number;
  /** Placements that have yet to begin and hold on the day. */
  reserved: number;
  /** Persons who sleep there that night without a placement there. */
  nights: number;
  /** Beds in service that nobody holds; null where the facility has none because people come by day. */
  freeBeds: number | null;
}

/**
 * Occupied and free places. Capacity is what the register allows, beds are what stands there: a place is free only within both.
 * Whoever sleeps a night without a placement takes a bed that night which no placement holds.
 */
export function occupancyOf({ capacity, placed, reserved, nights, freeBeds }: OccupancyCounts): { occupied: number; free: number } {
  const occupied = placed + nights;
  const within = capacity - occupied - reserved;
  const free = freeBeds === null ? within : Math.min(within, freeBeds - nights);
  return { occupied, free: Math.max(0, free) };
}
