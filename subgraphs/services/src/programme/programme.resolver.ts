import { Allow } from '@atbalsts/auth';
import { type Connection, type Context, PageArgs, type Payload, type ReferenceResolver } from '@atbalsts/graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Employee, employeeRef } from '../external/employee.js';
import { Person, personRef } from '../external/person.js';
import { PayloadOf } from '../payload-of.js';
import {
  Programme,
  ProgrammeEnrolment,
  ProgrammeEnrolmentConnection,
  ProgrammeGroup,
  ProgrammeSession,
  ProgrammeSessionConnection,
  SessionAttendance,
} from './programme.entity.js';
import {
  EndEnrolmentInput,
  EnrolInProgrammeInput,
  OpenProgrammeGroupInput,
  OpenProgrammeInput,
  RecordSessionInput,
} from './programme.input.js';
import { attendanceOf, enrolmentsOf, groupById, groupsOf, programmeById, sessionsOf } from './programme.loader.js';
import { endEnrolment, enrolInProgramme, openProgramme, openProgrammeGroup } from './programme.service.js';
import { recordSession } from './session.service.js';

const ProgrammePayload = PayloadOf(() => Programme, 'programme', 'ProgrammePayload', 'programme.read');
const ProgrammeGroupPayload = PayloadOf(() => ProgrammeGroup, 'group', 'ProgrammeGroupPayload', 'programme.read');
const EnrolmentPayload = PayloadOf(() => ProgrammeEnrolment, 'enrolment', 'ProgrammeEnrolmentPayload', 'programme.enrolment.read');
const SessionPayload = PayloadOf(() => ProgrammeSession, 'session', 'ProgrammeSessionPayload', 'programme.enrolment.read');

/** Resolves a programme for another subgraph; null where the principal's municipality does not know it. */
export const programmeReference: ReferenceResolver = ({ id }, context) => context.load(programmeById, String(id));

/** Social rehabilitation programmes of the own municipality. */
@Resolver(() => Programme)
export class ProgrammeResolver {
  @Query(() => [Programme], { description: 'Social rehabilitation programmes of your municipality, by code.' })
  @Allow('programme.read')
  programmes(@Ctx() { em }: Context): Promise<Programme[]> {
    return em.find(Programme, {}, { orderBy: { code: 'asc' } });
  }

  @Query(() => Programme, { nullable: true, description: 'A programme by id; null where there is none in your municipality.' })
  @Allow('programme.read')
  programme(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Id of the programme.' }) id: string): Promise<Programme | null> {
    return context.load(programmeById, id);
  }

  @Mutation(() => ProgrammePayload, { description: 'Opens a programme.' })
  @Allow('programme.manage')
  openProgramme(
    @Ctx() context: Context,
    @Arg('input', () => OpenProgrammeInput, { description: 'The programme.' }) input: OpenProgrammeInput,
  ): Promise<Payload<'programme', Programme>> {
    return openProgramme(context, input);
  }

  @Mutation(() => ProgrammeGroupPayload, { description: 'Opens a group of a programme.' })
  @Allow('programme.manage')
  openProgrammeGroup(
    @Ctx() context: Context,
    @Arg('input', () => OpenProgrammeGroupInput, { description: 'The group.' }) input: OpenProgrammeGroupInput,
  ): Promise<Payload<'group', ProgrammeGroup>> {
    return openProgrammeGroup(context, input);
  }

  @Mutation(() => EnrolmentPayload, { description: 'Enrols somebody in a programme; never more in a group than it has places.' })
  @Allow('programme.enrol')
  enrolInProgramme(
    @Ctx() context: Context,
    @Arg('input', () => EnrolInProgrammeInput, { description: 'Who and where.' }) input: EnrolInProgrammeInput,
  ): Promise<Payload<'enrolment', ProgrammeEnrolment>> {
    return enrolInProgramme(context, input);
  }

  @Mutation(() => EnrolmentPayload, { description: 'Ends an enrolment.' })
  @Allow('programme.enrol')
  endEnrolment(
    @Ctx() context: Context,
    @Arg('input', () => EndEnrolmentInput, { description: 'Which and when.' }) input: EndEnrolmentInput,
  ): Promise<Payload<'enrolment', ProgrammeEnrolment>> {
    return endEnrolment(context, input);
  }

  @Mutation(() => SessionPayload, { description: 'Records a session with who was there, once for its key.' })
  @Allow('programme.session')
  recordSession(
    @Ctx() context: Context,
    @Arg('input', () => RecordSessionInput, { description: 'The session.' }) input: RecordSessionInput,
  ): Promise<Payload<'session', ProgrammeSession>> {
    return recordSession(context, input);
  }

  @FieldResolver(() => [ProgrammeGroup], { description: 'Groups, by name.' })
  groups(@Ctx() context: Context, @Root() programme: Programme): Promise<ProgrammeGroup[]> {
    return context.load(groupsOf, programme.id);
  }

  @FieldResolver(() => ProgrammeEnrolmentConnection, { description: 'Who takes part and took part, the latest first.' })
  @Allow('programme.enrolment.read')
  enrolments(@Ctx() context: Context, @Root() { id }: Programme, @Args() args: PageArgs): Promise<Connection<ProgrammeEnrolment>> {
    return enrolmentsOf(context, { parentId: id, first: args.first, after: args.after ?? null });
  }

  @FieldResolver(() => ProgrammeSessionConnection, { description: 'Sessions, the latest first.' })
  @Allow('programme.enrolment.read')
  sessions(@Ctx() context: Context, @Root() { id }: Programme, @Args() args: PageArgs): Promise<Connection<ProgrammeSession>> {
    return sessionsOf(context, { parentId: id, first: args.first, after: args.after ?? null });
  }
}

/** Who leads a group. */
@Resolver(() => ProgrammeGroup)
export class ProgrammeGroupResolver {
  @FieldResolver(() => Employee, { description: 'Who leads it.' })
  leader(@Root() group: ProgrammeGroup): Employee {
    return employeeRef(group.leaderId);
  }
}

/** Who is enrolled. */
@Resolver(() => ProgrammeEnrolment)
export class ProgrammeEnrolmentResolver {
  @FieldResolver(() => Person, { description: 'Who.' })
  person(@Root() enrolment: ProgrammeEnrolment): Person {
    return personRef(enrolment.personId);
  }

  @FieldResolver(() => ProgrammeGroup, { nullable: true, description: 'In which group; null for who takes part alone.' })
  async group(@Ctx() context: Context, @Root() { groupId }: ProgrammeEnrolment): Promise<ProgrammeGroup | null> {
    return groupId ? context.load(groupById, groupId) : null;
  }
}

/** Who led a session, and who was there. */
@Resolver(() => ProgrammeSession)
export class ProgrammeSessionResolver {
  @FieldResolver(() => ProgrammeGroup, { nullable: true, description: 'Of which group; null for a session with one person.' })
  async group(@Ctx() context: Context, @Root() { groupId }: ProgrammeSession): Promise<ProgrammeGroup | null> {
    return groupId ? context.load(groupById, groupId) : null;
  }

  @FieldResolver(() => Employee, { description: 'Who led it.' })
  leader(@Root() session: ProgrammeSession): Employee {
    return employeeRef(session.leaderId);
  }

  @FieldResolver(() => [SessionAttendance], { description: 'Who of those enrolled was there.' })
  attendance(@Ctx() context: Context, @Root() session: ProgrammeSession): Promise<SessionAttendance[]> {
    return context.load(attendanceOf, session.id);
  }
}

/** Of whom an attendance is. */
@Resolver(() => SessionAttendance)
export class SessionAttendanceResolver {
  @FieldResolver(() => Person, { description: 'Who.' })
  person(@Root() attendance: SessionAttendance): Person {
    return personRef(attendance.personId);
  }
}
