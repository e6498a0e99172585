/** What is known of a facility on a day to come. */
export interface ForecastCounts {
  capacity: number;
  occupied: number;
  reserved: number;
  free: number;
  /** Beds in service; null where people come by day. */
  beds: number | null;
  /** Of those who have or will have a place, how many agreed to have left by that day. */
  leaving: number;
}

/**
 * How many places are free on a day if everybody leaves as agreed: those free for certain and those of who leaves, but never more than capacity and beds allow.
 * It promises nothing: an agreed end moves nobody out.
 */
export function expectedFree({ capacity, occupied, reserved, free, beds, leaving }: ForecastCounts): number {
  const staying = Math.max(0, occupied + reserved - leaving);
  const within = Math.min(capacity, beds ?? capacity) - staying;
  return Math.max(0, free, Math.min(within, free + leaving));
}
