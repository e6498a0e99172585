import { Allow } from '@atbalsts/auth';
import type { Cents } from '@atbalsts/database';
import { EuroScalar, Language } from '@atbalsts/graphql';
import { type Label, labelOf } from '@atbalsts/reference';
import { Arg, Field, ObjectType, registerEnumType } from 'type-graphql';
import { HouseholdStatus, type MeansResult } from './means.model.js';

registerEnumType(HouseholdStatus, {
  name: 'HouseholdStatus',
  description: 'What a household is by its income. Law on Social Services and Social Assistance, section 33.',
  valuesConfig: {
    NEEDY: { description: 'Needy (trūcīga).' },
    LOW_INCOME: { description: 'Low-income (maznodrošināta).' },
    NONE: { description: 'Neither.' },
  },
});

/** One step of a means test, so that a person can follow it with a pencil. */
@ObjectType({ description: 'One step of a means test, so that a person can follow it with a pencil.' })
@Allow('means.assess')
export class AssessmentStep {
  @Field(() => String, { description: 'Which step, e.g. `GMI_BENEFIT`.' })
  code!: string;

  /** Both languages; the graph shows one. */
  words!: Label;

  @Field(() => String, { description: 'What is computed.' })
  label(@Arg('language', () => Language, { defaultValue: Language.LV, description: 'Language of the label.' }) language: Language): string {
    return labelOf(this.words, language);
  }

  @Field(() => String, { description: 'The formula with the numbers put in, in euro.' })
  formula!: string;

  @Field(() => EuroScalar, { description: 'What comes out.' })
  amount!: Cents;

  /** Both languages; the graph shows one. */
  cited!: Label;

  @Field(() => String, { description: 'The section of law, and the source of the rule version used.' })
  citation(
    @Arg('language', () => Language, { defaultValue: Language.LV, description: 'Language of the citation; a source keeps its own title.' })
    language: Language,
  ): string {
    return labelOf(this.cited, language);
  }
}

/** The result of a means test, with the whole calculation in order. */
@ObjectType({ description: 'The result of a means test, with the whole calculation in order.' })
@Allow('means.assess')
export class MeansAssessment {
  @Field(() => HouseholdStatus, { description: 'The status that the income gives.' })
  status!: HouseholdStatus;

  @Field(() => EuroScalar, { description: 'Average monthly income of the household.' })
  income!: Cents;

  @Field(() => EuroScalar, { description: 'GMI benefit a month; zero for a household that is not needy.' })
  gmiBenefit!: Cents;

  @Field(() => EuroScalar, { description: 'Housing allowance a month; never above the housing costs (assumed cap).' })
  housingAllowance!: Cents;

  @Field(() => [AssessmentStep], { description: 'The whole calculation, in order.' })
  steps!: AssessmentStep[];
}

/** The result of the rules in the shape of the graph. */
export function assessmentOf({ steps, ...figures }: MeansResult): MeansAssessment {
  return Object.assign(new MeansAssessment(), {
    ...figures,
    steps: steps.map(({ label, citation, ...step }) => Object.assign(new AssessmentStep(), { ...step, words: label, cited: citation })),
  });
}
