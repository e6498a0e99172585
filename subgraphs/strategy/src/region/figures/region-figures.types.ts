import { Allow } from '@atbalsts/auth';
import { InGraph, Language, Measure } from '@atbalsts/graphql';
import { type Label, labelOf } from '@atbalsts/reference';
import { Arg, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { languageArg } from '../../label.js';

/** A figure of one town and one year, as published. */
@ObjectType({ description: 'A figure of one municipality and one year, as it was published.' })
@Allow('region.figures.read')
export class YearFigure {
  @InGraph('regional')
  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @InGraph('regional')
  @Field(() => Float, { nullable: true, description: 'The figure; null where it is withheld.' })
  value!: number | null;

  @InGraph('regional')
  @Field(() => Boolean, { description: 'True where it is withheld.' })
  suppressed!: boolean;

  @InGraph('regional')
  @Field(() => Float, {
    nullable: true,
    description: 'For each thousand inhabitants of the year; null where the figure is withheld or the inhabitants are not known.',
  })
  perThousand!: number | null;
}

/** The figures of one town, year by year. */
@ObjectType({ description: 'The figures of one municipality, year by year; only years that it published.' })
@Allow('region.figures.read')
export class TownFigures {
  /** ATVK code. */
  code!: string;

  /** ATVK code of the municipality it was joined to. */
  mergedInto!: string | null;

  @InGraph('regional')
  @Field(() => [YearFigure], { description: 'Its figures, the oldest first.' })
  figures!: YearFigure[];
}

/** What all towns of a region published for a year, added up. */
@ObjectType({
  description: 'What the municipalities of a region published for a year, added up: never where one of them withholds its figure.',
})
@Allow('region.figures.read')
export class YearSum {
  @InGraph('regional')
  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @InGraph('regional')
  @Field(() => Float, { nullable: true, description: 'The sum; null where a figure is withheld, or none was published.' })
  value!: number | null;

  @InGraph('regional')
  @Field(() => Boolean, { description: 'True where a municipality withholds its figure.' })
  suppressed!: boolean;

  @InGraph('regional')
  @Field(() => Float, {
    nullable: true,
    description: 'For each thousand inhabitants of these municipalities; null where they are not all known.',
  })
  perThousand!: number | null;

  @InGraph('regional')
  @Field(() => Int, { description: 'How many municipalities published it.' })
  towns!: number;

  @InGraph('regional')
  @Field(() => Int, { description: 'How many municipalities the region had on the last day of the year.' })
  townsOfTheDay!: number;
}

/** A row of a report table, towns and years side by side. */
@ObjectType({ description: 'A row of a report table: the municipalities of a region and years side by side, out of published reports.' })
@Allow('region.figures.read')
export class RegionFigures {
  @InGraph('regional')
  @Field(() => ID, { description: 'Id of the table.' })
  table!: string;

  @InGraph('regional')
  @Field(() => ID, { description: 'Key of the row.' })
  row!: string;

  words!: Label;

  @InGraph('regional')
  @Field(() => Measure, { description: 'What it counts.' })
  measure!: Measure;

  @InGraph('regional')
  @Field(() => String, { description: 'What the row says, as last published.' })
  label(@Arg('language', () => Language, languageArg) language: Language): string {
    return labelOf(this.words, language);
  }

  @InGraph('regional')
  @Field(() => [TownFigures], { description: 'The municipalities that published any of the years, by code; also those that are no more.' })
  towns!: TownFigures[];

  @InGraph('regional')
  @Field(() => [YearSum], { description: 'Each year over all of them, the oldest first.' })
  sums!: YearSum[];
}
