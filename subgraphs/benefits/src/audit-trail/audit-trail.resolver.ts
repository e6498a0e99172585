import { type AuditEntry, AuditEntryConnection, auditConnection, type Connection, type Context, PageArgs } from '@atbalsts/graphql';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AuditTrail } from '../external/audit-trail.js';

/** The auditor's view of benefits. */
@Resolver(() => AuditTrail)
export class AuditTrailResolver {
  @FieldResolver(() => AuditEntryConnection, { nullable: true, description: 'Entries of the benefits domain, newest first.' })
  benefits(@Ctx() context: Context, @Root() trail: AuditTrail, @Args() args: PageArgs): Promise<Connection<AuditEntry>> {
    return auditConnection(context, trail.personId, args);
  }
}

/** Resolves the audit trail of a person for another subgraph. */
export const auditTrailReference = ({ personId }: Record<string, unknown>): AuditTrail =>
  Object.assign(new AuditTrail(), { personId: String(personId) });
