import { describe, expect, it } from '@jest/globals';
import { loggedErrors, surpriseLine } from './surprise.js';

const secret = 'Anna Bērzkalne';

describe('the log of a surprise', () => {
  it('says which error it was, of what table and constraint, and where in the program', () => {
    const cause = Object.assign(new Error(`Key (name)=(${secret}) exists`), {
      name: 'error',
      code: '23505',
      constraint: 'person_name_key',
      table: 'person',
      routine: '_bt_check_unique',
      detail: secret,
      parameters: [secret],
    });
    const line = surpriseLine('registry', new TypeError(`insert into person values ('${secret}')`, { cause }), 'request-1');
    expect(JSON.parse(line)).toEqual({
      level: 'error',
      subgraph: 'registry',
      requestId: 'request-1',
      errors: [
        { name: 'TypeError', at: expect.any(Array) },
        {
          name: 'error',
          code: '23505',
          constraint: 'person_name_key',
          table: 'person',
          routine: '_bt_check_unique',
          at: expect.any(Array),
        },
      ],
    });
    expect(line).toContain('surprise.test.ts');
    expect(line).not.toMatch(/Anna|Bērzkalne|insert|Key/);
  });

  it.each([
    `no such person\n    at ${secret}\nstreet`,
    `no such person\n    at Anna (/home/Anna:1:1)\n    at once`,
    `${secret}\n${secret}\n\n${secret}`,
  ])('keeps a message to itself, though it has lines of its own: %j', (message) => {
    const error = new Error(message);
    const wrapped = Object.assign(new Error(message), { previous: error, table: secret, code: `${secret}\n` });
    wrapped.stack += `\n\n${error.stack}`;
    const line = surpriseLine('registry', wrapped, 'request-1');
    expect(line).not.toMatch(/Anna|person|street|once/);
    expect(JSON.parse(line).errors).toHaveLength(2);
  });

  it('keeps a message to itself that was changed after the stack was written', () => {
    const error = new Error(`${secret}\n    at ${secret}`);
    error.message = 'hidden';
    expect(JSON.stringify(loggedErrors(error))).not.toContain('Anna');
  });

  it('takes anything that can be thrown', () => {
    expect(loggedErrors(secret)).toEqual([{ name: 'string' }]);
    expect(loggedErrors(undefined)).toEqual([{ name: 'undefined' }]);
    const round: Error = new Error(secret);
    round.cause = round;
    expect(loggedErrors(round)).toHaveLength(1);
  });
});
