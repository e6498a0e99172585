import { Allow } from '@atbalsts/auth';
import { type AuditReviewKey, type AuditTrailKey, auditPeriod, type Context, DateScalar } from '@atbalsts/graphql';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { personById } from '../person/person.loader.js';
import { registryAudit } from './audit.js';

const { AuditReview, AuditTrail } = registryAudit;

/** Where the auditor begins. */
@Resolver()
export class AuditResolver {
  @Query(() => AuditTrail, {
    nullable: true,
    description: "Who looked at, or changed, a person's records; null where there is no such person in your municipality.",
  })
  @Allow('audit.read')
  async auditTrail(
    @Ctx() context: Context,
    @Arg('personId', () => ID, { description: 'Id of the person.' }) personId: string,
  ): Promise<AuditTrailKey | null> {
    return (await context.load(personById, personId)) ? Object.assign(new AuditTrail(), { personId }) : null;
  }

  @Query(() => AuditReview, {
    nullable: true,
    description: 'What an auditor should look at in a period: who looked at more persons in a day than is usual for the role.',
  })
  @Allow('audit.read')
  auditReview(
    @Arg('from', () => DateScalar, { description: 'First day.' }) from: string,
    @Arg('until', () => DateScalar, { description: 'The day after the last one.' }) until: string,
  ): AuditReviewKey {
    return Object.assign(new AuditReview(), auditPeriod(from, until));
  }
}
