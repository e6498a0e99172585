// The door for a process that checks tokens and has no resolvers: all of this package but `@Allow`, which brings type-graphql along.
export { isOperatorAct, type OperatorAct, operatorActs } from './actions/operator.js';
export {
  type Action,
  type ActionEntry,
  type ActionKind,
  actionNames,
  actions,
  actionsOfRole,
  isAction,
  kindOfAction,
  may,
} from './actions.js';
export { type AtbalstsClaim, type TokenClaims, tokenAlgorithm, tokenAudience } from './claims.js';
export { demoId } from './demo-id.js';
export { DevIssuer, type DevIssuerOptions } from './dev-issuer.js';
export { devIssuerName } from './dev-issuer-name.js';
export * from './emergency.js';
export { AuthenticationError, type AuthenticationReason, authenticationReasons, ForbiddenError } from './errors.js';
export { type KeySource, KeySourceFault, localKeys, type RemoteKeysOptions, remoteKeys } from './key-source.js';
export {
  isPersona,
  type PartnerPersona,
  type Persona,
  type PersonaName,
  type PersonaSpecialistKind,
  type PersonaUnit,
  personaClaims,
  personaNames,
  personas,
  personaToken,
  type RegionalPersona,
  type StaffPersona,
} from './personas.js';
export { type Audience, audiences, type Principal } from './principal.js';
export { isRole, type Role, roles, rolesOfAudience, staffRoles } from './roles.js';
export { bearerToken, TokenVerifier, type TokenVerifierOptions } from './verifier.js';
