import { Allow } from '@atbalsts/auth';
import { InGraph } from '@atbalsts/graphql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/** Inhabitants of a municipality in a year, as the registry tells them. */
@ObjectType({ description: 'Inhabitants of a municipality at the start of a year.' })
@Directive('@external')
@Allow('municipality.read')
export class YearCount {
  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => Int, { description: 'Inhabitants.' })
  count!: number;
}

/** A municipality of the registry, which this domain extends with its staffing. */
@ObjectType({ description: 'A municipality of Latvia, by its code in the classification of administrative territories (ATVK).' })
@Directive('@key(fields: "code")')
@Allow('municipality.read')
export class Municipality {
  @InGraph('regional')
  @Field(() => ID, { description: 'ATVK code of seven digits, e.g. 0002000 for Daugavpils.' })
  code!: string;

  /** Required for the norm per thousand inhabitants; the gateway brings it along. */
  @Directive('@external')
  @Field(() => [YearCount], { nullable: true, description: 'Inhabitants by year, where a source can be named.' })
  populations?: YearCount[] | null;
}

/** A municipality as another subgraph refers to it, with the populations the gateway brought. */
export const municipalityReference = ({ code, populations }: Record<string, unknown>): Municipality =>
  Object.assign(new Municipality(), { code: String(code), populations: (populations as YearCount[] | null | undefined) ?? null });
