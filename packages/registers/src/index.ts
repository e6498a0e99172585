export { type RegisterAnswer, type RegisterIncome, type RegisterIncomeSource, readAnswer, sourcesOf } from './answer.js';
export { CachedRegisters } from './cache.js';
export { type RegisterAddresses, RegisterConfigError, readRegisterAddresses } from './config.js';
export { HttpRegister, type RegisterAddress } from './http/http-register.js';
export { type Patience, usualPatience } from './http/patience.js';
export { openRegisters } from './open.js';
export { noRegisters, type RegisterOutcome, type Registers, type Unavailability } from './port.js';
export {
  type KnownIdentity,
  type QuestionBasis,
  type RegisterQuestion,
  type RegisterSubject,
  registerQuestion,
  type StateRegister,
  stateRegisters,
  subjectFor,
} from './question.js';
export { type ServedRegister, serveSimulator } from './simulator/serve.js';
export { type SimulatedPeople, type SimulatedPerson, SimulatedRegisters, simulatedAnswer } from './simulator/simulator.js';
