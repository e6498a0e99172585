import { Allow } from '@atbalsts/auth';
import { type Cents, CentsType, TenantEntity } from '@atbalsts/database';
import { EuroScalar, FundingSource } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** Whether money is planned, or was spent. */
export enum BudgetKind {
  PLANNED = 'PLANNED',
  EXECUTED = 'EXECUTED',
}
registerEnumType(BudgetKind, {
  name: 'BudgetKind',
  description: 'Whether money is planned, or was spent.',
  valuesConfig: { PLANNED: { description: 'Planned (plāns).' }, EXECUTED: { description: 'Executed (izpilde).' } },
});

/** One booking of the budget: planned or executed. */
@Entity()
export class BudgetEntry extends TenantEntity {
  @Property({ type: 'integer' })
  year!: number;

  /** Key of the row of the table funding-sources. */
  @Property({ type: 'text' })
  rowKey!: string;

  @Enum({ items: () => BudgetKind, type: 'text' })
  kind!: BudgetKind;

  @Enum({ items: () => FundingSource, type: 'text' })
  source!: FundingSource;

  /** Negative where it takes back an earlier booking. */
  @Property({ type: CentsType })
  amount!: Cents;

  @Property({ type: 'date' })
  bookedOn!: string;

  @Property({ type: 'text', nullable: true })
  note!: string | null;

  /** A key of the caller's, by which a booking that is sent twice is known. */
  @Property({ type: 'text', nullable: true })
  key!: string | null;

  /** Subject of the token of whoever booked it; null where it was brought in. */
  @Property({ type: 'text', nullable: true })
  subject!: string | null;
}

/** What was planned and executed for a purpose out of a source in a year: the sums of its bookings. */
@ObjectType({ description: 'What was planned and executed for a purpose out of a source in a year: the sums of its bookings.' })
@Allow('budget.read')
export class BudgetRow {
  @Field(() => ID, { description: 'Key of the row of the table funding-sources.' })
  row!: string;

  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => FundingSource, { description: 'Who pays.' })
  source!: FundingSource;

  @Field(() => EuroScalar, { nullable: true, description: 'Planned; null where nothing was.' })
  planned!: Cents | null;

  @Field(() => EuroScalar, { nullable: true, description: 'Executed; null where nothing was booked.' })
  executed!: Cents | null;
}
