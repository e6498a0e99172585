import { Allow } from '@atbalsts/auth';
import { Language } from '@atbalsts/graphql';
import type { Label } from '@atbalsts/reference';
import { Arg, Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { inLanguage, languageArg } from '../label.js';

/** What is wrong with a figure. */
export enum DiscrepancyKind {
  DERIVED_DIFFERS = 'DERIVED_DIFFERS',
  PARTS_DO_NOT_SUM = 'PARTS_DO_NOT_SUM',
  NOT_DERIVABLE = 'NOT_DERIVABLE',
  YEAR_ON_YEAR_JUMP = 'YEAR_ON_YEAR_JUMP',
  TABLES_DIFFER = 'TABLES_DIFFER',
  VALUES_OF_ANOTHER_TABLE = 'VALUES_OF_ANOTHER_TABLE',
  SHARE_IS_NOT_QUOTIENT = 'SHARE_IS_NOT_QUOTIENT',
}
registerEnumType(DiscrepancyKind, {
  name: 'DiscrepancyKind',
  description: 'What is wrong with a figure.',
  valuesConfig: {
    DERIVED_DIFFERS: { description: 'The records give another figure than the published one.' },
    PARTS_DO_NOT_SUM: { description: 'Published parts that make up a published total do not sum to it.' },
    NOT_DERIVABLE: { description: 'The figure is published, but is not derived from records; the note says why.' },
    YEAR_ON_YEAR_JUMP: {
      description: 'The published figure is several times that of the year before, or a fraction of it: to be explained.',
    },
    TABLES_DIFFER: { description: 'Two published tables tell of the same, or did in another year, and their figures differ.' },
    VALUES_OF_ANOTHER_TABLE: { description: 'Several published rows in turn have the figures of another table: to be explained.' },
    SHARE_IS_NOT_QUOTIENT: { description: 'A published share is not what its published parts give.' },
  },
});

/** Something that does not fit between records and published figures, or within these. */
@ObjectType({ description: 'Something that does not fit between the records and the published figures, or within these.' })
@Allow('report.read')
export class Discrepancy {
  @Field(() => DiscrepancyKind, { description: 'What is wrong.' })
  kind!: DiscrepancyKind;

  @Field(() => ID, { description: 'Id of the table.' })
  table!: string;

  @Field(() => ID, { nullable: true, description: 'Key of the row; null where it is about the whole table.' })
  row!: string | null;

  @Field(() => Float, { nullable: true, description: 'The published figure of the row.' })
  published!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'What stands against it: the derived figure, the sum or the quotient of the parts, the figure of the other table or of the year before.',
  })
  derived!: number | null;

  @Field(() => Float, { nullable: true, description: 'The published figure less what stands against it.' })
  difference!: number | null;

  @Field(() => String, { description: 'Where the published figure stands.' })
  source!: string;

  /** Both languages; the graph shows one. */
  words!: Label;

  @Field(() => String, { description: 'What was found, in words.' })
  note(@Arg('language', () => Language, languageArg) language: Language): string {
    return inLanguage(language, this.words.lv, this.words.en);
  }
}
