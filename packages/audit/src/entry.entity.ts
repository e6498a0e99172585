import { TenantEntity } from '@atbalsts/database';
import { Entity, Property } from '@mikro-orm/decorators/legacy';

/** One entry of the audit trail: who did what to whose record. Written by AuditRecorder alone; the database refuses every change of it. */
@Entity({ tableName: 'audit_entry', readonly: true })
export class AuditEntryRow extends TenantEntity {
  /** When the entry was written, by the clock of the database. */
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  at!: Date;

  /** Subject of the token: who acted. */
  @Property({ type: 'text' })
  subject!: string;

  /** The roles of the token at that moment, separated by a space. */
  @Property({ type: 'text' })
  role!: string;

  /** The action of the action table. */
  @Property({ type: 'text' })
  action!: string;

  /** Whose record; null where it is nobody's. */
  @Property({ type: 'uuid', fieldName: 'person_id', nullable: true })
  personId!: string | null;

  /** Which record, as `kind:id`; null where the person is the object. */
  @Property({ type: 'text', nullable: true })
  object!: string | null;

  /** Names of the fields read or changed, sorted; never their values. */
  @Property({ type: 'array', columnType: 'text[]' })
  fields!: string[];

  /** For what, as the caller stated it. */
  @Property({ type: 'text', nullable: true })
  purpose!: string | null;

  /** The id of the request, the same in every domain that it touched. */
  @Property({ type: 'text', fieldName: 'request_id' })
  requestId!: string;
}
