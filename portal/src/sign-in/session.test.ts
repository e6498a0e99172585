import { beforeEach, describe, expect, it } from '@jest/globals';
import { readToken, type Session, sessions } from './session.js';

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

/** A tab: its storage, and its address. */
function tab() {
  const kept: Record<string, unknown> = {};
  Object.defineProperties(kept, {
    getItem: { value: (key: string) => kept[key] ?? null },
    setItem: { value: (key: string, value: string) => Object.assign(kept, { [key]: value }) },
    removeItem: { value: (key: string) => void delete kept[key] },
  });
  const address = { path: '/clients/1' };
  Object.defineProperty(globalThis, 'sessionStorage', { value: kept, configurable: true });
  Object.defineProperty(globalThis, 'history', {
    value: { replaceState: (_state: unknown, _title: string, path: string) => Object.assign(address, { path }) },
    configurable: true,
  });
  return { kept, address };
}

const sessionOf = (sub: string) => readToken(tokenOf({ sub, exp: 4_000_000_000, atbalsts: { audience: 'STAFF', roles: [] } })) as Session;

describe('what a tab keeps of a person', () => {
  let here: ReturnType<typeof tab>;
  beforeEach(() => {
    here = tab();
    sessions.begin(sessionOf('anna'));
    Object.assign(here.kept, { 'atbalsts.emergency': '[{}]', 'atbalsts.applications.queue': '{}', 'oidc.state': 'of the issuer' });
  });

  it('is gone after signing out, and so is the page they stood on', () => {
    sessions.leave();
    expect(Object.keys(here.kept)).toEqual(['oidc.state']);
    expect(here.address.path).toBe('/');
  });

  it('stays when the same person signs in again, and is gone for another', () => {
    sessions.begin(sessionOf('anna'));
    expect(here.kept['atbalsts.emergency']).toBe('[{}]');
    sessions.begin(sessionOf('juris'));
    expect(Object.keys(here.kept).sort()).toEqual(['atbalsts.session', 'oidc.state']);
    expect(here.kept['atbalsts.session']).toContain(sessionOf('juris').token);
  });
});
