import { Allow } from '@atbalsts/auth';
import { dayInRiga, TenantEntity } from '@atbalsts/database';
import { type Context, DateTimeScalar, Language } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Arg, Ctx, Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DocumentKind, healthKinds, kindLabels } from './kind.js';
import { filePathOf, OwnerKind, ownerActions } from './owner-kind.js';
import { retentionOf } from './retention.js';

/** How far a document has come. */
export enum DocumentState {
  AWAITED = 'AWAITED',
  STORED = 'STORED',
  REFUSED = 'REFUSED',
  DISCARDED = 'DISCARDED',
}
registerEnumType(DocumentState, {
  name: 'DocumentState',
  description: 'How far a document has come.',
  valuesConfig: {
    AWAITED: { description: 'Declared; its bytes have not come yet.' },
    STORED: { description: 'Stored; can be opened.' },
    REFUSED: { description: 'Refused by the virus scan; nothing is stored.' },
    DISCARDED: { description: 'Discarded with a reason; nothing is stored any more.' },
  },
});

/** How long a document is kept. */
@ObjectType({ description: 'How long a document is kept, by its kind and the day it was attached.' })
@Directive('@shareable')
@Allow('document.read')
export class DocumentRetention {
  @Field(() => Int, { description: 'Years from the day its record is closed.' })
  years!: number;

  @Field(() => String, { description: 'The rule of law.' })
  basis!: string;

  @Field(() => Boolean, { description: 'True where the law does not say it of this kind: a municipality has to confirm it.' })
  assumed!: boolean;
}

/** A document attached to a record. The bytes are elsewhere: in `document_content`, or in a store of objects. */
@Entity()
@ObjectType({ description: 'A document attached to a record: a scan, a statement, a contract.' })
@Directive('@shareable')
@Allow('document.read')
export class Document extends TenantEntity {
  @Field(() => ID, { description: 'Id of the document.' })
  override id!: string;

  @Enum({ items: () => OwnerKind, type: 'text' })
  ownerKind!: OwnerKind;

  @Property({ type: 'uuid' })
  ownerId!: string;

  /** Whose record it is attached to, for the audit. */
  @Property({ type: 'uuid', nullable: true })
  personId!: string | null;

  @Enum({ items: () => DocumentKind, type: 'text' })
  @Field(() => DocumentKind, { description: 'Type of document.' })
  kind!: DocumentKind;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Name of the file.' })
  name!: string;

  @Property({ type: 'bigint' })
  @Field(() => Int, { description: 'Size in bytes.' })
  size!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'SHA-256 of the bytes, in hexadecimal digits.' })
  sha256!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Media type as found in the bytes; null until they came.' })
  mediaType!: string | null;

  @Enum({ items: () => DocumentState, type: 'text' })
  @Field(() => DocumentState, { description: 'How far it has come.' })
  state!: DocumentState;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  @Field(() => DateTimeScalar, { description: 'When it was attached.' })
  attachedAt!: Date;

  /** Subject of the token that attached it: only this subject may bring the bytes. */
  @Property({ type: 'text' })
  attachedBy!: string;

  @Property({ type: 'uuid', nullable: true })
  @Field(() => ID, { nullable: true, description: 'Id of the employee who attached it; null where the token named none.' })
  attachedById!: string | null;

  /** POSTGRESQL or S3; null where there are no bytes. */
  @Property({ type: 'text', nullable: true })
  storedIn!: 'POSTGRESQL' | 'S3' | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was discarded; null where it was not.' })
  discardReason!: string | null;

  @Field(() => String, { description: 'The kind in words.' })
  label(@Arg('language', () => Language, { defaultValue: Language.LV, description: 'Language of the words.' }) language: Language): string {
    return kindLabels[this.kind][language === Language.LV ? 'lv' : 'en'];
  }

  @Field(() => DocumentRetention, { description: 'How long it is kept.' })
  retention(): DocumentRetention {
    const { years, basis, assumed } = retentionOf(this.kind, dayInRiga(this.attachedAt));
    return Object.assign(new DocumentRetention(), { years, basis, assumed });
  }

  @Field(() => String, {
    nullable: true,
    description:
      'Where it is opened: a path below the address of the gateway, asked by GET with the same token. Each opening is audited. Null where it is not stored, or your role may not open it.',
  })
  openUrl(@Ctx() context: Context): string | null {
    return this.state === DocumentState.STORED && mayOpen(context, this) ? filePathOf(this.ownerKind, this.id) : null;
  }
}

/** Whether the principal's role may open a document: by what it is attached to, and for health data by its kind too. */
export function mayOpen(context: Context, { ownerKind, kind }: Pick<Document, 'ownerKind' | 'kind'>): boolean {
  return context.may(ownerActions[ownerKind].read) && (!healthKinds.has(kind) || context.may('document.health.open'));
}
