import { newId } from '@atbalsts/database';
import type { EntityManager } from '@mikro-orm/postgresql';

/** The part of a principal that the audit keeps. */
export interface AuditedPrincipal {
  subject: string;
  roles: readonly string[];
  municipality?: string;
}

/** An act to be recorded. */
export interface AuditAct {
  /** The action of the action table under which it was allowed. */
  action: string;
  /** Whose record; left out where it is nobody's. */
  personId?: string | null;
  /** Which record, as `kind:id`; left out where the person is the object. */
  object?: string | null;
  /** Names of the fields changed; never their values. */
  fields?: readonly string[];
  /** Municipality of the record; the principal's own where left out. */
  municipality?: string;
}

interface Entry {
  municipality: string;
  action: string;
  personId: string | null;
  object: string | null;
  fields: readonly string[];
}

interface CollectedRead {
  municipality: string;
  action: string;
  personId: string;
  object: string | null;
  fields: Set<string>;
}

/**
 * Records what one request does, in the transaction in which it does it: either both commit or neither. Nothing is caught here; an entry that
 * cannot be written fails the work. One recorder for each request and subgraph.
 */
export class AuditRecorder {
  private readonly reads = new Map<string, CollectedRead>();

  /**
   * @param principal who acts
   * @param requestId the request, as in x-request-id
   * @param purpose for what, as the caller stated it
   */
  constructor(
    private readonly principal: AuditedPrincipal,
    private readonly requestId: string,
    readonly purpose: string | null = null,
  ) {}

  /**
   * Records a change now.
   * @throws RangeError where neither the act nor the principal names a municipality
   */
  async write(em: EntityManager, act: AuditAct): Promise<void> {
    const municipality = act.municipality ?? this.principal.municipality;
    if (!municipality) throw new RangeError(`audit of ${act.action}: the municipality of the record is missing`);
    await this.insert(em, [
      { municipality, action: act.action, personId: act.personId ?? null, object: act.object ?? null, fields: act.fields ?? [] },
    ]);
  }

  /** Records many changes now, with one statement: what one act did to many records. See `write`. */
  async writeMany(em: EntityManager, acts: readonly AuditAct[]): Promise<void> {
    if (acts.length === 0) return;
    const entries = acts.map(({ action, personId, object, fields, municipality = this.principal.municipality }) => {
      if (!municipality) throw new RangeError(`audit of ${action}: the municipality of the record is missing`);
      return { municipality, action, personId: personId ?? null, object: object ?? null, fields: fields ?? [] };
    });
    await this.insert(em, entries);
  }

  /**
   * Notes that an identity field was read; written by `flush`, once for each action and person with all its fields.
   * @param object by which right, as `kind:id`, where it was not the role's own
   */
  read(personId: string, municipality: string, action: string, field: string, object: string | null = null): void {
    const key = `${action} ${personId} ${object}`;
    const known = this.reads.get(key);
    if (known) known.fields.add(field);
    else this.reads.set(key, { municipality, action, personId, object, fields: new Set([field]) });
  }

  /** Writes all reads noted since the last flush with one statement; none where nothing was noted. Called before the transaction commits. */
  async flush(em: EntityManager): Promise<void> {
    if (this.reads.size === 0) return;
    await this.insert(
      em,
      Array.from(this.reads.values(), (read) => ({ ...read, fields: [...read.fields] })),
    );
    this.reads.clear(); // only now: a failed flush that is tried again must not find nothing to write
  }

  private async insert(em: EntityManager, entries: readonly Entry[]): Promise<void> {
    const rows = entries.map((entry) => ({ ...entry, id: newId(), fields: [...new Set(entry.fields)].sort() }));
    await em.execute(
      `insert into audit_entry (id, municipality, subject, role, action, person_id, object, fields, purpose, request_id)
       select e.id, e.municipality, ?, ?, e.action, e."personId", e.object, array(select jsonb_array_elements_text(e.fields)), ?, ?
         from jsonb_to_recordset(?::jsonb)
           as e(id uuid, municipality text, action text, "personId" uuid, object text, fields jsonb)`,
      [this.principal.subject, this.principal.roles.join(' '), this.purpose, this.requestId, JSON.stringify(rows)],
      'run',
    );
  }
}
