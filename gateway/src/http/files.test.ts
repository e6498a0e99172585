import { describe, expect, it } from '@jest/globals';
import { domainOf, isFileAddress } from './files.js';

describe('the address of a file', () => {
  const id = '0198a000-0000-7000-8000-00000000000a';
  it.each([
    [`/files/services/${id}`, 'services'],
    [`/files/nobody/${id}`, null],
    [`/letters/${id}.pdf`, 'benefits'],
    [`/progress-reports/${id}/2024.pdf`, 'strategy'],
    [`/progress-reports/${id}/2024`, null],
    [`/progress-reports/${id}/20245.pdf`, null],
    [`/progress-reports/${id}/../2024.pdf`, null],
    ['/progress-reports/x/2024.pdf', null],
  ])('%s belongs to %p', (path, domain) => {
    expect(isFileAddress(path)).toBe(true);
    expect(domainOf(path, ['services', 'benefits', 'strategy'])).toBe(domain);
  });

  it('is none of the graph’s', () => {
    expect(isFileAddress('/staff/graphql')).toBe(false);
  });
});
