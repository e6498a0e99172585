import type { AuditRecorder } from '@atbalsts/audit';
import { type Action, emergencyOpens, ForbiddenError, type Principal } from '@atbalsts/auth';
import { type DomainName, isId } from '@atbalsts/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import { GraphQLError } from 'graphql';
import type { SubgraphCaller, SubgraphRequest } from './call/index.js';

/** An emergency access that holds: whose file it opens. */
export interface EmergencyHold {
  personId: string;
}

/** Looks up an emergency access of this principal by id, in the domain's own records; null where it does not hold now. */
export type EmergencyLookup = (em: EntityManager, id: string, principal: Principal) => Promise<EmergencyHold | null>;

/** The emergency access that a request claims has ended, was never opened by whoever claims it, or cannot be looked up: nothing is answered. */
export class EmergencyEnded extends GraphQLError {
  constructor() {
    super('The emergency access does not hold: it has ended, or it is not yours. Send the request without it, or open a new one.', {
      extensions: {
        code: 'FORBIDDEN',
        messageLv: 'Ārkārtas piekļuve nav spēkā: tā ir beigusies vai nav jūsu. Sūtiet pieprasījumu bez tās vai atveriet jaunu.',
      },
    });
  }
}

/** A claim, and what another domain has said of it; the registry itself looks it up in its own session (`hold` is null). */
export interface EmergencyClaim {
  id: string;
  hold: EmergencyHold | null;
}

const ask = 'query($id: ID!) { emergencyAccess(id: $id) { personId subject open } }';

/**
 * Learns whether the emergency access of a request holds. Only a request that claims one pays for this; one that claims it wrongly is refused as a whole, and so is
 * everything while the registry does not answer.
 * @throws EmergencyEnded
 */
export async function emergencyClaim(
  domain: DomainName,
  principal: Principal,
  request: SubgraphRequest,
  caller: SubgraphCaller | null,
): Promise<EmergencyClaim> {
  const id = request.emergency as string;
  if (principal.audience !== 'STAFF' || !isId(id)) throw new EmergencyEnded();
  if (domain === 'registry') return { id, hold: null };
  const { token, requestId, signal, traceparent } = request;
  const result = await caller?.call('registry', { query: ask, variables: { id }, token, requestId, signal, traceparent });
  const found = result?.data?.emergencyAccess as { personId: string; subject: string; open: boolean } | null | undefined;
  // Whoever reviews emergency accesses sees those of others; they are not theirs to use.
  if (!found?.open || found.subject !== principal.subject) throw new EmergencyEnded();
  return { id, hold: { personId: found.personId } };
}

/**
 * Opens one person's file to whoever may not see it, for one operation. It follows from the person: what a field of the person gives back is theirs, unless it says
 * (`personId`) that it is somebody else's, and an entity with a key of its own only where it says that it is theirs. Each field so opened is noted for the audit under
 * its own mark, `emergency.read`.
 */
export class EmergencyAccess {
  private readonly theirs = new WeakSet<object>();

  constructor(
    readonly id: string,
    private readonly hold: EmergencyHold,
    private readonly principal: Principal,
    private readonly audit: AuditRecorder,
  ) {}

  /** Whether a field that the role may not see is opened, of this source. Notes it for the audit where it is. */
  opens(action: Action, type: string, field: string, source: unknown, args: Record<string, unknown>): boolean {
    if (!emergencyOpens.has(action)) return false;
    const isTheirs = type === 'Query' ? field === 'person' && this.isPerson(args.id) : this.belongs(type, source);
    if (isTheirs) this.note(`${type}.${field}`);
    return isTheirs;
  }

  /**
   * What an opened field gives back, remembered as the person's where it says of no other.
   * @param follows false for entities, which must say themselves whose they are
   */
  show<T>(value: T, follows: boolean): T {
    if (!follows) return value;
    if (value instanceof Promise) return value.then((shown: unknown) => this.show(shown, follows)) as T;
    if (Array.isArray(value)) for (const one of value) this.show(one, follows);
    else if (typeof value === 'object' && value !== null) this.theirs.add(value);
    return value;
  }

  /** What a field gives back that the role may see anyway: still the person's where its source was opened (the nodes of a page). */
  follow<T>(source: unknown, value: T, follows: boolean): T {
    return typeof source === 'object' && source !== null && this.theirs.has(source) ? this.show(value, follows) : value;
  }

  /** An entity asked for by its key: shown where it is the person, or says that it is theirs. */
  async showReference(action: Action, type: string, reference: Record<string, unknown>, resolve: () => unknown): Promise<unknown> {
    if (!emergencyOpens.has(action)) throw new ForbiddenError(action);
    if (type === 'Person' && !this.isPerson(reference.id)) throw new ForbiddenError(action);
    const shown = await resolve();
    if (shown === null || shown === undefined) return shown;
    if (!this.belongs(type, shown)) throw new ForbiddenError(action);
    this.note(type);
    return shown;
  }

  private belongs(type: string, source: unknown): boolean {
    if (typeof source !== 'object' || source === null) return false;
    const { id, personId } = source as { id?: unknown; personId?: unknown };
    if (type === 'Person') return this.isPerson(id);
    if (typeof personId === 'string') return this.isPerson(personId);
    return this.theirs.has(source);
  }

  private isPerson(id: unknown): boolean {
    return typeof id === 'string' && id.toLowerCase() === this.hold.personId;
  }

  private note(field: string): void {
    this.audit.read(this.hold.personId, this.principal.municipality ?? '', 'emergency.read', field, `emergencyAccess:${this.id}`);
  }
}
