import { Allow } from '@atbalsts/auth';
import { InGraph } from '@atbalsts/graphql';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A planning region of the registry; this domain adds which services its towns give. */
@ObjectType({ description: 'A planning region of Latvia.' })
@Directive('@key(fields: "code")')
@Allow('region.read')
export class Region {
  @InGraph('regional')
  @Field(() => ID, { description: 'Code of the region, e.g. latgale.' })
  code!: string;
}

/** The reference to a planning region of the registry. */
export const regionRef = (code: string): Region => Object.assign(new Region(), { code });
