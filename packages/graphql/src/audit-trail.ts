import { auditTrail } from '@atbalsts/audit';
import { Allow } from '@atbalsts/auth';
import { Directive, Field, ObjectType } from 'type-graphql';
import type { Context } from './context.js';
import { type Connection, ConnectionOf, decodeCursor, type PageArgs, page } from './paging.js';
import { DateTimeScalar } from './scalars.js';

/** Who looked at, or changed, a person's records, when and for what. Regulation (EU) 2016/679, articles 5(2) and 30. */
@ObjectType({ description: "One look at, or change of, a person's records." })
@Directive('@shareable')
@Allow('audit.read')
export class AuditEntry {
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'Who: the subject of the token.' })
  subject!: string;

  @Field(() => String, { description: 'The roles the subject had.' })
  role!: string;

  @Field(() => String, { description: 'What was done: the action of the table of actions.' })
  action!: string;

  @Field(() => String, { nullable: true, description: 'Which record, as `kind:id`; null where the person is the object.' })
  object!: string | null;

  @Field(() => [String], { description: 'Which fields were shown or changed.' })
  fields!: string[];

  @Field(() => String, { nullable: true, description: 'For what purpose, when it was said.' })
  purpose!: string | null;

  @Field(() => String, { description: 'Id of the request, to find it in the logs.' })
  requestId!: string;
}

/** A page of audit entries, newest first. */
export const AuditEntryConnection = ConnectionOf(() => AuditEntry, 'AuditEntry', [], { shareable: true });

/** The entries of this domain on a person, as a page, newest first. */
export async function auditConnection(context: Context, personId: string, args: PageArgs): Promise<Connection<AuditEntry>> {
  const after = decodeCursor(args.after, ['uuid'])?.[0] ?? null;
  const { rows, total } = await auditTrail(context.em, personId, { first: args.first, after });
  return page(rows, args, (row) => [row.id], total);
}
