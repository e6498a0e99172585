import { describe, expect, it } from '@jest/globals';
import { takesGzip } from './server.js';

describe('a header that says which compression is taken', () => {
  it.each([
    ['gzip', true],
    ['br, GZIP', true],
    ['br,  gzip ; q=0.5 ', true],
    ['gzip;q=1', true],
    ['gzip;q=1.000', true],
    ['gzip;q=.001', true],
    ['gzip;q=0', false],
    ['gzip;q=0.000', false],
    ['gzip;q=2', false],
    ['xgzip, br, *', false],
    [`gzip;q=0.${'1'.repeat(100_000)}x`, false],
    [`${' '.repeat(100_000)}gzip${' '.repeat(100_000)}x`, false],
    ['', false],
    [undefined, false],
  ])('is read: %#', (header, takes) => {
    expect(takesGzip(header)).toBe(takes);
  });
});
