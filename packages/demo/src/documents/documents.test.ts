import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { inventDemo } from '../demo.js';

describe('the documents of the demo', () => {
  const world = inventDemo('2026-11-22');
  const documents = (['benefits', 'services', 'institutions'] as const).flatMap((domain) =>
    (world.rows.get(domain)?.get('document') ?? []).map((row) => ({ domain, ...row }) as Record<string, unknown>),
  );

  it('are few, on applications, cases and placements, each with the bytes it declares', () => {
    expect(documents.length).toBeGreaterThanOrEqual(16);
    expect(documents.length).toBeLessThanOrEqual(24);
    expect(new Set(documents.map((one) => one.domain))).toEqual(new Set(['benefits', 'services', 'institutions']));
    for (const document of documents) {
      const contents = world.rows.get(document.domain as 'benefits')?.get('document_content') ?? [];
      const bytes = Buffer.from(String(contents.find((row) => row.document_id === document.id)?.bytes).slice(2), 'hex');
      expect(bytes.length).toBe(document.size);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(document.sha256);
    }
  });

  it('are attached to records that are worked with today, and were attached by today', () => {
    for (const document of documents) expect(String(document.attached_at).slice(0, 10) <= '2026-11-22').toBe(true);
  });
});
