import { describe, expect, it } from '@jest/globals';
import { sweptLines } from './sweep.js';

describe('atbalsts files sweep', () => {
  const swept = {
    benefits: [{ reason: 'RETENTION' as const, kind: 'IDENTITY', documents: 3 }],
    services: [],
    institutions: [{ reason: 'NEVER_BROUGHT' as const, kind: 'OTHER', documents: 1 }],
  };

  it('says what would be removed, by domain, kind and reason, and that nothing was', () => {
    expect(sweptLines(swept, false)).toEqual([
      'benefits: 3 × IDENTITY (retention has ended)',
      'institutions: 1 × OTHER (declared, never brought)',
      '4 to be removed; nothing was changed. Remove them with --delete',
    ]);
  });

  it('says what was removed', () => {
    expect(sweptLines({ benefits: [], services: [], institutions: [] }, true)).toEqual(['0 removed']);
  });
});
