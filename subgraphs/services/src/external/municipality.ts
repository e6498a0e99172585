import { Allow } from '@atbalsts/auth';
import { InGraph } from '@atbalsts/graphql';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A municipality of the registry. */
@ObjectType({ description: 'A municipality of Latvia, by its code.' })
@Directive('@key(fields: "code", resolvable: false)')
@Allow('municipality.read')
export class Municipality {
  @InGraph('regional')
  @Field(() => ID, { description: 'ATVK code.' })
  code!: string;
}

/** The reference to a municipality of the registry. */
export const municipalityRef = (code: string): Municipality => Object.assign(new Municipality(), { code });
