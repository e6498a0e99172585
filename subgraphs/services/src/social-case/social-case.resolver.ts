import { Allow } from '@atbalsts/auth';
import { type Connection, type Context, PageArgs, type Payload } from '@atbalsts/graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Employee, employeeRef } from '../external/employee.js';
import { Household, householdRef } from '../external/household.js';
import { Person, personRef } from '../external/person.js';
import { addCaseGoal } from './add-goal.service.js';
import { CaseGoal } from './case-goal.entity.js';
import { CaseHandover } from './case-handover.entity.js';
import { CaseNote, CaseNoteConnection } from './case-note.entity.js';
import { addCaseNote } from './case-note.service.js';
import { closeCase } from './close-case.service.js';
import { handOverCase } from './hand-over.service.js';
import { SocialCase, SocialCaseConnection } from './social-case.entity.js';
import {
  AddCaseGoalInput,
  AddCaseNoteInput,
  CloseCaseInput,
  HandOverCaseInput,
  OpenCaseInput,
  SocialCaseFilter,
} from './social-case.input.js';
import { listCases } from './social-case.list.js';
import { caseById, goalsOf, handoversOf, notesOf } from './social-case.loader.js';
import { CaseNotePayload, SocialCasePayload } from './social-case.payload.js';
import { openCase } from './social-case.service.js';

@ArgsType()
class SocialCasesArgs extends PageArgs {
  @Field(() => SocialCaseFilter, { nullable: true, description: 'Which cases; all when left out.' })
  filter?: SocialCaseFilter | null;
}

/** Social cases of the own municipality. */
@Resolver(() => SocialCase)
export class SocialCaseResolver {
  @Query(() => SocialCase, { nullable: true, description: 'A case by id; null where there is none in your municipality.' })
  @Allow('case.read')
  socialCase(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Id of the case.' }) id: string): Promise<SocialCase | null> {
    return context.load(caseById, id);
  }

  @Query(() => SocialCaseConnection, { description: 'Cases of your municipality, the latest opened first.' })
  @Allow('case.read')
  socialCases(@Ctx() context: Context, @Args() args: SocialCasesArgs): Promise<Connection<SocialCase>> {
    return listCases(context, args.filter ?? {}, args);
  }

  @Mutation(() => SocialCasePayload, {
    description: 'Opens a case. DUPLICATE, with the open one, where the person has an open case for the same target group.',
  })
  @Allow('case.open')
  openCase(
    @Ctx() context: Context,
    @Arg('input', () => OpenCaseInput, { description: 'The case.' }) input: OpenCaseInput,
  ): Promise<Payload<'socialCase', SocialCase>> {
    return openCase(context, input);
  }

  @Mutation(() => SocialCasePayload, { description: 'Closes a case, with what came of each of its goals.' })
  @Allow('case.close')
  closeCase(
    @Ctx() context: Context,
    @Arg('input', () => CloseCaseInput, { description: 'The case and its outcomes.' }) input: CloseCaseInput,
  ): Promise<Payload<'socialCase', SocialCase>> {
    return closeCase(context, input);
  }

  @Mutation(() => SocialCasePayload, {
    description: 'Adds a goal to an open case. DUPLICATE where the case has it already, WRONG_STATE for a closed one.',
  })
  @Allow('case.goal.add')
  addCaseGoal(
    @Ctx() context: Context,
    @Arg('input', () => AddCaseGoalInput, { description: 'The case and the goal.' }) input: AddCaseGoalInput,
  ): Promise<Payload<'socialCase', SocialCase>> {
    return addCaseGoal(context, input);
  }

  @Mutation(() => CaseNotePayload, { description: 'Writes a note in an open case, signed by whoever writes it.' })
  @Allow('case.note.record')
  addCaseNote(
    @Ctx() context: Context,
    @Arg('input', () => AddCaseNoteInput, { description: 'The note.' }) input: AddCaseNoteInput,
  ): Promise<Payload<'caseNote', CaseNote>> {
    return addCaseNote(context, input);
  }

  @Mutation(() => SocialCasePayload, {
    description: 'Hands an open case over to another employee; who had it before stays on record, and notes stay signed.',
  })
  @Allow('case.handOver')
  handOverCase(
    @Ctx() context: Context,
    @Arg('input', () => HandOverCaseInput, { description: 'To whom, from when and why.' }) input: HandOverCaseInput,
  ): Promise<Payload<'socialCase', SocialCase>> {
    return handOverCase(context, input);
  }

  @FieldResolver(() => Person, { description: 'With whom.' })
  person(@Root() socialCase: SocialCase): Person {
    return personRef(socialCase.personId);
  }

  @FieldResolver(() => Household, { nullable: true, description: 'The household of the person on the day of opening.' })
  household(@Root() { householdId }: SocialCase): Household | null {
    return householdId ? householdRef(householdId) : null;
  }

  @FieldResolver(() => Employee, { description: 'Who manages the case.' })
  responsible(@Root() socialCase: SocialCase): Employee {
    return employeeRef(socialCase.responsibleId);
  }

  @FieldResolver(() => [CaseGoal], { description: 'What is to be better at the end, in their order.' })
  goals(@Ctx() context: Context, @Root() socialCase: SocialCase): Promise<CaseGoal[]> {
    return context.load(goalsOf, socialCase.id);
  }

  @FieldResolver(() => [CaseHandover], {
    description: 'Who handed it over to whom, the latest first; empty while the first employee has it.',
  })
  handovers(@Ctx() context: Context, @Root() socialCase: SocialCase): Promise<CaseHandover[]> {
    return context.load(handoversOf, socialCase.id);
  }

  @FieldResolver(() => CaseNoteConnection, { description: 'What was noted, newest first.' })
  @Allow('case.note.read')
  async notes(@Ctx() context: Context, @Root() socialCase: SocialCase, @Args() { first, after }: PageArgs): Promise<Connection<CaseNote>> {
    const notes = await notesOf(context, { parentId: socialCase.id, first, after: after ?? null });
    if (notes.nodes.length) context.audit.read(socialCase.personId, socialCase.municipality, 'case.note.read', 'notes');
    return notes;
  }
}

/** Notes of a case. */
@Resolver(() => CaseNote)
export class CaseNoteResolver {
  @FieldResolver(() => Employee, { description: 'Who wrote it.' })
  author(@Root() note: CaseNote): Employee {
    return employeeRef(note.employeeId);
  }
}

/** Handovers of a case. */
@Resolver(() => CaseHandover)
export class CaseHandoverResolver {
  @FieldResolver(() => Employee, { description: 'Who was responsible before.' })
  from(@Root() handover: CaseHandover): Employee {
    return employeeRef(handover.fromId);
  }

  @FieldResolver(() => Employee, { description: 'Who took it over.' })
  to(@Root() handover: CaseHandover): Employee {
    return employeeRef(handover.toId);
  }
}
