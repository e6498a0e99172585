import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ProjectGroup } from './service-project.entity.js';

/** The project within which a service is requested. */
@InputType({ description: 'The project within which a service is requested: it pays, and the person takes part in it.' })
export class RequestProjectInput {
  @Field(() => ID, { description: 'Code of the project.' })
  @MaxLength(60)
  code!: string;

  @Field(() => ProjectGroup, { description: 'As whom the person takes part; one of the groups of the project.' })
  group!: ProjectGroup;
}
