import { isExclusionViolation, newId } from '@atbalsts/database';
import { type Context, mutate, type Payload, ProblemCode, problem, Refusal, refuse } from '@atbalsts/graphql';
import { unknownEmployees } from '../external/employee.ask.js';
import { refuseUnknownPerson } from '../external/person.ask.js';
import { held, heldAt, holdPerson } from '../held.js';
import { Invalid, isBlank } from '../invalid.js';
import { serviceProjectByCode } from '../service-project/service-project.loader.js';
import { projectProblems } from '../service-project/service-project.rules.js';
import { Programme, ProgrammeEnrolment, ProgrammeGroup } from './programme.entity.js';
import type { EndEnrolmentInput, EnrolInProgrammeInput, OpenProgrammeGroupInput, OpenProgrammeInput } from './programme.input.js';
import { enrolmentProblems } from './programme.rules.js';

const noProgramme = { lv: 'Šādas programmas nav.', en: 'There is no such programme.' };
const noGroup = { lv: 'Šādas grupas nav.', en: 'There is no such group.' };
const noEnrolment = { lv: 'Šāda ieraksta nav.', en: 'There is no such enrolment.' };
const blank = (name: string) => new Invalid().when(isBlank(name), 'name', 'Nosaukums ir tukšs.', 'The name is empty.').found;

/** Opens a programme; the same code with the same name gives the one that is there. Refuses INVALID, NOT_FOUND, DUPLICATE. */
export function openProgramme(
  context: Context,
  { code, name, from, project }: OpenProgrammeInput,
): Promise<Payload<'programme', Programme>> {
  return mutate(context, 'programme', async () => {
    const { em, municipality } = context;
    const problems = blank(name);
    if (project) problems.push(...projectProblems(await context.load(serviceProjectByCode, project), from, 'project', 'from'));
    const projectCode = project ?? null;
    if (problems.length) throw new Refusal(problems);
    await holdPerson(context, `programme ${municipality}`, code);
    const known = await em.findOne(Programme, { municipality, code });
    if (known && known.name === name.trim() && known.from === from && known.projectCode === projectCode) return known;
    if (known) throw new Refusal([duplicate('code')], known);
    const programme = em.create(Programme, { id: newId(), municipality, code, name: name.trim(), from, until: null, projectCode });
    await em.flush();
    await context.audit.write(em, { action: 'programme.manage', object: `programme:${programme.id}` });
    return programme;
  });
}

/** Opens a group of a programme; the same name gives the one that is there. Refuses INVALID, NOT_FOUND, DUPLICATE. */
export function openProgrammeGroup(context: Context, input: OpenProgrammeGroupInput): Promise<Payload<'group', ProgrammeGroup>> {
  return mutate(context, 'group', async () => {
    const { em, municipality } = context;
    const name = input.name.trim();
    const problems = [...blank(name), ...(await unknownEmployees(context, [{ field: 'leaderId', id: input.leaderId }]))];
    if (problems.length) throw new Refusal(problems);
    const programme = await held(context, Programme, { id: input.programmeId, field: 'programmeId', missing: noProgramme });
    const known = await em.findOne(ProgrammeGroup, { programmeId: programme.id, name });
    if (known && known.leaderId === input.leaderId && known.places === input.places) return known;
    if (known) throw new Refusal([duplicate('name')], known);
    const { leaderId, places } = input;
    const group = em.create(ProgrammeGroup, { id: newId(), municipality, programmeId: programme.id, name, leaderId, places });
    await em.flush();
    await context.audit.write(em, { action: 'programme.manage', object: `programmeGroup:${group.id}` });
    return group;
  });
}

const duplicate = (field: string) =>
  problem(
    ProblemCode.DUPLICATE,
    'Ieraksts ar šo pašu kodu vai nosaukumu jau ir, bet ar citiem datiem; tas ir parādīts atbildē.',
    'There is an entry of this code or name already, with other data; the answer shows it.',
    field,
  );

/**
 * Enrols somebody, in a group or alone. Who enrols in a group at the same moment waits, so that the places are never overfilled. Refuses INVALID,
 * NOT_FOUND, NO_VACANCY, OVERLAP where the person is enrolled for some of the days: the database decides.
 */
export function enrolInProgramme(context: Context, input: EnrolInProgrammeInput): Promise<Payload<'enrolment', ProgrammeEnrolment>> {
  return mutate(context, 'enrolment', async () => {
    const { em, municipality } = context;
    await refuseUnknownPerson(context, input.personId);
    const programme = await held(context, Programme, { id: input.programmeId, field: 'programmeId', missing: noProgramme }, true);
    const problems = enrolmentProblems(input, programme);
    if (problems.length) throw new Refusal(problems);
    if (input.groupId) await refuseFullGroup(context, programme.id, input.groupId, input);
    const enrolment = em.create(ProgrammeEnrolment, {
      id: newId(),
      municipality,
      programmeId: programme.id,
      groupId: input.groupId ?? null,
      personId: input.personId,
      from: input.from,
      until: input.until ?? null,
    } as never);
    try {
      await em.flush();
    } catch (error) {
      if (isExclusionViolation(error)) throw new Refusal([overlap]);
      throw error;
    }
    await context.audit.write(em, { action: 'programme.enrol', personId: input.personId, object: `programmeEnrolment:${enrolment.id}` });
    return enrolment;
  });
}

const overlap = problem(
  ProblemCode.OVERLAP,
  'Persona šajā laikā jau ir uzņemta.',
  'The person is enrolled for some of these days already.',
  'personId',
);

async function refuseFullGroup(
  context: Context,
  programmeId: string,
  groupId: string,
  { from, until }: { from: string; until?: string | null },
): Promise<void> {
  const group = await held(context, ProgrammeGroup, { id: groupId, field: 'groupId', missing: noGroup });
  if (group.programmeId !== programmeId) refuse(ProblemCode.NOT_FOUND, noGroup.lv, noGroup.en, 'groupId');
  const [taken]: { n: number }[] = await context.em.execute(
    `select count(*)::int as n from programme_enrolment where group_id = ? and daterange(from_date, until_date) && daterange(?::date, ?::date)`,
    [groupId, from, until ?? null],
  );
  if ((taken?.n ?? 0) >= group.places) {
    refuse(
      ProblemCode.NO_VACANCY,
      `Grupā visas ${group.places} vietas ir aizņemtas.`,
      `All ${group.places} places of the group are taken.`,
      'groupId',
    );
  }
}

/** Ends an enrolment. Refuses NOT_FOUND, STALE, INVALID. */
export function endEnrolment(context: Context, input: EndEnrolmentInput): Promise<Payload<'enrolment', ProgrammeEnrolment>> {
  return mutate(context, 'enrolment', async () => {
    const named = { id: input.enrolmentId, field: 'enrolmentId', missing: noEnrolment };
    const enrolment = await heldAt(context, ProgrammeEnrolment, named, input.version);
    const problems = new Invalid()
      .when(input.on <= enrolment.from, 'on', 'Beigām jābūt pēc sākuma.', 'It must end after it begins.')
      .when(enrolment.until !== null && input.on > enrolment.until, 'on', 'Tas beidzas jau agrāk.', 'It ends before that day.').found;
    if (problems.length) throw new Refusal(problems);
    enrolment.until = input.on;
    await context.em.flush();
    await context.audit.write(context.em, {
      action: 'programme.enrol',
      personId: enrolment.personId,
      object: `programmeEnrolment:${enrolment.id}`,
      fields: ['until'],
    });
    return enrolment;
  });
}
