import { Allow } from '@atbalsts/auth';
import type { Context } from '@atbalsts/graphql';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Organisation, OrganisationKind } from './organisation.entity.js';

/** Organisations that services are shared with. */
@Resolver(() => Organisation)
export class OrganisationResolver {
  @Query(() => [Organisation], { description: 'Organisations by name; of one kind when it is named.' })
  @Allow('organisation.read')
  organisations(
    @Ctx() { em }: Context,
    @Arg('kind', () => OrganisationKind, { nullable: true, description: 'Only those of this kind.' }) kind?: OrganisationKind | null,
  ): Promise<Organisation[]> {
    return em.find(Organisation, kind ? { kind } : {}, { orderBy: { name: 'asc', id: 'asc' } });
  }
}
