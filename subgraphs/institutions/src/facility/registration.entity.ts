import { Allow } from '@atbalsts/auth';
import { TenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

/** A service at an address in the register of providers, for five years at most. Law on Social Services and Social Assistance, section 17. */
@Entity()
@ObjectType({
  description:
    'A service at an address in the register of providers, for five years at most. Law on Social Services and Social Assistance.',
})
@Allow('facility.read')
export class ProviderRegistration extends TenantEntity {
  @Property({ type: 'uuid' })
  facilityId!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Number in the register.' })
  number!: string;

  @Property({ type: 'text', fieldName: 'service_type' })
  serviceTypeCode!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The first day it holds.' })
  validFrom!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The first day it no longer holds; in the past: it has lapsed, and nobody can be admitted.' })
  validTo!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it ended before its time; null where it did not.' })
  endReason!: string | null;
}
