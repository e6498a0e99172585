import type { HousingCategory } from '@atbalsts/reference';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Rounding } from '../means/means.rounding.rules.js';

/** One version of the coefficients of the housing allowance, in hundredths. Its figures never change; it ends, or a court annuls it. */
@Entity()
export class HousingCoefficient {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

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

  @Property({ type: 'integer' })
  lonePensionerOrDisabled!: number;

  @Property({ type: 'integer' })
  onlyPensionersOrDisabled!: number;

  @Property({ type: 'integer' })
  onlyPensionersOrDisabledWithChildren!: number;

  @Property({ type: 'integer' })
  other!: number;

  /** How the product is rounded; null: the assumed rounding. */
  @Property({ type: 'text', nullable: true })
  rounding!: Rounding | null;

  @Property({ type: 'text' })
  source!: string;

  @Property({ type: 'boolean' })
  assumed!: boolean;

  /** The coefficients by kind of household, as the means test asks them. */
  get hundredths(): Record<HousingCategory, number> {
    return {
      LONE_PENSIONER_OR_DISABLED: this.lonePensionerOrDisabled,
      ONLY_PENSIONERS_OR_DISABLED: this.onlyPensionersOrDisabled,
      ONLY_PENSIONERS_OR_DISABLED_WITH_CHILDREN: this.onlyPensionersOrDisabledWithChildren,
      OTHER: this.other,
    };
  }
}
