import { type LooksOfDay, unusualLookLimits, unusualLooks } from '@atbalsts/audit';
import { Allow, actionNames, kindOfAction } from '@atbalsts/auth';
import { addDays, type DomainName, isIsoDate } from '@atbalsts/database';
import { Args, type ClassType, Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { type AuditEntry, AuditEntryConnection, auditConnection } from './audit-trail.js';
import type { Context } from './context.js';
import { type Connection, PageArgs } from './paging.js';
import { BadInput, DateScalar } from './scalars.js';
import type { ReferenceResolver } from './schema.js';

/** The key of a person's audit trail. */
export interface AuditTrailKey {
  personId: string;
}

/** The key of a review: its period, half-open. */
export interface AuditReviewKey {
  from: string;
  until: string;
}

/** A day on which somebody looked at more persons than is usual for the role. */
@ObjectType({
  description: 'A day on which somebody looked at more persons than is usual for the role: a reason to ask, not a proof of anything.',
})
@Directive('@shareable')
@Allow('audit.read')
export class UnusualLooks implements LooksOfDay {
  @Field(() => String, { description: 'Who: the subject of the token.' })
  subject!: string;

  @Field(() => String, { description: 'The roles the subject had.' })
  role!: string;

  @Field(() => DateScalar, { description: 'The day.' })
  on!: string;

  @Field(() => Int, { description: 'How many different persons.' })
  persons!: number;

  @Field(() => Int, { description: 'How many looks.' })
  looks!: number;

  @Field(() => Int, { description: 'Up to how many persons a day are usual for the role.' })
  limit!: number;
}

/** What a domain adds for the auditor, to be put into its module. */
export interface DomainAudit {
  AuditTrail: ClassType<AuditTrailKey>;
  AuditReview: ClassType<AuditReviewKey>;
  resolvers: [ClassType, ClassType];
  types: ClassType[];
  references: Record<'AuditTrail' | 'AuditReview', ReferenceResolver>;
}

const trailText = "Who looked at, or changed, a person's records, newest first; each domain adds its own entries.";
const reviewText = 'What an auditor should look at in a period; each domain adds what it can see in its own entries.';
/** Days that a review shows at most. */
const mostUnusual = 200;
const looking = actionNames.filter((action) => kindOfAction(action) === 'read');

/**
 * The auditor's view of one domain: its part of a person's trail, and its unusual looks. A function, since type-graphql keeps the fields of a class for
 * the whole process: each domain needs classes of its own.
 * @param text what the entries are, to complete "Entries of ..."
 * @param begins whether this domain owns the types, so that its own field cannot be missing (the registry)
 */
export function auditOf(domain: DomainName, text: string, begins = false): DomainAudit {
  @ObjectType('AuditTrail', { description: trailText })
  @Directive('@key(fields: "personId")')
  @Allow('audit.read')
  class AuditTrail implements AuditTrailKey {
    @Field(() => ID, { description: 'Whose records.' })
    personId!: string;
  }

  @Resolver(() => AuditTrail)
  class AuditTrailResolver {
    @FieldResolver(() => AuditEntryConnection, { name: domain, nullable: !begins, description: `Entries of ${text}, newest first.` })
    entries(@Ctx() context: Context, @Root() trail: AuditTrail, @Args(() => PageArgs) args: PageArgs): Promise<Connection<AuditEntry>> {
      return auditConnection(context, trail.personId, args);
    }
  }

  @ObjectType('AuditReview', { description: reviewText })
  @Directive('@key(fields: "from until")')
  @Allow('audit.read')
  class AuditReview implements AuditReviewKey {
    @Field(() => DateScalar, { description: 'First day.' })
    from!: string;

    @Field(() => DateScalar, { description: 'The day after the last one.' })
    until!: string;
  }

  @Resolver(() => AuditReview)
  class AuditReviewResolver {
    @FieldResolver(() => [UnusualLooks], {
      name: domain,
      nullable: true,
      description: `Days on which somebody looked at more persons in ${text} than is usual for the role, most persons first; at most ${mostUnusual}.`,
    })
    unusual(@Ctx() { em }: Context, @Root() { from, until }: AuditReview): Promise<LooksOfDay[]> {
      return unusualLooks(em, { from, until }, looking, mostUnusual);
    }
  }

  return {
    AuditTrail,
    AuditReview,
    resolvers: [AuditTrailResolver, AuditReviewResolver],
    types: [AuditTrail, AuditReview],
    references: {
      AuditTrail: ({ personId }) => Object.assign(new AuditTrail(), { personId: String(personId) }),
      AuditReview: ({ from, until }) => Object.assign(new AuditReview(), auditPeriod(String(from), String(until))),
    },
  };
}

/** The period of a review. @throws BadInput where it is none, or longer than is looked through at once */
export function auditPeriod(from: string, until: string): AuditReviewKey {
  const { mostDays } = unusualLookLimits;
  if (!isIsoDate(from) || !isIsoDate(until) || until <= from || until > addDays(from, mostDays))
    throw new BadInput(
      `until must come after from, at most ${mostDays} days later`,
      `until jābūt pēc from, ne vairāk kā ${mostDays} dienas vēlāk`,
      'until',
    );
  return { from, until };
}
