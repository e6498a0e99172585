import { Allow } from '@atbalsts/auth';
import { TenantEntity, VersionedTenantEntity } from '@atbalsts/database';
import { ConnectionOf, DateScalar } from '@atbalsts/graphql';
import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** What kind of incident it was. */
export enum IncidentKind {
  INJURY = 'INJURY',
  ILLNESS = 'ILLNESS',
  VIOLENCE = 'VIOLENCE',
  FIRE = 'FIRE',
  MISSING = 'MISSING',
  DEATH = 'DEATH',
  THEFT = 'THEFT',
  OTHER = 'OTHER',
}
registerEnumType(IncidentKind, {
  name: 'IncidentKind',
  description: 'What kind of incident it was.',
  valuesConfig: {
    INJURY: { description: 'Somebody was hurt.' },
    ILLNESS: { description: 'Somebody fell ill suddenly.' },
    VIOLENCE: { description: 'Violence or threats.' },
    FIRE: { description: 'Fire or smoke.' },
    MISSING: { description: 'Somebody is missing.' },
    DEATH: { description: 'Somebody died.' },
    THEFT: { description: 'Something was stolen.' },
    OTHER: { description: 'Something else.' },
  },
});

/** Who was informed of an incident. */
export enum IncidentInformed {
  AMBULANCE = 'AMBULANCE',
  POLICE = 'POLICE',
  FIRE_SERVICE = 'FIRE_SERVICE',
  RELATIVES = 'RELATIVES',
  GUARDIAN = 'GUARDIAN',
  ORPHANS_COURT = 'ORPHANS_COURT',
  MANAGEMENT = 'MANAGEMENT',
}
registerEnumType(IncidentInformed, {
  name: 'IncidentInformed',
  description: 'Who was informed of an incident.',
  valuesConfig: {
    AMBULANCE: { description: 'Emergency medical service.' },
    POLICE: { description: 'Police.' },
    FIRE_SERVICE: { description: 'Fire and rescue service.' },
    RELATIVES: { description: 'Relatives.' },
    GUARDIAN: { description: 'Guardian or trustee.' },
    ORPHANS_COURT: { description: 'Orphan’s court (bāriņtiesa).' },
    MANAGEMENT: { description: 'Management of the social service.' },
  },
});

/** Something out of the ordinary in a facility. Whoever is on duty records it and sees the record; lists are for who answers for the house. */
@Entity({ tableName: 'facility_incident' })
@ObjectType({ description: 'Something out of the ordinary in a facility: what happened, who was informed, and what followed.' })
@Allow('incident.record')
export class FacilityIncident extends VersionedTenantEntity {
  @Field(() => ID, { description: 'Id of the incident.' })
  override id!: string;

  @Field(() => Int, { description: 'Version: who changes it names the one seen.' })
  override version!: number;

  @Property({ type: 'uuid' })
  facilityId!: string;

  @Property({ type: 'date', fieldName: 'on_date' })
  @Field(() => DateScalar, { description: 'When.' })
  on!: string;

  @Enum({ items: () => IncidentKind, type: 'text' })
  @Field(() => IncidentKind, { description: 'What kind.' })
  kind!: IncidentKind;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What happened.' })
  what!: string;

  @Enum({ items: () => IncidentInformed, array: true, nativeEnumName: undefined, columnType: 'text[]' })
  @Field(() => [IncidentInformed], { description: 'Who was informed.' })
  informed!: IncidentInformed[];

  /** Subject of the token that recorded it. */
  @Property({ type: 'text' })
  recordedBy!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'When it was concluded; null while something is still to follow.' })
  concludedOn!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What followed.' })
  outcome!: string | null;
}

/** Who was involved in an incident. */
@Entity({ tableName: 'facility_incident_person' })
export class IncidentPerson extends TenantEntity {
  @Property({ type: 'uuid' })
  incidentId!: string;

  @Property({ type: 'uuid' })
  personId!: string;
}

/** A page of incidents. */
export const FacilityIncidentConnection = ConnectionOf(() => FacilityIncident, 'FacilityIncident');
