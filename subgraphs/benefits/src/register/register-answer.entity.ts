import { TenantEntity } from '@atbalsts/database';
import type { RegisterIncomeSource } from '@atbalsts/registers';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { StateRegister } from './register.enums.js';

/** What is kept of an answer, by register: no more than the means test needs, and no address. */
export interface ToldFacts {
  /** Social insurance, revenue. Cents. */
  incomes?: { month: string; source: RegisterIncomeSource; amount: number }[];
  /** Employment. */
  unemployedSince?: string | null;
  /** Population: code of the municipality; null for no declared residence. */
  residence?: string | null;
  /** Population: whether declared at the address of the applicant; null where one of the two is not known. */
  withApplicant?: boolean | null;
  /** Population. */
  deceasedOn?: string | null;
}

/** What the registry of the town recorded of the same. */
export interface RecordedFacts {
  residence: string | null;
  unemployed: boolean;
}

/** An answer of a register, as evidence of an application, dated by its question. */
@Entity()
export class RegisterAnswer extends TenantEntity {
  @Property({ type: 'uuid' })
  questionId!: string;

  @Property({ type: 'uuid' })
  applicationId!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Enum({ items: () => StateRegister, type: 'text' })
  register!: StateRegister;

  @Property({ type: 'json' })
  told!: ToldFacts;

  @Property({ type: 'json' })
  recorded!: RecordedFacts;
}
