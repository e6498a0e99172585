import { Allow } from '@atbalsts/auth';
import { CentsType, NumericType, TenantEntity, VersionedTenantEntity } from '@atbalsts/database';
import { ConnectionOf, DateScalar, EuroScalar } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';

/** What the monthly income of a client was found to be, from a day on. */
@Entity()
@ObjectType({ description: 'What the monthly income of a client was found to be, from a day on; it holds until the next one.' })
@Allow('fee.read')
export class FeeAssessment extends TenantEntity {
  @Field(() => ID, { description: 'Id of the assessment.' })
  override id!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'text' })
  serviceType!: string;

  @Property({ type: 'date', fieldName: 'from_date' })
  @Field(() => DateScalar, { description: 'From which day on.' })
  from!: string;

  @Property({ type: CentsType })
  @Field(() => EuroScalar, { description: 'Monthly income.' })
  monthlyIncome!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'On what it rests.' })
  evidence!: string;

  @Property({ type: 'uuid' })
  assessedBy!: string;
}

/** What a client owes for a service in a month: one for each client, service and month. */
@Entity()
@ObjectType({ description: 'What a client owes for a service in a month: one for each client, service and month.' })
@Directive('@key(fields: "id")')
@Allow('fee.read')
export class Invoice extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the invoice.' })
  override id!: string;

  @Property({ type: 'text', defaultRaw: 'made by the database' })
  @Field(() => String, { description: 'Number for letters, e.g. R-0000123.' })
  number!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'text' })
  serviceType!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The month, by its first day.' })
  month!: string;

  @Property({ type: NumericType, precision: 12, scale: 2 })
  @Field(() => Float, { description: 'How much was delivered, in the unit of the rule.' })
  units!: number;

  @Property({ type: CentsType })
  @Field(() => EuroScalar, { description: 'Price of a unit.' })
  unitPrice!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: "The client's share of the price, in thousandths." })
  share!: number;

  @Property({ type: CentsType })
  @Field(() => EuroScalar, { description: 'The monthly income that the share rests on.' })
  income!: number;

  @Property({ type: CentsType })
  @Field(() => EuroScalar, { description: 'What is to be paid; nothing where the service is free for the client.' })
  amount!: number;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'When it was issued.' })
  issuedOn!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'By when it is to be paid.' })
  dueOn!: string;

  @Property({ type: 'uuid' })
  issuedBy!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The rule it rests on.' })
  citation!: string;

  @Field(() => Int, { description: 'Version to name when changing it.' })
  declare version: number;
}

/** A page of invoices. */
export const InvoiceConnection = ConnectionOf(() => Invoice, 'Invoice');

/** Money that a client paid for a service. */
@Entity()
@ObjectType({ description: 'Money that a client paid for a service: it pays the oldest invoice first.' })
@Allow('fee.read')
export class Receipt extends TenantEntity {
  @Field(() => ID, { description: 'Id of the receipt.' })
  override id!: string;

  /** Chosen by who recorded it: the same again is the same receipt. */
  @Property({ type: 'text' })
  key!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'text' })
  serviceType!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'When the money came.' })
  receivedOn!: string;

  @Property({ type: CentsType })
  @Field(() => EuroScalar, { description: 'How much.' })
  amount!: number;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What the payer or the bank wrote.' })
  reference!: string | null;

  @Property({ type: 'uuid' })
  recordedBy!: string;
}
