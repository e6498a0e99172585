import { type Cents, CentsType } from '@atbalsts/database';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Rounding } from '../means/means.rounding.rules.js';

/** How a benefit without a formula is computed: a fixed sum, a share of the receipts, or the GMI sum of the household whatever its income. */
export type BenefitRuleKind = 'FIXED' | 'SHARE' | 'GMI_SUM';

/** One version of the rule of a benefit without a formula. Its figures never change (the database holds it); it ends, or a court annuls it. */
@Entity()
export class BenefitRule {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'text', fieldName: 'benefit_type' })
  benefitTypeCode!: string;

  /** On what provision it is asked for: STANDARD or UKRAINE_SUPPORT. */
  @Property({ type: 'text' })
  legalGround!: string;

  /** Code of the municipality whose regulations say it; null: national. */
  @Property({ type: 'text', nullable: true })
  municipality!: string | null;

  @Property({ type: 'date' })
  validFrom!: string;

  /** The first day on which it no longer holds; null: open. */
  @Property({ type: 'date', nullable: true })
  validUntil!: string | null;

  @Property({ type: 'date', nullable: true })
  annulledFrom!: string | null;

  @Property({ type: 'text' })
  kind!: BenefitRuleKind;

  /** The sum, of FIXED. */
  @Property({ type: CentsType, nullable: true })
  fixedAmount!: Cents | null;

  /** Per cent of the receipts, of SHARE. */
  @Property({ type: 'integer', nullable: true })
  sharePercent!: number | null;

  /** The most, of SHARE: a month, or once, or within the period. */
  @Property({ type: CentsType, nullable: true })
  ceiling!: Cents | null;

  /** The most months it is granted for at once; null: paid once. */
  @Property({ type: 'integer', nullable: true })
  months!: number | null;

  /** Within how many months earlier grants count; null: each application for itself. */
  @Property({ type: 'integer', nullable: true })
  periodMonths!: number | null;

  /** For whom it is: the applicant alone, or the household. */
  @Property({ type: 'text' })
  covers!: 'APPLICANT' | 'HOUSEHOLD';

  @Property({ type: 'text' })
  rounding!: Rounding;

  @Property({ type: 'text' })
  source!: string;

  @Property({ type: 'boolean' })
  assumed!: boolean;
}
