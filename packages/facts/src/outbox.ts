import { type DomainDatabase, withSession } from '@atbalsts/database';
import type { Fact, FactBatch, FactSource, Position, PullOptions } from './fact.js';
import { type FactKind, factKinds } from './kinds.js';
import { systemPrincipal } from './system.js';

/** The kinds that a domain owns. */
export function ownKinds(domain: DomainDatabase['domain']): FactKind[] {
  return (Object.keys(factKinds) as FactKind[]).filter((kind) => factKinds[kind].owner === domain);
}

interface Pulled {
  facts: Fact[];
  up_to: Position;
  head: Position;
}

/** The outbox of a domain, read in a SYSTEM session of its own database. */
export class OutboxSource implements FactSource {
  constructor(private readonly database: DomainDatabase) {}

  /**
   * Facts after a position, in order, stopping before the first that a transaction still open may yet overtake.
   * Kinds that the domain does not own are left out.
   */
  readonly pull = async (after: Position | null, limit: number, options: PullOptions = {}): Promise<FactBatch> => {
    options.signal?.throwIfAborted();
    const own = ownKinds(this.database.domain);
    const kinds = options.kinds ? own.filter((kind) => options.kinds?.includes(kind)) : own;
    const from = after ?? 0;
    const [pulled] = await withSession(this.database, systemPrincipal(this.database.domain), (em) =>
      em.execute<Pulled[]>('select facts, up_to, head from outbox_pull(?, ?, array(select jsonb_array_elements_text(?::jsonb)))', [
        from,
        limit,
        JSON.stringify(kinds),
      ]),
    );
    if (!pulled) throw new Error(`the outbox of ${this.database.domain} gave no answer`);
    return { after: from, upTo: pulled.up_to, head: pulled.head, kinds, facts: pulled.facts, more: pulled.facts.length === limit };
  };
}
