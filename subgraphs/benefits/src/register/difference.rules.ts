import type { Label } from '@atbalsts/reference';
import { type RegisterIncomeSource, type StateRegister, sourcesOf } from '@atbalsts/registers';
import type { RecordedFacts, ToldFacts } from './register-answer.entity.js';

/** What a register told of a member; where it does not know the member, `told` is empty. */
export interface MemberTold {
  personId: string;
  register: `${StateRegister}`;
  told: ToldFacts;
  recorded: RecordedFacts;
}

/** An income as declared: three months, the oldest first, in cents. */
export interface MemberDeclared {
  personId: string;
  source: string;
  monthly: readonly number[];
}

/** A month in which what was declared is not what a register tells, in cents. */
export interface FoundIncomeDifference {
  personId: string;
  register: `${StateRegister}`;
  source: RegisterIncomeSource;
  /** YYYY-MM. */
  month: string;
  declared: number;
  told: number;
}

/** What a register tells otherwise than the town has it on record. */
export interface FoundRecordDifference {
  personId: string;
  register: `${StateRegister}`;
  kind: 'RESIDENCE' | 'ADDRESS' | 'DECEASED' | 'UNEMPLOYMENT';
  recorded: string | null;
  told: string | null;
}

/** Both kinds together. */
export interface FoundDifferences {
  incomes: FoundIncomeDifference[];
  records: FoundRecordDifference[];
}

/**
 * Where declared incomes and registers differ, by member, source and month, to the cent. A register speaks only on its own sources, and only where it answered; not to know
 * a person is to tell no income. What is declared several times for one source is added.
 * @param months YYYY-MM, the oldest first, as the incomes are
 */
export function incomeDifferences(
  months: readonly string[],
  declared: readonly MemberDeclared[],
  told: readonly MemberTold[],
): FoundIncomeDifference[] {
  const found: FoundIncomeDifference[] = [];
  for (const one of told) {
    for (const source of sourcesOf[one.register]) {
      for (const [at, month] of months.entries()) {
        const own = declared.filter((income) => income.personId === one.personId && income.source === source);
        const asDeclared = own.reduce((sum, { monthly }) => sum + (monthly[at] ?? 0), 0);
        const asTold = toldIn(one, source, month);
        if (asDeclared !== asTold)
          found.push({ personId: one.personId, register: one.register, source, month, declared: asDeclared, told: asTold });
      }
    }
  }
  return found;
}

/** The incomes of a household as the registers tell them; as declared where no register speaks. */
export function incomesByRegisters(
  months: readonly string[],
  declared: readonly MemberDeclared[],
  told: readonly MemberTold[],
): { personId: string; monthly: number[] }[] {
  const speaks = (income: MemberDeclared) =>
    told.some((one) => one.personId === income.personId && sourcesOf[one.register].some((source) => source === income.source));
  return [
    ...declared.filter((income) => !speaks(income)).map(({ personId, monthly }) => ({ personId, monthly: [...monthly] })),
    ...told.flatMap((one) =>
      sourcesOf[one.register].map((source) => ({ personId: one.personId, monthly: months.map((month) => toldIn(one, source, month)) })),
    ),
  ];
}

const toldIn = ({ told }: MemberTold, source: RegisterIncomeSource, month: string): number =>
  (told.incomes ?? []).reduce((sum, income) => (income.source === source && income.month === month ? sum + income.amount : sum), 0);

/** Where the population and the employment register tell otherwise than the town has it on record. */
export function recordDifferences(told: readonly MemberTold[]): FoundRecordDifference[] {
  return told.flatMap(({ personId, register, told: facts, recorded }) => {
    const found: FoundRecordDifference[] = [];
    const differs = (kind: FoundRecordDifference['kind'], before: string | null, now: string | null) =>
      found.push({ personId, register, kind, recorded: before, told: now });
    if (facts.deceasedOn) differs('DECEASED', null, facts.deceasedOn);
    if (facts.residence !== undefined && facts.residence !== recorded.residence) differs('RESIDENCE', recorded.residence, facts.residence);
    if (facts.withApplicant === false) differs('ADDRESS', null, null);
    if (facts.unemployedSince !== undefined && (facts.unemployedSince !== null) !== recorded.unemployed)
      differs('UNEMPLOYMENT', recorded.unemployed ? 'UNEMPLOYED' : null, facts.unemployedSince);
    return found;
  });
}

/** Whether every one of these differences is among those seen before, with the same figures. */
export function allSeen(now: FoundDifferences, before: FoundDifferences): boolean {
  const key = (one: FoundIncomeDifference | FoundRecordDifference) => JSON.stringify(Object.entries(one).sort());
  const known = new Set([...before.incomes, ...before.records].map(key));
  return [...now.incomes, ...now.records].every((one) => known.has(key(one)));
}

/** What a difference of income means, for who decides. */
export function incomeNote({ declared, told }: Pick<FoundIncomeDifference, 'declared' | 'told'>): Label {
  const by = (Math.abs(told - declared) / 100).toFixed(2);
  if (declared === 0) return { lv: `Nav deklarēts: reģistrā ir ${by} euro.`, en: `Not declared: the register has ${by} euro.` };
  if (told === 0) return { lv: `Reģistrā nav: deklarēti ${by} euro.`, en: `Not in the register: ${by} euro are declared.` };
  return told > declared
    ? { lv: `Reģistrā ir par ${by} euro vairāk.`, en: `The register has ${by} euro more.` }
    : { lv: `Reģistrā ir par ${by} euro mazāk.`, en: `The register has ${by} euro less.` };
}

/** What another difference means, for who decides. */
export function recordNote({ kind, told }: Pick<FoundRecordDifference, 'kind' | 'told'>): Label {
  switch (kind) {
    case 'DECEASED':
      return { lv: `Persona ir mirusi ${told}.`, en: `The person died on ${told}.` };
    case 'ADDRESS':
      return { lv: 'Persona deklarēta citā adresē nekā iesniedzējs.', en: 'The person is declared at another address than the applicant.' };
    case 'RESIDENCE':
      return told === null
        ? { lv: 'Reģistrā deklarētas dzīvesvietas nav.', en: 'The register has no declared residence.' }
        : {
            lv: `Reģistrā dzīvesvieta deklarēta pašvaldībā ${told}.`,
            en: `By the register the residence is declared in municipality ${told}.`,
          };
    case 'UNEMPLOYMENT':
      return told === null
        ? { lv: 'Reģistrā persona nav bezdarbnieks.', en: 'By the register the person is not unemployed.' }
        : { lv: `Reģistrā persona ir bezdarbnieks kopš ${told}.`, en: `By the register the person is unemployed since ${told}.` };
  }
}
