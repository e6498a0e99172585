import { Allow } from '@atbalsts/auth';
import { type AuditEntry, AuditEntryConnection, auditConnection, type Connection, type Context, PageArgs } from '@atbalsts/graphql';
import { Arg, Args, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { personById } from '../person/person.loader.js';

/** Who looked at, or changed, a person's records; each domain adds its own entries. */
@ObjectType({ description: "Who looked at, or changed, a person's records, newest first; each domain adds its own entries." })
@Directive('@key(fields: "personId")')
@Allow('audit.read')
export class AuditTrail {
  @Field(() => ID, { description: 'Whose records.' })
  personId!: string;
}

/** The auditor's view of the registry. */
@Resolver(() => AuditTrail)
export class AuditTrailResolver {
  @Query(() => AuditTrail, {
    nullable: true,
    description: "Who looked at, or changed, a person's records; null where there is no such person in your municipality.",
  })
  @Allow('audit.read')
  async auditTrail(
    @Ctx() context: Context,
    @Arg('personId', () => ID, { description: 'Id of the person.' }) personId: string,
  ): Promise<AuditTrail | null> {
    return (await context.load(personById, personId)) ? Object.assign(new AuditTrail(), { personId }) : null;
  }

  @FieldResolver(() => AuditEntryConnection, { description: 'Entries of the registry, newest first.' })
  registry(@Ctx() context: Context, @Root() trail: AuditTrail, @Args() args: PageArgs): Promise<Connection<AuditEntry>> {
    return auditConnection(context, trail.personId, args);
  }
}

/** Resolves the audit trail of a person for another subgraph. */
export const auditTrailReference = ({ personId }: Record<string, unknown>): AuditTrail =>
  Object.assign(new AuditTrail(), { personId: String(personId) });
