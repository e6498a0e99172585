import { describe, expect, it } from '@jest/globals';
import { checkVariables } from './text-input.js';

describe('variables', () => {
  it.each([
    [{ name: 'a\0' }, '$name'],
    [{ name: 'a\ud83d' }, '$name'],
    [{ list: ['\ude00\ud83d'] }, '$list[0]'],
    [{ input: { members: [{ note: 'good' }, { note: '\0' }] } }, '$input.members[1].note'],
    [{ list: ['', '\0'] }, '$list[1]'],
    [{ input: { json: { 'ke\0y': 1 } } }, '$input.json'],
  ])('with U+0000 or half a pair in %j are bad input that names %s', (variables, name) => {
    expect(() => checkVariables(variables)).toThrow(
      expect.objectContaining({
        message: `Variable "${name}" must not hold the character U+0000 or half of a surrogate pair`,
        extensions: {
          code: 'BAD_USER_INPUT',
          argument: name,
          messageLv: `Mainīgais "${name}" nedrīkst saturēt rakstzīmi U+0000 vai pusi no surogātu pāra`,
        },
      }),
    );
  });

  it('without it pass, however deep they are', () => {
    let deep: unknown = 'Ā';
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(() => checkVariables({ deep, pair: '😀', n: 1, none: null, flag: true, day: undefined })).not.toThrow();
  });
});
