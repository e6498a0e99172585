import { Allow } from '@atbalsts/auth';
import type { Cents } from '@atbalsts/database';
import { type Context, DateScalar, EuroScalar } from '@atbalsts/graphql';
import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver, registerEnumType } from 'type-graphql';
import { knownMunicipality } from './municipality.rules.js';
import { thresholdsOn } from './rule.loader.js';
import { ThresholdCode, type ThresholdRule } from './threshold-rule.entity.js';

registerEnumType(ThresholdCode, {
  name: 'ThresholdCode',
  description: 'Which income threshold. Law on Social Services and Social Assistance, section 33.',
  valuesConfig: {
    GMI: { description: 'Guaranteed minimum income.' },
    NEEDY: { description: 'A household with no more is needy (trūcīga).' },
    LOW_INCOME: { description: 'A household with no more is low-income (maznodrošināta).' },
  },
});

/** One version of an income threshold, as it holds on a day. */
@ObjectType({ description: 'An income threshold of a month: firstPerson + nextPerson × (persons − 1).' })
@Allow('threshold.read')
export class Threshold {
  @Field(() => ThresholdCode, { description: 'Which threshold.' })
  code!: ThresholdCode;

  @Field(() => EuroScalar, { description: 'For the first person of the household.' })
  firstPerson!: Cents;

  @Field(() => EuroScalar, { description: 'For each next person.' })
  nextPerson!: Cents;

  @Field(() => DateScalar, { description: 'The first day on which it holds.' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day on which it no longer holds, by its term or because it was annulled (half-open like every period); null while none is known.',
  })
  validTo!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it no longer holds because the Constitutional Court annulled it.',
  })
  annulledFrom!: string | null;

  @Field(() => String, { description: 'The document that says so.' })
  source!: string;

  @Field(() => Boolean, { description: 'True where the figure is in no document and stands in until the town enters its own.' })
  assumed!: boolean;
}

/** The thresholds of a day. */
@Resolver(() => Threshold)
export class ThresholdResolver {
  @Query(() => [Threshold], {
    description: 'The income thresholds in force in a municipality on a day; a code for which no rule is known is left out.',
  })
  @Allow('threshold.read')
  async thresholds(
    @Ctx() context: Context,
    @Arg('municipality', () => ID, { description: 'Code of the municipality.' }) municipality: string,
    @Arg('on', () => DateScalar, { description: 'The day.' }) on: string,
  ): Promise<Threshold[]> {
    knownMunicipality(municipality, 'municipality');
    return (await context.load(thresholdsOn, { municipality, on })).map(thresholdOf);
  }
}

function thresholdOf({ code, firstPerson, nextPerson, validFrom, validUntil, annulledFrom, source, assumed }: ThresholdRule): Threshold {
  const validTo = [validUntil, annulledFrom].filter((day) => day !== null).sort()[0] ?? null;
  return Object.assign(new Threshold(), { code, firstPerson, nextPerson, validFrom, validTo, annulledFrom, source, assumed });
}
