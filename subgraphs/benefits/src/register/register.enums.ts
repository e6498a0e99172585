import { registerEnumType } from 'type-graphql';

/** The state registers that a town asks. */
export enum StateRegister {
  POPULATION = 'POPULATION',
  SOCIAL_INSURANCE = 'SOCIAL_INSURANCE',
  REVENUE = 'REVENUE',
  EMPLOYMENT = 'EMPLOYMENT',
}
registerEnumType(StateRegister, {
  name: 'StateRegister',
  description: 'A state register that the town asks.',
  valuesConfig: {
    POPULATION: { description: 'Population: the declared residence (PMLP).' },
    SOCIAL_INSURANCE: { description: 'Social insurance: pensions and benefits (VSAA).' },
    REVENUE: { description: 'Revenue: wages and self-employment (VID).' },
    EMPLOYMENT: { description: 'Employment: who is registered as unemployed (NVA).' },
  },
});

/** What became of a question to a register. */
export enum RegisterOutcome {
  ANSWERED = 'ANSWERED',
  NOT_KNOWN = 'NOT_KNOWN',
  UNAVAILABLE = 'UNAVAILABLE',
  NOT_ASKED = 'NOT_ASKED',
}
registerEnumType(RegisterOutcome, {
  name: 'RegisterOutcome',
  description: 'What became of a question to a state register.',
  valuesConfig: {
    ANSWERED: { description: 'It answered.' },
    NOT_KNOWN: { description: 'It does not know the person: it tells no income.' },
    UNAVAILABLE: { description: 'It gave no answer; ask it again later. Nothing waits for it.' },
    NOT_ASKED: { description: 'It cannot be asked about this person; ask for a document.' },
  },
});

/** Why a register gave no answer. */
export enum RegisterReason {
  NOT_CONFIGURED = 'NOT_CONFIGURED',
  DOWN = 'DOWN',
  SLOW = 'SLOW',
  REFUSED = 'REFUSED',
  UNREADABLE = 'UNREADABLE',
  PAUSED = 'PAUSED',
  NO_CODE = 'NO_CODE',
}
registerEnumType(RegisterReason, {
  name: 'RegisterReason',
  description: 'Why a state register gave no answer.',
  valuesConfig: {
    NOT_CONFIGURED: { description: 'The town is not connected to it.' },
    DOWN: { description: 'It was not reached.' },
    SLOW: { description: 'It did not answer in time.' },
    REFUSED: { description: 'It refused the key of the town.' },
    UNREADABLE: { description: 'Its answer cannot be read.' },
    PAUSED: { description: 'It failed several times; it is asked again after a pause.' },
    NO_CODE: { description: 'It finds people by personal code alone, and this person has none.' },
  },
});

/** In what the population or employment register contradicts what the town recorded. */
export enum RecordDifferenceKind {
  RESIDENCE = 'RESIDENCE',
  ADDRESS = 'ADDRESS',
  DECEASED = 'DECEASED',
  UNEMPLOYMENT = 'UNEMPLOYMENT',
}
registerEnumType(RecordDifferenceKind, {
  name: 'RecordDifferenceKind',
  description: 'In what a register contradicts what the town has recorded.',
  valuesConfig: {
    RESIDENCE: { description: 'The declared residence lies in another municipality than recorded, or there is none.' },
    ADDRESS: { description: 'A member of the household is declared at another address than the applicant.' },
    DECEASED: { description: 'A member of the household has died.' },
    UNEMPLOYMENT: { description: 'Unemployment is recorded and not registered, or the other way round.' },
  },
});
