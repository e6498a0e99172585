import { Allow } from '@atbalsts/auth';
import { DateScalar, InGraph, Problem } from '@atbalsts/graphql';
import { IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RegionEntry, RegionRegister } from './region-entry.entity.js';

const given = (_: object, value: unknown) => value != null;

/** A new entry of a register. */
@InputType({ description: 'A new entry of a register of your region.' })
export class EnterRegionEntryInput {
  @Field(() => RegionRegister, { description: 'In which register.' })
  kind!: RegionRegister;

  @Field(() => String, { description: 'Its name: of the service, the project, the organisation; never of a person.' })
  @MaxLength(300)
  name!: string;

  @Field(() => String, { nullable: true, description: 'What there is to say of it.' })
  @MaxLength(4000)
  description?: string | null;

  @Field(() => ID, { nullable: true, description: 'ATVK code of the municipality it concerns; left out for the whole region.' })
  @ValidateIf((input) => given(input, input.municipality))
  @Matches(/^\d{7}$/)
  municipality?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the kind of service; only for a service.' })
  @MaxLength(60)
  serviceType?: string | null;

  @Field(() => ID, { nullable: true, description: 'A project that was submitted to a call of your region; only for a project.' })
  @ValidateIf((input) => given(input, input.projectId))
  @IsUUID('all')
  projectId?: string | null;

  @Field(() => String, { description: 'The document or message it rests on.' })
  @MaxLength(1000)
  source!: string;

  @Field(() => DateScalar, { description: 'From which day it holds.' })
  from!: string;
}

/** A change of an entry; what is left out stays. */
@InputType({ description: 'A change of an entry of a register; what is left out stays as it is.' })
export class UpdateRegionEntryInput {
  @Field(() => ID, { description: 'Id of the entry.' })
  @IsUUID('all')
  id!: string;

  @Field(() => Int, { description: 'The version that the change was made from.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  @MaxLength(300)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What there is to say of it.' })
  @MaxLength(4000)
  description?: string | null;

  @Field(() => String, { description: 'The document or message that the change rests on.' })
  @MaxLength(1000)
  source!: string;

  @Field(() => DateScalar, { nullable: true, description: 'To end it: the first day on which it no longer holds.' })
  until?: string | null;
}

/** What changing a register gives back. */
@ObjectType({ description: 'What changing a register of a region gives back.' })
@Allow('region.register.read')
export class RegionEntryPayload {
  @InGraph('regional')
  @Field(() => RegionEntry, { nullable: true, description: 'The entry; null when refused.' })
  entry!: RegionEntry | null;

  @InGraph('regional')
  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}
