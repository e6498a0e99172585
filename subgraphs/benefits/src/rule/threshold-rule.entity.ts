import { type Cents, CentsType } from '@atbalsts/database';
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Rounding } from '../means/means.rounding.rules.js';

/** Codes of the income thresholds, in the order in which a household is asked: the lowest first. */
export enum ThresholdCode {
  GMI = 'GMI',
  NEEDY = 'NEEDY',
  LOW_INCOME = 'LOW_INCOME',
}

/** One version of an income threshold. Its figures never change (the database holds it); it ends, or a court annuls it. */
@Entity()
export class ThresholdRule {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Enum({ items: () => ThresholdCode, type: 'text' })
  code!: ThresholdCode;

  /** Code of the municipality whose regulations say it; null: national. */
  @Property({ type: 'text', nullable: true })
  municipality!: string | null;

  @Property({ type: 'date' })
  validFrom!: string;

  /** The first day on which it no longer holds; null: open. */
  @Property({ type: 'date', nullable: true })
  validUntil!: string | null;

  /** The first day on which it no longer holds because the Constitutional Court annulled it. */
  @Property({ type: 'date', nullable: true })
  annulledFrom!: string | null;

  @Property({ type: CentsType })
  firstPerson!: Cents;

  @Property({ type: CentsType })
  nextPerson!: Cents;

  /** How the average income that is measured by it becomes whole cents. */
  @Property({ type: 'text' })
  incomeRounding!: Rounding;

  @Property({ type: 'text' })
  source!: string;

  @Property({ type: 'boolean' })
  assumed!: boolean;
}
