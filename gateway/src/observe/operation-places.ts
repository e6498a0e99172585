import type { Clock } from '../limits/rate-limit.js';

/** How many operations of one audience the metrics tell apart, and how many of those places one client may bring. */
export interface PlaceLimits {
  places: number;
  placesOfClient: number;
  /** After so many milliseconds without an answer a place may be given to another operation. */
  unusedMs: number;
}

/** Twice what the screens of the portal ask for altogether; a client that sends a new text each time leaves two thirds of them to the others. */
export const placeLimits: Readonly<PlaceLimits> = { places: 300, placesOfClient: 100, unusedMs: 3_600_000 };

interface Place {
  client: string;
  usedAt: number;
}

/**
 * The operations of one audience that have a name of their own in the metrics. A place belongs to the client that brought the operation first, and one client
 * can take no more than its share, so that nobody hides what the others ask. A place stays as long as nobody needs it: when there is no room, those are given
 * up that nobody has used for long.
 */
export class OperationPlaces {
  /** The one that has been unused longest comes first. */
  private readonly places = new Map<string, Place>();
  private readonly heldBy = new Map<string, number>();

  /** @param onGivenUp told of an operation that has lost its place, whose counts must go */
  constructor(
    private readonly onGivenUp: (operation: string) => void,
    private readonly limits: Readonly<PlaceLimits> = placeLimits,
    private readonly clock: Clock = () => performance.now(),
  ) {}

  /** What an operation is called in the metrics: itself where it has or gets a place, `other` where there is none. */
  nameOf(operation: string, client: string): string {
    const now = this.clock();
    const known = this.places.get(operation);
    if (known) {
      known.usedAt = now;
      this.places.delete(operation);
      this.places.set(operation, known);
      return operation;
    }
    if (!this.hasRoom(client)) this.giveUpUnused(now, this.places.size < this.limits.places ? client : null);
    if (!this.hasRoom(client)) return 'other';
    this.places.set(operation, { client, usedAt: now });
    this.heldBy.set(client, this.held(client) + 1);
    return operation;
  }

  private hasRoom(client: string): boolean {
    return this.places.size < this.limits.places && this.held(client) < this.limits.placesOfClient;
  }

  private held(client: string): number {
    return this.heldBy.get(client) ?? 0;
  }

  /** @param only whose places, where there is room for others: nobody's new operations take away what somebody else rarely asks */
  private giveUpUnused(now: number, only: string | null): void {
    for (const [operation, { client, usedAt }] of this.places) {
      if (now - usedAt < this.limits.unusedMs) return;
      if (only !== null && client !== only) continue;
      this.places.delete(operation);
      const left = this.held(client) - 1;
      if (left) this.heldBy.set(client, left);
      else this.heldBy.delete(client);
      this.onGivenUp(operation);
    }
  }
}
