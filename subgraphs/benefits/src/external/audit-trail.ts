import { Allow } from '@atbalsts/auth';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Who looked at, or changed, a person's records; the registry opens it, each domain adds its own entries. */
@ObjectType({ description: "Who looked at, or changed, a person's records, newest first; each domain adds its own entries." })
@Directive('@key(fields: "personId")')
@Allow('audit.read')
export class AuditTrail {
  @Field(() => ID, { description: 'Whose records.' })
  personId!: string;
}
