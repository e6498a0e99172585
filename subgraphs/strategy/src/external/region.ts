import { Allow } from '@atbalsts/auth';
import { InGraph } from '@atbalsts/graphql';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A planning region; the registry knows the rest. */
@ObjectType({ description: 'A planning region of Latvia. Regional Development Law.' })
@Directive('@key(fields: "code", resolvable: false)')
@Allow('region.read')
export class Region {
  @InGraph('regional')
  @Field(() => ID, { description: 'Code: kurzeme, latgale, riga, vidzeme or zemgale.' })
  code!: string;
}

/** The reference to a region of the registry. */
export const regionRef = (code: string): Region => Object.assign(new Region(), { code });
