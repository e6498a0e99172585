/** The `iss` claim of the dev issuer: a name that no host can have (RFC 2606), so that no real issuer is ever taken for it. */
export const devIssuerName = 'https://atbalsts.invalid/dev';
