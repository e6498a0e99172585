import { Allow } from '@atbalsts/auth';
import { InGraph } from '@atbalsts/graphql';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A municipality; the registry knows the rest. */
@ObjectType({ description: 'A municipality of Latvia, by its code in the classification of administrative territories (ATVK).' })
@Directive('@key(fields: "code", resolvable: false)')
@Allow('municipality.read')
export class Municipality {
  @InGraph('regional')
  @Field(() => ID, { description: 'ATVK code of seven digits, e.g. 0002000 for Daugavpils.' })
  code!: string;
}

/** The reference to a municipality of the registry. */
export const municipalityRef = (code: string): Municipality => Object.assign(new Municipality(), { code });
