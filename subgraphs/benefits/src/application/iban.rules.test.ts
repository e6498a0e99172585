import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isIban, plainIban } from './iban.rules.js';

describe('an account number', () => {
  it.each([
    'LV80BANK0000435195001',
    'lv80 bank 0000 4351 9500 1',
    'DE89370400440532013000',
    'GB29NWBK60161331926819',
    'LT121000011101001000',
    'EE382200221020145685',
  ])('can be %s', (text) => {
    expect(isIban(text)).toBe(true);
  });

  it.each(['', 'LV', 'LV81BANK0000435195001', 'LV80BANK000043519500', 'XX80BANK0000435195001', 'LV80BANK0000435195001; drop', '12345678'])(
    'cannot be "%s"',
    (text) => {
      expect(isIban(text)).toBe(false);
    },
  );

  it('is refused when any one digit is mistyped', () => {
    const right = 'LV80BANK0000435195001';
    fc.assert(
      fc.property(fc.integer({ min: 8, max: right.length - 1 }), fc.integer({ min: 0, max: 9 }), (at, digit) => {
        const typed = `${right.slice(0, at)}${digit}${right.slice(at + 1)}`;
        expect(isIban(typed)).toBe(typed === right);
      }),
    );
  });

  it('is stored without blanks, in capitals', () => {
    expect(plainIban(' lv80 bank 0000 4351 9500 1 ')).toBe('LV80BANK0000435195001');
  });
});
