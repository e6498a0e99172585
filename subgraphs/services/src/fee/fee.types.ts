import { Allow } from '@atbalsts/auth';
import { ConnectionOf, DateScalar, EuroScalar, Problem } from '@atbalsts/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import { DeliveryUnit } from '../delivery/delivery.entity.js';
import { Person } from '../external/person.js';

/** One line of a fee rule. */
@ObjectType('FeeBand', { description: 'Up to which monthly income which share of the price is paid.' })
@Allow('fee.read')
export class FeeBandType {
  @Field(() => EuroScalar, { nullable: true, description: 'Up to this monthly income; null for any.' })
  upTo!: number | null;

  @Field(() => Int, { description: 'Share of the price, in thousandths.' })
  share!: number;
}

/** What a service costs its client, by the municipality's regulation. */
@ObjectType({ description: 'What a service costs its client, by the binding regulations of the municipality.' })
@Allow('fee.read')
export class FeeRule {
  serviceTypeCode!: string;

  @Field(() => DateScalar, { description: 'The first day on which it holds.' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer holds; null while it has no end.' })
  validUntil!: string | null;

  @Field(() => DeliveryUnit, { description: 'In what deliveries are counted for it; those in another unit cost nothing.' })
  unit!: DeliveryUnit;

  @Field(() => EuroScalar, { description: 'Price of a unit.' })
  unitPrice!: number;

  @Field(() => [FeeBandType], { description: 'By income, rising.' })
  bands!: FeeBandType[];

  @Field(() => EuroScalar, { description: 'What must remain to the client of the monthly income.' })
  keeps!: number;

  @Field(() => EuroScalar, { description: 'Never more in a month.' })
  ceiling!: number;

  dueDays!: number;

  @Field(() => String, { description: 'The regulation.' })
  citation!: string;

  @Field(() => Boolean, { description: 'True where no document says these figures.' })
  assumed!: boolean;
}

/** What a client was invoiced for a service, and what is paid of it. */
@ObjectType({ description: 'What a client was invoiced for a service over all months; paid and owed are together what was invoiced.' })
@Allow('fee.read')
export class FeeAccount {
  @Field(() => EuroScalar, { description: 'All invoices together.' })
  invoiced!: number;

  @Field(() => EuroScalar, { description: 'What is paid of it.' })
  paid!: number;

  @Field(() => EuroScalar, { description: 'What is still to be paid.' })
  owed!: number;

  @Field(() => EuroScalar, { description: 'What was paid beyond all invoices; it pays the next.' })
  credit!: number;
}

/** A client who is behind with paying. */
@ObjectType({ description: 'A client who has not paid in time.' })
@Allow('fee.read')
export class FeeArrears {
  @Field(() => Person, { description: 'Who.' })
  person!: Person;

  @Field(() => EuroScalar, { description: 'How much is overdue.' })
  amount!: number;

  @Field(() => DateScalar, { description: 'Since when: the day by which the oldest unpaid invoice was to be paid.' })
  since!: string;

  serviceTypeCode!: string;
  personId!: string;
}

/** A page of clients in arrears. */
export const FeeArrearsConnection = ConnectionOf(() => FeeArrears, 'FeeArrears');

/** What issuing the invoices of a month gives back. */
@ObjectType({ description: 'What issuing the invoices of a month gives back.' })
@Allow('fee.read')
export class IssueInvoicesPayload {
  @Field(() => Int, { description: 'How many were issued now.' })
  issued!: number;

  @Field(() => EuroScalar, { description: 'What they come to.' })
  amount!: number;

  @Field(() => Int, { description: 'How many clients have their invoice of the month already.' })
  known!: number;

  @Field(() => [Person], { description: 'Clients whose income nobody has assessed: they have no invoice; at most 200 are named.' })
  unassessed!: Person[];

  @Field(() => [Problem], { description: 'Why nothing was issued; empty when done.' })
  problems!: Problem[];
}
