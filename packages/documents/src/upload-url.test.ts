import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OwnerKind } from './owner-kind.js';
import { checkUpload, type Upload, uploadUrl } from './upload-url.js';

const key = Buffer.from('a key of the tests, and of nobody else');
const until = new Date('2026-11-22T10:15:00Z');
const upload: Upload = { ownerKind: OwnerKind.CASE, documentId: '0198aaaa-0000-7000-8000-000000000001', subject: 'organiser' };
const queryOf = (url: string): URLSearchParams => new URLSearchParams(url.split('?')[1]);
const check = (given: Upload, query: URLSearchParams, at = '2026-11-22T10:00:00Z') => checkUpload(given, query, new Date(at), key);

describe('an address for an upload', () => {
  it('holds until its moment, for its document and subject', () => {
    const url = uploadUrl(upload, until, key);
    expect(url).toMatch(/^\/files\/services\/0198aaaa-0000-7000-8000-000000000001\?until=1795342500&signature=[\w-]{43}$/);
    expect(check(upload, queryOf(url))).toBe('HOLDS');
    expect(check(upload, queryOf(url), '2026-11-22T10:15:00Z')).toBe('HOLDS');
    expect(check(upload, queryOf(url), '2026-11-22T10:15:01Z')).toBe('EXPIRED');
  });

  it('is forged for anything that it was not made for', () => {
    const query = queryOf(uploadUrl(upload, until, key));
    expect(check({ ...upload, subject: 'organiser2' }, query)).toBe('FORGED');
    expect(check({ ...upload, documentId: '0198aaaa-0000-7000-8000-000000000002' }, query)).toBe('FORGED');
    expect(check({ ...upload, ownerKind: OwnerKind.APPLICATION }, query)).toBe('FORGED');
    expect(checkUpload(upload, query, until, Buffer.from('another key'))).toBe('FORGED');
    for (const change of ['until=', 'until=1e99', 'until=-1', 'until=1795342501', 'until=01795342500 ']) {
      const changed = new URLSearchParams(`${change}&signature=${query.get('signature')}`);
      expect(check(upload, changed)).toBe('FORGED');
    }
    expect(check(upload, new URLSearchParams())).toBe('FORGED');
  });

  it('is forged whatever is tried for a signature', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (signature, until) => {
        return check(upload, new URLSearchParams({ until: String(until), signature })) === 'FORGED';
      }),
    );
  });
});
