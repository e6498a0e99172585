import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CursorPart, decodeCursor, encodeCursor } from './paging.js';

const id = '0197a000-0000-7000-8000-000000000000';
const refused = expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'after' }) });

describe('a cursor', () => {
  it('gives back what it was made of', () => {
    const values = [7, 'Bērziņa Anna', id, '2026-02-03', '2026-02-03T10:00:00.123456Z'] as const;
    expect(decodeCursor(encodeCursor(values), ['int', 'text', 'uuid', 'date', 'moment'])).toEqual(values);
    expect(decodeCursor(encodeCursor(['2026-02-03']), ['moment'])).toEqual(['2026-02-03']);
    expect(decodeCursor(null, ['int'])).toBeNull();
    expect(decodeCursor(undefined, 2)).toBeNull();
  });

  it.each<[unknown, CursorPart]>([
    ['1', 'int'],
    [1.5, 'int'],
    [2 ** 31, 'int'],
    [-(2 ** 31), 'int'],
    [null, 'int'],
    [1, 'text'],
    ['a\0', 'text'],
    [null, 'text'],
    ['me', 'uuid'],
    [3, 'uuid'],
    ['2026-02-30', 'date'],
    ['0000-01-01', 'date'],
    ['2026-02-03T10:00:00Z', 'date'],
    ['2026-02-30T10:00:00Z', 'moment'],
    ['2026-02-03T25:00:00Z', 'moment'],
    ['infinity', 'moment'],
    [['2026-02-03'], 'moment'],
  ])('with %j in place of %s is bad input', (value, part) => {
    expect(() => decodeCursor(encodeCursor([value as string]), [part])).toThrow(refused);
  });

  it('of another length, or none at all, is bad input', () => {
    for (const cursor of [encodeCursor([1, 2, 3]), encodeCursor([]), '', '!!', Buffer.from('{"length":2}').toString('base64url')]) {
      expect(() => decodeCursor(cursor, ['int', 'text'])).toThrow(refused);
      expect(() => decodeCursor(cursor, 2)).toThrow(refused);
    }
    expect(decodeCursor(encodeCursor([null, 'a']), 2)).toEqual([null, 'a']);
    expect(() => decodeCursor(encodeCursor([null, '\0']), 2)).toThrow(refused);
  });

  it('whatever a client makes up, is read as its shape or refused', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => Buffer.from(json).toString('base64url')),
        ),
        (cursor) => {
          try {
            const [rank, name, key] = decodeCursor(cursor, ['int', 'text', 'uuid']) ?? [];
            expect([typeof rank, typeof name, typeof key]).toEqual(['number', 'string', 'string']);
          } catch (error) {
            expect(error).toEqual(refused);
          }
        },
      ),
    );
  });
});
