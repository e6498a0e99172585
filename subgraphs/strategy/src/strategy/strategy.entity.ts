import { Allow } from '@atbalsts/auth';
import { VersionedTenantEntity } from '@atbalsts/database';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/** A development strategy or a yearly plan of a social service. */
@Entity()
@ObjectType({ description: 'A development strategy or a yearly plan of a social service.' })
@Directive('@key(fields: "id")')
@Allow('strategy.read')
export class Strategy extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the strategy.' })
  override id!: string;

  @Property({ type: 'text' })
  titleLv!: string;

  @Property({ type: 'text' })
  titleEn!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'First year.' })
  fromYear!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Last year, included.' })
  untilYear!: number;

  @Property({ type: 'text' })
  missionLv!: string;

  @Property({ type: 'text' })
  missionEn!: string;

  @Property({ type: 'text' })
  visionLv!: string;

  @Property({ type: 'text' })
  visionEn!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The document it was entered from.' })
  source!: string;

  @Field(() => Int, { description: 'Grows with each change; a write names the version it has seen.' })
  override version!: number;
}
