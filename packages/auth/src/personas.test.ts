import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoId } from './demo-id.js';
import { DevIssuer } from './dev-issuer.js';
import { localKeys } from './key-source.js';
import { isPersona, type PersonaName, personaNames, personas, personaToken } from './personas.js';
import { TokenVerifier } from './verifier.js';

let folder: string;
let issuer: DevIssuer;
let verifier: TokenVerifier;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atbalsts-personas-'));
  issuer = await DevIssuer.open(folder);
  verifier = new TokenVerifier(localKeys(issuer.jwks()), issuer);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const expectations: [PersonaName, object][] = [
  ['assistance-organiser', { audience: 'STAFF', roles: ['assistance-organiser'], municipality: '0002000' }],
  ['assistance-organiser-2', { roles: ['assistance-organiser'], municipality: '0002000' }],
  ['head-of-assistance', { roles: ['head-of-assistance'], municipality: '0002000' }],
  ['social-worker', { roles: ['social-worker'], municipality: '0002000', employee: demoId('employee', 'social-worker') }],
  ['social-worker-2', { roles: ['social-worker'], municipality: '0002000' }],
  ['head-of-services', { roles: ['head-of-services'], municipality: '0002000' }],
  ['shelter-manager', { roles: ['facility-manager'], municipality: '0002000' }],
  ['hr', { roles: ['hr'], municipality: '0002000' }],
  ['finance', { roles: ['finance'], municipality: '0002000' }],
  ['director', { roles: ['director'], municipality: '0002000' }],
  ['auditor', { roles: ['auditor'], municipality: '0002000' }],
  ['social-worker-bauska', { roles: ['social-worker'], municipality: '0025000' }],
  ['director-bauska', { roles: ['director'], municipality: '0025000' }],
  ['region-analyst', { audience: 'REGIONAL', roles: ['region-analyst'], region: 'latgale' }],
  ['ngo-a', { audience: 'PARTNER', roles: ['partner'], organisation: demoId('organisation', 'ngo-a') }],
  ['ngo-b', { audience: 'PARTNER', roles: ['partner'], organisation: demoId('organisation', 'ngo-b') }],
];

describe('personas', () => {
  it.each(expectations)('%s signs in as who they are', async (name, expected) => {
    const principal = await verifier.verify(await personaToken(issuer, name));
    expect(principal).toMatchObject({ ...expected, subject: `demo:${name}`, name: personas[name].name });
  });

  it('are all expected above, and no two are the same person', () => {
    expect(expectations.map(([name]) => name)).toEqual([...personaNames]);
    expect(Object.keys(personas)).toEqual([...personaNames]);
    expect(new Set(Object.values(personas).map(({ name }) => name)).size).toBe(personaNames.length);
    expect(new Set(Object.values(personas).map((it) => (it.audience === 'STAFF' ? it.employee : it.name))).size).toBe(personaNames.length);
  });

  it('are told from other words', () => {
    expect(isPersona('ngo-a')).toBe(true);
    expect(['toString', 'carer', ''].some(isPersona)).toBe(false);
  });
});

describe('demo ids', () => {
  it('are the same on every machine and for ever', () => {
    expect(demoId('organisation', 'ngo-a')).toBe('1f7598ba-8f97-5a8e-a351-b505a1210ddf');
  });

  it('differ by kind and by key, and are version 5', () => {
    const ids = [demoId('employee', 'hr'), demoId('employee', 'finance'), demoId('organisation', 'hr')];
    expect(new Set(ids).size).toBe(3);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
  });
});
