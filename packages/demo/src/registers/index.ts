import { addDays } from '@atbalsts/database';
import { type RegisterAnswer, type StateRegister, simulatedAnswer, sourcesOf, stateRegisters } from '@atbalsts/registers';
import { officersOf } from '../benefits/officers.js';
import type { DemoPerson, Row, World } from '../world.js';
import { monthsBefore, plantedWith, type RecordedPerson, simulatedOf } from './simulated.js';

/** How many applications with declared means, and how many proposals, have been asked about; of both those with something to look at come first. */
const declaredAsked = 8;
const proposedAsked = 5;
/** How the mutation of the benefits domain words it. */
const basis =
  'Regula (ES) 2016/679, 6. panta 1. punkta e) apakšpunkts; Sociālo pakalpojumu un sociālās palīdzības likums, 33. un 35. pants; MK 17.12.2020. noteikumi Nr. 809 (pieņemts / assumed)';
const purpose = 'Mājsaimniecības materiālās situācijas izvērtēšana';
const youngest: Record<StateRegister, number> = { POPULATION: 0, SOCIAL_INSURANCE: 0, REVENUE: 13, EMPLOYMENT: 15 };

/**
 * Questions to the state registers for some applications that lie on the desks today, with their answers; what is asked again in the running demo is answered the same.
 * One register was down. Proposals that pass over a difference say why. No chance but that of the people's ids.
 */
export function planRegisters(world: World): void {
  const people = new Map(world.people.map((person) => [person.id, person]));
  const rows = (table: string): Row[] => world.rows.get('benefits')?.get(table) ?? [];
  const members = grouped(rows('application_member'), 'application_id');
  const incomes = grouped(rows('declared_income'), 'application_id');
  const decisions = new Map(rows('decision').map((row) => [String(row.application_id), row]));
  const contradicted = (row: Row) =>
    (members.get(String(row.id)) ?? []).some((member) => plantedWith(String(member.person_id)) !== null && Number(member.age) >= 18);
  const open = (state: string, count: number): Row[] => {
    const found = rows('application').filter((row) => row.state === state && row.assessed_on !== null);
    return [...found.filter(contradicted), ...found.filter((row) => !contradicted(row))].slice(0, count);
  };
  for (const [at, application] of [...open('MEANS_DECLARED', declaredAsked), ...open('PROPOSED', proposedAsked)].entries()) {
    const id = String(application.id);
    const applicant = people.get(String(application.applicant_id));
    const home = applicant?.residenceSince ? addressKey(applicant.id, true, String(application.household_id)) : null;
    const desk = new AskedApplication(world, application, at === 1, home);
    for (const member of members.get(id) ?? []) {
      const person = people.get(String(member.person_id));
      const own = (incomes.get(id) ?? []).filter((income) => income.person_id === member.person_id);
      if (person) desk.ask(person, Number(member.age), member.pensioner === true, own);
    }
    const decision = decisions.get(id);
    if (application.state === 'PROPOSED' && decision) desk.explain(String(decision.id));
  }
}

/** At which address the pretended population register has a member: one key for all of a household, its own for who lives elsewhere. */
const addressKey = (personId: string, adult: boolean, householdId: string): string =>
  plantedWith(personId) === 'LIVES_ELSEWHERE' && adult ? personId : householdId;

/** One application, about whose members the registers were asked on the day on which it was complete. */
class AskedApplication {
  private readonly differing: { incomes: object[]; records: object[] } = { incomes: [], records: [] };

  constructor(
    private readonly world: World,
    private readonly application: Row,
    private readonly revenueDown: boolean,
    /** The address of the applicant; null for none. */
    private readonly home: string | null,
  ) {}

  ask(person: DemoPerson, age: number, pensioner: boolean, incomes: readonly Row[]): void {
    const { world, application } = this;
    const submittedOn = String(application.submitted_on);
    const on = addDays(submittedOn, 1);
    const holds = world.circumstances.find(
      (one) =>
        one.person === person && one.kind === 'UNEMPLOYED' && one.from <= submittedOn && (one.until === null || one.until > submittedOn),
    );
    const recorded: RecordedPerson = {
      id: person.id,
      householdId: String(application.household_id),
      residence: person.residenceSince ? { municipality: person.municipality, since: person.residenceSince } : null,
      adult: age >= 18,
      pensioner,
      unemployedSince: holds?.from ?? null,
      declared: incomes.map((income) => ({ source: String(income.source), monthly: (income.monthly as string[]).map(Number) })),
    };
    const months = monthsBefore(submittedOn);
    const simulated = simulatedOf(recorded, months);
    for (const register of stateRegisters) {
      if (age < youngest[register]) continue;
      const ofMonths = register === 'SOCIAL_INSURANCE' || register === 'REVENUE';
      const days = ofMonths ? { from: `${months[0]}-01`, until: `${submittedOn.slice(0, 7)}-01` } : { from: submittedOn, until: on };
      const down = this.revenueDown && register === 'REVENUE';
      const noCode = person.personalCode === null && register !== 'POPULATION';
      const questionId = this.addQuestion(person, register, days, down, noCode);
      if (down || noCode) continue;
      const answer = simulatedAnswer(simulated, { register, ...days });
      const told =
        answer.register === 'POPULATION'
          ? {
              residence: answer.residence?.municipality ?? null,
              withApplicant: this.home === null || answer.residence === null ? null : answer.residence.addressKey === this.home,
              deceasedOn: answer.deceasedOn,
            }
          : answer.register === 'EMPLOYMENT'
            ? { unemployedSince: answer.unemployedSince }
            : { incomes: answer.incomes };
      const before = { residence: recorded.residence?.municipality ?? null, unemployed: recorded.unemployedSince !== null };
      world.add('benefits', 'register_answer', {
        id: world.id('register answer', questionId),
        question_id: questionId,
        municipality: String(application.municipality),
        application_id: String(application.id),
        person_id: person.id,
        register,
        told,
        recorded: before,
      });
      this.compare(person, recorded, months, answer, before, told);
    }
  }

  /** Writes with a proposal what it passes over, and why; nothing where nothing differs. */
  explain(decisionId: string): void {
    const { incomes, records } = this.differing;
    if (!incomes.length && !records.length) return;
    this.world.add('benefits', 'decision_differences', {
      id: this.world.id('decision differences', decisionId),
      municipality: String(this.application.municipality),
      decision_id: decisionId,
      explanation: 'Pārrunāts ar iesniedzēju: reģistra ziņas attiecas uz laiku pirms situācijas maiņas; dokumenti uzrādīti.',
      // A list in a cell is an array column; jsonb is handed over as text.
      incomes: JSON.stringify(incomes),
      records: JSON.stringify(records),
    });
  }

  private addQuestion(
    person: DemoPerson,
    register: StateRegister,
    days: { from: string; until: string },
    down: boolean,
    noCode: boolean,
  ): string {
    const { world, application } = this;
    const completeOn = String(application.complete_on);
    const municipality = String(application.municipality);
    const id = world.id('register question', `${application.id} ${person.id} ${register}`);
    world.add('benefits', 'register_question', {
      id,
      municipality,
      application_id: String(application.id),
      person_id: person.id,
      register,
      purpose,
      legal_basis: basis,
      from_date: days.from,
      until_date: days.until,
      asked_by: officersOf(world, municipality, completeOn).proposers[0] as string,
      asked_at: `${completeOn}T08:30:00Z`,
      request_id: `demo-${String(application.number)}`,
      outcome: noCode ? 'NOT_ASKED' : down ? 'UNAVAILABLE' : 'ANSWERED',
      reason: noCode ? 'NO_CODE' : down ? 'DOWN' : null,
      from_cache: false,
    });
    return id;
  }

  /** Notes what the benefits domain will find to differ; its test compares the two. */
  private compare(
    person: DemoPerson,
    { declared }: RecordedPerson,
    months: readonly string[],
    answer: RegisterAnswer,
    before: Before,
    told: Told,
  ): void {
    const { register } = answer;
    const record = (kind: string, recorded: string | null, now: string | null) =>
      this.differing.records.push({ personId: person.id, register, kind, recorded, told: now });
    if ('incomes' in answer) {
      for (const source of sourcesOf[register])
        for (const [at, month] of months.entries()) {
          const asDeclared = declared.filter((one) => one.source === source).reduce((sum, { monthly }) => sum + (monthly[at] ?? 0), 0);
          const asTold = answer.incomes
            .filter((one) => one.source === source && one.month === month)
            .reduce((sum, { amount }) => sum + amount, 0);
          if (asDeclared !== asTold)
            this.differing.incomes.push({ personId: person.id, register, source, month, declared: asDeclared, told: asTold });
        }
    }
    if (answer.register === 'POPULATION' && told.residence !== before.residence)
      record('RESIDENCE', before.residence, told.residence ?? null);
    if (told.withApplicant === false) record('ADDRESS', null, null);
    if (answer.register === 'EMPLOYMENT' && (answer.unemployedSince !== null) !== before.unemployed)
      record('UNEMPLOYMENT', before.unemployed ? 'UNEMPLOYED' : null, answer.unemployedSince);
  }
}

interface Before {
  residence: string | null;
  unemployed: boolean;
}
interface Told {
  residence?: string | null;
  withApplicant?: boolean | null;
}

function grouped(rows: readonly Row[], column: string): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = String(row[column]);
    const known = found.get(key);
    if (known) known.push(row);
    else found.set(key, [row]);
  }
  return found;
}
