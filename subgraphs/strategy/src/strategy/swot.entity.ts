import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** Field of a SWOT analysis (SVID). */
export enum SwotKind {
  STRENGTH = 'STRENGTH',
  WEAKNESS = 'WEAKNESS',
  OPPORTUNITY = 'OPPORTUNITY',
  THREAT = 'THREAT',
}
registerEnumType(SwotKind, {
  name: 'SwotKind',
  description: 'Field of a SWOT analysis (SVID analīze).',
  valuesConfig: {
    STRENGTH: { description: 'What the service is good at (stiprā puse).' },
    WEAKNESS: { description: 'What it lacks (vājā puse).' },
    OPPORTUNITY: { description: 'What could help it from outside (iespēja).' },
    THREAT: { description: 'What endangers it from outside (drauds).' },
  },
});

/** One sentence of a SWOT analysis. */
@Entity()
@ObjectType({ description: 'One sentence of a SWOT analysis.' })
@Allow('strategy.read')
export class SwotItem extends TenantEntity {
  @Property({ type: 'uuid' })
  strategyId!: string;

  @Enum({ items: () => SwotKind, type: 'text' })
  @Field(() => SwotKind, { description: 'Which field it belongs to.' })
  kind!: SwotKind;

  @Property({ type: 'integer' })
  position!: number;

  @Property({ type: 'text' })
  textLv!: string;

  @Property({ type: 'text' })
  textEn!: string;
}
