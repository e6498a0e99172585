import { Allow } from '@atbalsts/auth';
import { DateScalar, Language } from '@atbalsts/graphql';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Arg, Field, ID, ObjectType } from 'type-graphql';
import { describedEnum } from '../described-enum.js';

/** As whom somebody takes part in a project. */
export enum ProjectGroup {
  ADULT_WITH_MENTAL_IMPAIRMENT = 'ADULT_WITH_MENTAL_IMPAIRMENT',
  CHILD_WITH_FUNCTIONAL_IMPAIRMENT = 'CHILD_WITH_FUNCTIONAL_IMPAIRMENT',
  LEGAL_REPRESENTATIVE = 'LEGAL_REPRESENTATIVE',
}
describedEnum(ProjectGroup, 'ProjectGroup', 'As whom somebody takes part in a project.', {
  ADULT_WITH_MENTAL_IMPAIRMENT: 'An adult with mental impairments.',
  CHILD_WITH_FUNCTIONAL_IMPAIRMENT: 'A child with functional impairments.',
  LEGAL_REPRESENTATIVE: 'A legal representative of such a child.',
});

/** A project with money of its own within which services are given. */
@Entity()
@ObjectType({ description: 'A project with money of its own within which services are given.' })
@Allow('serviceType.read')
export class ServiceProject {
  @PrimaryKey({ type: 'text' })
  @Field(() => ID, { description: 'Code, e.g. di-latgale.' })
  code!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Number as contracts name it.' })
  number!: string;

  @Property({ type: 'text' })
  nameLv!: string;

  @Property({ type: 'text' })
  nameEn!: string;

  @Property({ type: 'text[]' })
  @Field(() => [ProjectGroup], { description: 'Whom a request within it may be for; empty where it takes no requests.' })
  groups!: ProjectGroup[];

  @Property({ type: 'date', fieldName: 'from_date' })
  @Field(() => DateScalar, { description: 'The first day on which it pays.' })
  from!: string;

  @Property({ type: 'date', fieldName: 'until_date' })
  @Field(() => DateScalar, { description: 'The first day on which it no longer pays.' })
  until!: string;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'No document names its days: they are assumed.' })
  assumed!: boolean;

  @Field(() => String, { description: 'Its name.' })
  label(@Arg('language', () => Language, { defaultValue: Language.LV, description: 'Language of the name.' }) language: Language): string {
    return language === Language.EN ? this.nameEn : this.nameLv;
  }
}

/** The project that pays for a service, and as whom the person takes part. */
@ObjectType({ description: 'The project that pays for a service, and as whom the person takes part.' })
@Allow('needs.read')
export class RequestProject {
  @Field(() => ServiceProject, { description: 'The project.' })
  project!: ServiceProject;

  @Field(() => ProjectGroup, { description: 'As whom the person takes part.' })
  group!: ProjectGroup;
}
