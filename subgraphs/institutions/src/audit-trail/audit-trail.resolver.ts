import { Allow } from '@atbalsts/auth';
import { type AuditEntry, AuditEntryConnection, auditConnection, type Connection, type Context, PageArgs } from '@atbalsts/graphql';
import { Args, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';

/** Who looked at, or changed, a person's records; the registry begins it. */
@ObjectType({ description: "Who looked at, or changed, a person's records." })
@Directive('@key(fields: "personId")')
@Allow('audit.read')
export class AuditTrail {
  @Field(() => ID, { description: 'Whose records.' })
  personId!: string;
}

/** The auditor's view of the institutions. */
@Resolver(() => AuditTrail)
export class AuditTrailResolver {
  @FieldResolver(() => AuditEntryConnection, { nullable: true, description: 'Entries of the institutions, newest first.' })
  institutions(@Ctx() context: Context, @Root() trail: AuditTrail, @Args() args: PageArgs): Promise<Connection<AuditEntry>> {
    return auditConnection(context, trail.personId, args);
  }
}

/** Resolves the audit trail of a person for another subgraph. */
export const auditTrailReference = ({ personId }: Record<string, unknown>): AuditTrail =>
  Object.assign(new AuditTrail(), { personId: String(personId) });
