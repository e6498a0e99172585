import { Allow } from '@atbalsts/auth';
import { type Connection, type Context, PageArgs } from '@atbalsts/graphql';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { careTeamOf } from '../care-team/care-team.loader.js';
import { CareTeamMember } from '../care-team/care-team-member.js';
import { Person } from '../external/person.js';
import { HomeVisit } from '../home-visit/home-visit.entity.js';
import { visitsOf } from '../home-visit/home-visit.loader.js';
import { ParticipationAgreement } from '../participation-agreement/participation-agreement.entity.js';
import { activeAgreementOf } from '../participation-agreement/participation-agreement.loader.js';
import { Referral } from '../referral/referral.entity.js';
import { referralsOf } from '../referral/referral.loader.js';
import { ServiceRequest } from '../service-request/service-request.entity.js';
import { requestsOf } from '../service-request/service-request.loader.js';
import { SocialCase } from '../social-case/social-case.entity.js';
import { casesOf } from '../social-case/social-case.loader.js';
import { timelineOf } from '../timeline/timeline.loader.js';
import { TimelineConnection, type TimelineEntry } from '../timeline/timeline-entry.js';

/** What this domain adds to a person: one story, told once. */
@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => [SocialCase], { nullable: true, description: 'Social cases, past ones too, the latest first.' })
  @Allow('case.read')
  cases(@Ctx() context: Context, @Root() person: Person): Promise<SocialCase[]> {
    return context.load(casesOf, person.id);
  }

  @FieldResolver(() => [CareTeamMember], { nullable: true, description: 'Who works with the person now, and does what.' })
  @Allow('careTeam.read')
  careTeam(@Ctx() context: Context, @Root() person: Person): Promise<CareTeamMember[]> {
    return context.load(careTeamOf, person.id);
  }

  @FieldResolver(() => ParticipationAgreement, { nullable: true, description: 'The agreement that counts; null for who has none.' })
  @Allow('agreement.read')
  participationAgreement(@Ctx() context: Context, @Root() person: Person): Promise<ParticipationAgreement | null> {
    return context.load(activeAgreementOf, person.id);
  }

  @FieldResolver(() => [ServiceRequest], { nullable: true, description: 'Requests for services, the latest first.' })
  @Allow('request.read')
  serviceRequests(@Ctx() context: Context, @Root() person: Person): Promise<ServiceRequest[]> {
    return context.load(requestsOf, person.id);
  }

  @FieldResolver(() => [Referral], { nullable: true, description: 'Referrals to partners, the latest first.' })
  @Allow('referral.read')
  referrals(@Ctx() context: Context, @Root() person: Person): Promise<Referral[]> {
    return context.load(referralsOf, person.id);
  }

  @FieldResolver(() => [HomeVisit], { nullable: true, description: 'Home visits, the latest first.' })
  @Allow('visit.read')
  homeVisits(@Ctx() context: Context, @Root() person: Person): Promise<HomeVisit[]> {
    return context.load(visitsOf, person.id);
  }

  @FieldResolver(() => TimelineConnection, {
    nullable: true,
    description: 'Everything that happened, newest first, with benefit decisions and stays.',
  })
  @Allow('timeline.read')
  timeline(@Ctx() context: Context, @Root() person: Person, @Args() { first, after }: PageArgs): Promise<Connection<TimelineEntry>> {
    return timelineOf(context, { parentId: person.id, first, after: after ?? null });
  }
}
