import { DateScalar, EuroScalar } from '@atbalsts/graphql';
import { MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** What the income of a client was found to be. */
@InputType({ description: 'What the monthly income of a client was found to be.' })
export class AssessFeeInput {
  @Field(() => ID, { description: 'The client.' })
  personId!: string;

  @Field(() => ID, { description: 'Code of the service.' })
  serviceType!: string;

  @Field(() => DateScalar, { description: 'From which day on; within a month it counts from the month after, but for the first.' })
  from!: string;

  @Field(() => EuroScalar, { description: 'Monthly income.' })
  @Min(0)
  monthlyIncome!: number;

  @Field(() => String, { description: 'On what it rests.' })
  @MaxLength(1000)
  evidence!: string;
}

/** A month to be invoiced. */
@InputType({ description: 'A month to be invoiced for a service.' })
export class IssueInvoicesInput {
  @Field(() => ID, { description: 'Code of the service.' })
  serviceType!: string;

  @Field(() => DateScalar, { description: 'The month, by its first day; it must be over.' })
  month!: string;
}

/** An invoice to be worked out anew. */
@InputType({ description: 'An invoice to be worked out anew, since deliveries or an income of its month came late.' })
export class ReviseInvoiceInput {
  @Field(() => ID, { description: 'The invoice.' })
  invoiceId!: string;

  @Field(() => Int, { description: 'Version of the invoice that was read.' })
  version!: number;
}

/** Money that came. */
@InputType({ description: 'Money that came from a client for a service.' })
export class RecordReceiptInput {
  @Field(() => ID, { description: 'Yours to choose, e.g. the number of the bank: the same key with the same receipt is recorded once.' })
  @MaxLength(200)
  key!: string;

  @Field(() => ID, { description: 'The client.' })
  personId!: string;

  @Field(() => ID, { description: 'Code of the service.' })
  serviceType!: string;

  @Field(() => DateScalar, { description: 'When it came; not in the future.' })
  receivedOn!: string;

  @Field(() => EuroScalar, { description: 'How much; more than nothing.' })
  @Min(1)
  amount!: number;

  @Field(() => String, { nullable: true, description: 'What the payer or the bank wrote.' })
  @MaxLength(500)
  reference?: string | null;
}

/** Which invoices to list; what is left out does not matter. */
@InputType({ description: 'Which invoices to list; what is left out does not matter.' })
export class InvoiceFilter {
  @Field(() => ID, { nullable: true, description: 'Only those of this client.' })
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those for this service, by code.' })
  serviceType?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Only those of this month, by its first day.' })
  month?: string | null;
}
