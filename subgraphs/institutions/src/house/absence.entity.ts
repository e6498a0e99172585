import { Allow } from '@atbalsts/auth';
import { VersionedTenantEntity } from '@atbalsts/database';
import { DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** Why somebody with a place is away. */
export enum AbsenceReason {
  HOSPITAL = 'HOSPITAL',
  REHABILITATION = 'REHABILITATION',
  VISIT = 'VISIT',
  DETENTION = 'DETENTION',
  UNEXPLAINED = 'UNEXPLAINED',
}
registerEnumType(AbsenceReason, {
  name: 'AbsenceReason',
  description: 'Why somebody with a place is away for a time.',
  valuesConfig: {
    HOSPITAL: { description: 'In hospital.' },
    REHABILITATION: { description: 'In a rehabilitation programme elsewhere.' },
    VISIT: { description: 'On a visit, at home or with relatives.' },
    DETENTION: { description: 'Detained.' },
    UNEXPLAINED: { description: 'Nobody knows where.' },
  },
});

/** Somebody with a place is away, and the place is kept until a day. It stays taken: nobody else gets it meanwhile. */
@Entity({ tableName: 'placement_absence' })
@ObjectType({ description: 'Somebody with a place is away for a time, and the place is kept until a day.' })
@Allow('placement.read')
export class PlacementAbsence extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the absence.' })
  override id!: string;

  @Field(() => Int, { description: 'Version: who changes it names the one seen.' })
  override version!: number;

  @Property({ type: 'uuid' })
  placementId!: string;

  @Enum({ items: () => AbsenceReason, type: 'text' })
  @Field(() => AbsenceReason, {
    nullable: true,
    description: 'Why; null for who has no part in the house: an illness is nobody else’s business.',
  })
  @Allow('placement.record', { otherwise: 'null' })
  reason!: AbsenceReason;

  @Property({ type: 'date', fieldName: 'from_date' })
  @Field(() => DateScalar, { description: 'The first day away.' })
  from!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, {
    description:
      'Until before which day the place is kept. It is not given away by itself then: the stay is ended, or the absence prolonged.',
  })
  keptUntil!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day of the return, or on which the stay ended; null while away.' })
  endedOn!: string | null;
}
