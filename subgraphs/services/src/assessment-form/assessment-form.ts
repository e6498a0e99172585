import { Allow } from '@atbalsts/auth';
import { DateScalar, Language } from '@atbalsts/graphql';
import { type AssessmentFormContent, type Label, labelOf } from '@atbalsts/reference';
import { Arg, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** What a form assesses. */
export enum AssessmentFormKind {
  FAMILY_RISK = 'FAMILY_RISK',
  NEEDS = 'NEEDS',
}
registerEnumType(AssessmentFormKind, {
  name: 'AssessmentFormKind',
  description: 'What a form assesses.',
  valuesConfig: {
    FAMILY_RISK: { description: 'The risks of a family.' },
    NEEDS: { description: 'What care a person needs: the needs card.' },
  },
});

const language = { defaultValue: Language.LV, description: 'Language of the text.' };

/** Whatever has a name in both languages. */
abstract class Labelled {
  words!: Label;
}

/** What points are given for. */
@ObjectType({ description: 'What points are given for in an assessment.' })
@Allow('form.read')
export class FormCriterion extends Labelled {
  @Field(() => ID, { description: 'Code, by which marks name it.' })
  code!: string;

  @Field(() => Int, { description: 'The most points; the least are 0.' })
  most!: number;

  @Field(() => Int, { description: 'By what the points are multiplied.' })
  weight!: number;

  @Field(() => Int, { nullable: true, description: 'From how many points it gives the highest level alone; null where it never does.' })
  decisiveFrom!: number | null;

  @Field(() => String, { description: 'What it is.' })
  label(@Arg('language', () => Language, language) asked: Language): string {
    return labelOf(this.words, asked);
  }
}

/** A group of criteria. */
@ObjectType({ description: 'An area of life that a form looks at.' })
@Allow('form.read')
export class FormArea extends Labelled {
  @Field(() => ID, { description: 'Code of the area.' })
  code!: string;

  @Field(() => [FormCriterion], { description: 'What points are given for.' })
  criteria!: FormCriterion[];

  @Field(() => String, { description: 'What it is.' })
  label(@Arg('language', () => Language, language) asked: Language): string {
    return labelOf(this.words, asked);
  }
}

/** From which score which level is given. */
@ObjectType({ description: 'From which score which level is given.' })
@Allow('form.read')
export class FormLevel extends Labelled {
  @Field(() => ID, { description: 'The level: of risk, or of care.' })
  level!: string;

  @Field(() => Int, { description: 'The lowest score that gives it.' })
  fromScore!: number;

  @Field(() => Int, { nullable: true, description: 'In how many months the next assessment is due; null where the form says nothing.' })
  nextInMonths!: number | null;

  @Field(() => String, { description: 'What it is called.' })
  label(@Arg('language', () => Language, language) asked: Language): string {
    return labelOf(this.words, asked);
  }
}

/** One version of a form by which risks or needs are assessed. */
@ObjectType({
  description: 'One version of a form by which risks or needs are assessed. What was assessed by it stays so when a later version comes.',
})
@Allow('form.read')
export class AssessmentForm {
  @Field(() => AssessmentFormKind, { description: 'What it assesses.' })
  kind!: AssessmentFormKind;

  @Field(() => Int, { description: 'Which version.' })
  version!: number;

  @Field(() => DateScalar, { description: 'The first day on which it holds.' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer holds; null where no end is known.' })
  validTo!: string | null;

  @Field(() => Boolean, { description: 'True where the criteria are in no document.' })
  assumed!: boolean;

  @Field(() => [FormArea], { description: 'Areas with their criteria.' })
  areas!: FormArea[];

  @Field(() => [FormLevel], { description: 'Levels, the lowest first.' })
  levels!: FormLevel[];

  remark!: Label;

  /** The form as the rules read it. */
  content!: AssessmentFormContent;

  @Field(() => String, { description: 'What is known of where it is from.' })
  note(@Arg('language', () => Language, language) asked: Language): string {
    return labelOf(this.remark, asked);
  }
}

/** The score of one area in an assessment. */
@ObjectType({ description: 'The score of one area in an assessment.' })
@Allow('form.read')
export class AreaScore extends Labelled {
  @Field(() => ID, { description: 'Code of the area.' })
  code!: string;

  @Field(() => Int, { description: 'Points times weights.' })
  score!: number;

  @Field(() => Int, { description: 'The most that the area could have given.' })
  most!: number;

  @Field(() => String, { description: 'What it is.' })
  label(@Arg('language', () => Language, language) asked: Language): string {
    return labelOf(this.words, asked);
  }
}
