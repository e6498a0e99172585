import { afterEach, describe, expect, it } from '@jest/globals';
import { CachedRegisters } from './cache.js';
import { readRegisterAddresses } from './config.js';
import { openRegisters } from './open.js';
import type { RegisterOutcome } from './port.js';
import { type RegisterQuestion, type StateRegister, stateRegisters, subjectFor } from './question.js';
import { serveSimulator } from './simulator/serve.js';
import { SimulatedRegisters } from './simulator/simulator.js';

const question: RegisterQuestion = {
  register: 'REVENUE',
  subject: { personalCode: '320101-00001' },
  from: '2025-03-01',
  until: '2025-06-01',
  basis: { kind: 'LAW', citation: 'MK 17.12.2020. noteikumi Nr. 809' },
  purpose: 'Means test',
  asker: { municipality: '0002000', subject: 'organiser' },
  requestId: 'request-1',
};
const anna = {
  residence: { municipality: '0002000', addressKey: 'a1', since: '2010-01-01' },
  deceasedOn: null,
  incomes: [
    { month: '2025-02', source: 'WAGE' as const, amount: 1 },
    { month: '2025-04', source: 'WAGE' as const, amount: 40_000 },
    { month: '2025-04', source: 'PENSION' as const, amount: 30_005 },
  ],
  unemployedSince: '2025-01-01',
};
const people = async (subject: object) => ('personalCode' in subject && subject.personalCode === '320101-00001' ? anna : null);

describe('answers kept for the day', () => {
  /** Counts what reaches the register; answers as told. */
  const counting = (outcomes: RegisterOutcome[]) => {
    const reached: RegisterQuestion[] = [];
    const ask = async (asked: RegisterQuestion) => {
      reached.push(asked);
      return outcomes.shift() ?? { kind: 'NOT_KNOWN' as const, fromCache: false };
    };
    return { reached, behind: { ask, close: async () => {} } };
  };

  it('spare the register the same question, and say that they were kept', async () => {
    const { reached, behind } = counting([]);
    const registers = new CachedRegisters(behind, () => '2026-11-22');
    expect(await registers.ask(question)).toEqual({ kind: 'NOT_KNOWN', fromCache: false });
    const other = { ...question, requestId: 'request-2', asker: { ...question.asker, subject: 'head' } };
    expect(await registers.ask(other)).toEqual({ kind: 'NOT_KNOWN', fromCache: true });
    expect(reached).toHaveLength(1);
  });

  it('are another question for another day, person, period, town, basis or purpose', async () => {
    const { reached, behind } = counting([]);
    let day = '2026-11-22';
    const registers = new CachedRegisters(behind, () => day);
    const others: Partial<RegisterQuestion>[] = [
      {},
      { subject: { personalCode: '320101-00002' } },
      { register: 'EMPLOYMENT' },
      { from: '2025-02-01' },
      { asker: { municipality: '0025000', subject: 'organiser' } },
      { purpose: 'Something else' },
      { basis: { kind: 'CONSENT', consentId: '11111111-1111-4111-8111-111111111111' } },
    ];
    for (const change of others) expect(await registers.ask({ ...question, ...change })).toMatchObject({ fromCache: false });
    day = '2026-11-23';
    expect(await registers.ask(question)).toMatchObject({ fromCache: false });
    expect(reached).toHaveLength(others.length + 1);
  });

  it('are not kept of a register that was not available', async () => {
    const { reached, behind } = counting([{ kind: 'UNAVAILABLE', reason: 'DOWN' }]);
    const registers = new CachedRegisters(behind, () => '2026-11-22');
    expect(await registers.ask(question)).toEqual({ kind: 'UNAVAILABLE', reason: 'DOWN' });
    expect(await registers.ask(question)).toEqual({ kind: 'NOT_KNOWN', fromCache: false });
    expect(reached).toHaveLength(2);
  });

  it('are waited for by whoever asks the same at once', async () => {
    const { reached, behind } = counting([]);
    const registers = new CachedRegisters(behind, () => '2026-11-22');
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => registers.ask(question)));
    expect(outcomes.filter((outcome) => 'fromCache' in outcome && outcome.fromCache)).toHaveLength(19);
    expect(reached).toHaveLength(1);
  });
});

describe('what a register needs to know of a person', () => {
  const known = { personalCode: null, givenName: 'Anna', familyName: 'Paraugs', birthDate: '1950-01-01' };

  it('is the code alone where there is one', () => {
    for (const register of stateRegisters)
      expect(subjectFor(register, { ...known, personalCode: '320101-00001' })).toEqual({ personalCode: '320101-00001' });
  });

  it('is name and birth date where there is none, for the population register; the others cannot be asked', () => {
    const { personalCode: _, ...named } = known;
    expect(stateRegisters.map((register) => subjectFor(register, known))).toEqual([named, null, null, null]);
    expect(subjectFor('POPULATION', { ...known, birthDate: null })).toBeNull();
  });
});

describe('the addresses of the registers', () => {
  it('have no defaults', () => {
    expect(readRegisterAddresses({})).toEqual({});
  });

  it('are read with their keys', () => {
    expect(readRegisterAddresses({ REGISTER_URL_REVENUE: 'https://vid.example/api', REGISTER_KEY_REVENUE: 'k' })).toEqual({
      REVENUE: { url: 'https://vid.example/api', key: 'k' },
    });
  });

  it.each([
    [{ REGISTER_URL_REVENUE: 'https://vid.example' }, 'REGISTER_URL_REVENUE is set without REGISTER_KEY_REVENUE'],
    [{ REGISTER_KEY_EMPLOYMENT: 'secret' }, 'REGISTER_KEY_EMPLOYMENT is set without REGISTER_URL_EMPLOYMENT'],
    [
      { REGISTER_URL_REVENUE: 'ftp://vid.example', REGISTER_KEY_REVENUE: 'secret' },
      'REGISTER_URL_REVENUE must be an http or https address',
    ],
    [
      { NODE_ENV: 'production', REGISTER_URL_REVENUE: 'http://vid.example', REGISTER_KEY_REVENUE: 'secret' },
      'REGISTER_URL_REVENUE must be https in production',
    ],
    [{ REGISTER_URL_REVENUE: 'https://vid.example', REGISTER_KEY_REVENUE: 'a secret\n' }, 'REGISTER_KEY_REVENUE must be of printable'],
  ])('are refused where they cannot be used, without a value in the message: %j', (env, message) => {
    expect(() => readRegisterAddresses(env)).toThrow(message);
    expect(() => readRegisterAddresses(env)).not.toThrow(/secret|vid\.example/);
  });

  it('that are missing make a register unavailable, and nothing else', async () => {
    const registers = openRegisters({});
    expect(await registers.ask(question)).toEqual({ kind: 'UNAVAILABLE', reason: 'NOT_CONFIGURED' });
    await registers.close();
  });
});

describe('the simulator', () => {
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  it.each<[StateRegister, object]>([
    ['POPULATION', { residence: anna.residence, deceasedOn: null }],
    ['SOCIAL_INSURANCE', { incomes: [{ month: '2025-04', source: 'PENSION', amount: 30_005 }] }],
    ['REVENUE', { incomes: [{ month: '2025-04', source: 'WAGE', amount: 40_000 }] }],
    ['EMPLOYMENT', { unemployedSince: '2025-01-01' }],
  ])('tells the same within the process and over HTTP: %s', async (register, told) => {
    const served = await serveSimulator(register, people);
    ends.push(served.stop);
    const registers = openRegisters({ [register]: served });
    ends.push(() => registers.close());
    const expected = { kind: 'ANSWERED', fromCache: false, answer: { register, ...told } };
    expect(await new SimulatedRegisters(people).ask({ ...question, register })).toEqual(expected);
    expect(await registers.ask({ ...question, register })).toEqual(expected);
    expect(served.asked).toEqual([{ ...question, register }]);
    expect(await registers.ask({ ...question, register, subject: { personalCode: '320101-00009' } })).toMatchObject({ kind: 'NOT_KNOWN' });
  });

  it('refuses another key, and what is no question', async () => {
    const served = await serveSimulator('REVENUE', people);
    ends.push(served.stop);
    const stranger = openRegisters({ REVENUE: { ...served, key: 'another' } });
    ends.push(() => stranger.close());
    expect(await stranger.ask(question)).toEqual({ kind: 'UNAVAILABLE', reason: 'REFUSED' });
    const headers = { authorization: `Bearer ${served.key}`, 'x-request-id': 'r' };
    expect((await fetch(`${served.url}/v1/questions`, { method: 'POST', headers, body: '{"subject":{}}' })).status).toBe(400);
    expect((await fetch(`${served.url}/v1/questions`, { method: 'POST', headers, body: 'x'.repeat(20_000) })).status).toBe(413);
    expect((await fetch(`${served.url}/`)).status).toBe(404);
    expect(served.asked).toEqual([]);
  });

  it('takes one register down without the others', async () => {
    const [revenue, employment] = [await serveSimulator('REVENUE', people), await serveSimulator('EMPLOYMENT', people)];
    ends.push(employment.stop);
    const registers = openRegisters({ REVENUE: revenue, EMPLOYMENT: employment }, { patience: { firstPauseMs: 1 } });
    ends.push(() => registers.close());
    await revenue.stop();
    expect(await registers.ask(question)).toEqual({ kind: 'UNAVAILABLE', reason: 'DOWN' });
    expect(await registers.ask({ ...question, register: 'EMPLOYMENT' })).toMatchObject({ kind: 'ANSWERED' });
  });
});
