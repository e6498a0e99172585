import { describe, expect, it } from '@jest/globals';
import { readToken } from './session.js';

const tokenOf = (claims: unknown) => `x.${Buffer.from(JSON.stringify(claims), 'utf8').toString('base64url')}.y`;

describe('a token', () => {
  it('tells who is signed in, with letters of every alphabet', () => {
    const atbalsts = { audience: 'STAFF', roles: ['social-worker'], name: 'Kristīne Vējlauka', municipality: '0002000', employee: 'e' };
    expect(readToken(tokenOf({ sub: 'demo:social-worker', exp: 100, atbalsts }), 'social-worker')).toMatchObject({
      subject: 'demo:social-worker',
      name: 'Kristīne Vējlauka',
      audience: 'STAFF',
      roles: ['social-worker'],
      place: '0002000',
      endsAt: 100_000,
    });
  });

  it('of another kind, or no token at all, is nobody', () => {
    expect(readToken(tokenOf({ sub: 'a', exp: 1, atbalsts: { audience: 'SYSTEM', roles: [] } }))).toBeNull();
    expect(readToken('nonsense')).toBeNull();
  });
});
