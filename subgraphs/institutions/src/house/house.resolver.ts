import { Allow } from '@atbalsts/auth';
import { type Connection, type Context, PageArgs, type Payload, Problem } from '@atbalsts/graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { Person, personRef } from '../external/person.js';
import { PlaceOnDay } from '../facility/board.js';
import { Facility } from '../facility/facility.entity.js';
import { facilityById } from '../facility/facility.loader.js';
import { Placement } from '../placement/placement.entity.js';
import { placementById } from '../placement/placement.loader.js';
import { PlacementPayload } from '../placement/placement.payload.js';
import { PlacementAbsence } from './absence.entity.js';
import { ChangeAbsenceInput, RecordAbsenceInput } from './absence.input.js';
import { absenceOn, absencesOf, changeAbsence, overdueAbsencesOf, recordAbsence } from './absence.service.js';
import { breachesOf, HouseRuleBreach, RecordBreachInput, recordBreach } from './breach.js';
import { FacilityIncident, FacilityIncidentConnection } from './incident.entity.js';
import { ConcludeIncidentInput, RecordIncidentInput } from './incident.input.js';
import { concludeIncident, findIncidents, personsOf, recordIncident } from './incident.service.js';

/** What a record of an incident gives back. */
@ObjectType({ description: 'What a record of an incident gives back.' })
@Allow('incident.record')
export class IncidentPayload {
  @Field(() => FacilityIncident, { nullable: true, description: 'The incident; null when refused.' })
  incident!: FacilityIncident | null;

  @Field(() => [Problem], { description: 'Why it was refused; empty when done.' })
  problems!: Problem[];
}

@ArgsType()
class IncidentsArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'True: only those of which something is still to follow.' })
  open!: boolean;
}

/** What happens in a house: absences, breaches of its rules, incidents. */
@Resolver()
export class HouseResolver {
  @Mutation(() => PlacementPayload, {
    description: 'Records that somebody with a bed goes away and the bed is kept, until a day. OVERLAP where that is on record already.',
  })
  @Allow('placement.record')
  recordAbsence(
    @Ctx() context: Context,
    @Arg('input', () => RecordAbsenceInput, { description: 'Who, why, from when until when.' }) input: RecordAbsenceInput,
  ): Promise<Payload<'placement', Placement>> {
    return recordAbsence(context, input);
  }

  @Mutation(() => PlacementPayload, {
    description:
      'Records that somebody came back, or keeps the bed for longer. STALE after a change of somebody else, WRONG_STATE where it has ended.',
  })
  @Allow('placement.record')
  changeAbsence(
    @Ctx() context: Context,
    @Arg('input', () => ChangeAbsenceInput, { description: 'Which, and what.' }) input: ChangeAbsenceInput,
  ): Promise<Payload<'placement', Placement>> {
    return changeAbsence(context, input);
  }

  @Mutation(() => PlacementPayload, {
    description:
      'Records a breach of house rules, once per stay, day and rule; DUPLICATE shows the placement as it stands. It ends no stay.',
  })
  @Allow('incident.record')
  recordBreach(
    @Ctx() context: Context,
    @Arg('input', () => RecordBreachInput, { description: 'Who, when, which rule, what was done.' }) input: RecordBreachInput,
  ): Promise<Payload<'placement', Placement>> {
    return recordBreach(context, input);
  }

  @Mutation(() => IncidentPayload, { description: 'Records an incident in a facility, once; DUPLICATE shows the one on record.' })
  @Allow('incident.record')
  recordIncident(
    @Ctx() context: Context,
    @Arg('input', () => RecordIncidentInput, { description: 'Where, when, what, who was involved.' }) input: RecordIncidentInput,
  ): Promise<Payload<'incident', FacilityIncident>> {
    return recordIncident(context, input);
  }

  @Mutation(() => IncidentPayload, { description: 'Records what followed an incident. STALE, WRONG_STATE where it is concluded.' })
  @Allow('incident.record')
  concludeIncident(
    @Ctx() context: Context,
    @Arg('input', () => ConcludeIncidentInput, { description: 'Which, and what followed.' }) input: ConcludeIncidentInput,
  ): Promise<Payload<'incident', FacilityIncident>> {
    return concludeIncident(context, input);
  }
}

/** What an incident refers to. */
@Resolver(() => FacilityIncident)
export class FacilityIncidentResolver {
  @FieldResolver(() => Facility, { nullable: true, description: 'Where.' })
  @Allow('facility.read')
  facility(@Ctx() context: Context, @Root() incident: FacilityIncident): Promise<Facility | null> {
    return context.load(facilityById, incident.facilityId);
  }

  @FieldResolver(() => [Person], { description: 'Clients who were involved.' })
  async persons(@Ctx() context: Context, @Root() incident: FacilityIncident): Promise<Person[]> {
    return (await context.load(personsOf, incident.id)).map(({ personId }) => personRef(personId));
  }
}

/** Whose absence it is. */
@Resolver(() => PlacementAbsence)
export class PlacementAbsenceResolver {
  @FieldResolver(() => Placement, { nullable: true, description: 'During which placement.' })
  placement(@Ctx() context: Context, @Root() absence: PlacementAbsence): Promise<Placement | null> {
    return context.load(placementById, absence.placementId);
  }
}

/** What is on record of a stay beside its activities. */
@Resolver(() => Placement)
export class PlacementHouseResolver {
  @FieldResolver(() => [PlacementAbsence], { nullable: true, description: 'When the person was away and the bed was kept, in order.' })
  absences(@Ctx() context: Context, @Root() placement: Placement): Promise<PlacementAbsence[]> {
    return context.load(absencesOf, placement.id);
  }

  @FieldResolver(() => [HouseRuleBreach], { nullable: true, description: 'House rules breached during the stay, the latest first.' })
  @Allow('incident.read')
  breaches(@Ctx() context: Context, @Root() placement: Placement): Promise<HouseRuleBreach[]> {
    return context.load(breachesOf, placement.id);
  }
}

/** What happened in a facility. */
@Resolver(() => Facility)
export class FacilityHouseResolver {
  @FieldResolver(() => FacilityIncidentConnection, { description: 'Incidents in the facility, the latest first.' })
  @Allow('incident.read')
  incidents(@Ctx() context: Context, @Root() facility: Facility, @Args() args: IncidentsArgs): Promise<Connection<FacilityIncident>> {
    return findIncidents(context, facility.id, args);
  }

  @FieldResolver(() => [PlacementAbsence], {
    description: 'Who is away past the day until which the bed is kept, the longest over first: to be ended or prolonged.',
  })
  @Allow('placement.read')
  absencesOverdue(@Ctx() context: Context, @Root() facility: Facility): Promise<PlacementAbsence[]> {
    return context.load(overdueAbsencesOf, facility.id);
  }
}

/** Who of a board is away. */
@Resolver(() => PlaceOnDay)
export class PlaceOnDayResolver {
  @FieldResolver(() => PlacementAbsence, { nullable: true, description: 'Where who holds the bed is away on that day; null otherwise.' })
  async absence(@Ctx() context: Context, @Root() place: PlaceOnDay): Promise<PlacementAbsence | null> {
    return place.placement ? context.load(absenceOn, { placementId: place.placement.id, on: place.on }) : null;
  }
}
