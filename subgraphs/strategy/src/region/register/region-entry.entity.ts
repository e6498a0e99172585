import { Allow } from '@atbalsts/auth';
import { VersionedTenantEntity } from '@atbalsts/database';
import { DateScalar, InGraph } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** The registers that a region keeps. */
export enum RegionRegister {
  SERVICE = 'SERVICE',
  PROJECT = 'PROJECT',
  PARTNER = 'PARTNER',
}
registerEnumType(RegionRegister, {
  name: 'RegionRegister',
  description: 'The registers that a region keeps.',
  valuesConfig: {
    SERVICE: { description: 'Services that are given in the region.' },
    PROJECT: { description: 'Projects that are carried out in it.' },
    PARTNER: { description: 'Organisations that work with it.' },
  },
});

/** An entry of a register of a region. */
@Entity()
@ObjectType({
  description: 'An entry of the registers that a region keeps: a service, a project or a partner. It is ended, never deleted.',
})
@Allow('region.register.read')
export class RegionEntry extends VersionedTenantEntity {
  @InGraph('regional')
  @Field(() => ID, { description: 'Id of the entry.' })
  override id!: string;

  /** Code of the planning region. */
  @Property({ type: 'text' })
  region!: string;

  @Enum({ items: () => RegionRegister, type: 'text' })
  @InGraph('regional')
  @Field(() => RegionRegister, { description: 'In which register.' })
  kind!: RegionRegister;

  @Property({ type: 'text' })
  @InGraph('regional')
  @Field(() => String, { description: 'Its name: of the service, the project, the organisation; never of a person.' })
  name!: string;

  @Property({ type: 'text', nullable: true })
  @InGraph('regional')
  @Field(() => String, { nullable: true, description: 'What there is to say of it.' })
  description!: string | null;

  /** ATVK code of the municipality it concerns. */
  @Property({ type: 'text', nullable: true })
  town!: string | null;

  @Property({ type: 'text', nullable: true })
  @InGraph('regional')
  @Field(() => String, { nullable: true, description: 'Code of the kind of service, for a service.' })
  serviceType!: string | null;

  @Property({ type: 'uuid', nullable: true })
  @InGraph('regional')
  @Field(() => ID, { nullable: true, description: 'The project as it was submitted to a call of the region, for a project that was.' })
  projectId!: string | null;

  @Property({ type: 'text' })
  @InGraph('regional')
  @Field(() => String, { description: 'The document or message it rests on.' })
  source!: string;

  @Property({ type: 'date', fieldName: 'from_date' })
  @InGraph('regional')
  @Field(() => DateScalar, { description: 'From which day it holds.' })
  from!: string;

  @Property({ type: 'date', fieldName: 'until_date', nullable: true })
  @InGraph('regional')
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer holds; null while it does.' })
  until!: string | null;

  /** Subject of whoever entered it. */
  @Property({ type: 'text' })
  enteredBy!: string;

  @Property({ type: 'date' })
  @InGraph('regional')
  @Field(() => DateScalar, { description: 'When it was entered.' })
  enteredOn!: string;

  @InGraph('regional')
  @Field(() => Int, { description: 'Grows with each change; a write names the version it has seen.' })
  override version!: number;
}
