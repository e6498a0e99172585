import { Allow } from '@atbalsts/auth';
import { Language } from '@atbalsts/graphql';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Arg, Directive, Field, ID, ObjectType } from 'type-graphql';

/** A kind of benefit (pabalsts) that a municipality grants, with what a decision on it cites. */
@Entity()
@ObjectType({ description: 'A kind of benefit that a municipality grants.' })
@Directive('@key(fields: "code")')
@Allow('benefitType.read')
export class BenefitType {
  @PrimaryKey({ type: 'text' })
  @Field(() => ID, { description: 'Code, e.g. `gmi`.' })
  code!: string;

  /** Code of the municipality whose own regulations say it; null: every town may grant it. */
  @Property({ type: 'text', nullable: true })
  municipality!: string | null;

  @Property({ type: 'text' })
  labelLv!: string;

  @Property({ type: 'text' })
  labelEn!: string;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'True where it is granted only to a needy or low-income household.' })
  meansTested!: boolean;

  /** The applicant must have a declared residence in the municipality. */
  @Property({ type: 'boolean' })
  needsResidence!: boolean;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The provision that a decision cites, in Latvian.' })
  legalBasis!: string;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, {
    description:
      'True where the documents name the benefit but not its provision, or whether means are tested: to be confirmed by the town.',
  })
  assumed!: boolean;

  /** One of the guarantees for orphans, children without parental care and their families. */
  @Property({ type: 'boolean' })
  orphanGuarantee!: boolean;

  /** Null: since before these records begin. */
  @Property({ type: 'date', nullable: true })
  validFrom!: string | null;

  /** The first day on which it is no longer granted; null while it is. */
  @Property({ type: 'date', nullable: true })
  validUntil!: string | null;

  @Field(() => String, { description: 'What it is called.' })
  label(@Arg('language', () => Language, { defaultValue: Language.LV, description: 'Language of the label.' }) language: Language): string {
    return language === Language.EN ? this.labelEn : this.labelLv;
  }
}
