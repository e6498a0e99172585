import { readFileSync } from 'node:fs';
import { domains } from '@atbalsts/database';
import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { type FactKind, factKinds, sourcesOf, subscribedKinds, subscriptions } from '../src/index.js';

const kinds = Object.entries(factKinds) as [FactKind, (typeof factKinds)[FactKind]][];
const page = readFileSync(new URL('../../../docs/facts.md', import.meta.url), 'utf8');

/** Every field of a body, and the kinds of value it takes. */
function fieldsOf(body: z.ZodObject): [string, z.core.$ZodType][] {
  return Object.entries(body.shape);
}

/** The schema under nullable and the like. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  const inner = (schema._zod.def as { innerType?: z.core.$ZodType }).innerType;
  return inner ? bare(inner) : schema;
}

describe('the kinds of fact', () => {
  it.each(kinds)('%s carries no name, code, address, contact, sum or text', (_, { body }) => {
    for (const [name] of fieldsOf(body)) {
      expect(name).not.toMatch(/name|code|address|phone|mail|account|amount|reason|text|note|evidence|birthDate|street|purpose/i);
    }
  });

  it.each(kinds)('%s has only ids, days, numbers, words of a list and patterns: no place for free text', (_, { body }) => {
    for (const [name, schema] of fieldsOf(body)) {
      const def = bare(schema)._zod.def as { type: string; format?: string; checks?: { _zod: { def: { format?: string } } }[] };
      const formats = [def.format, ...(def.checks ?? []).map((check) => check._zod.def.format)].filter(Boolean);
      const bounded = def.type === 'number' || def.type === 'enum' || (def.type === 'string' && formats.length > 0);
      expect({ name, type: def.type, bounded }).toEqual({ name, type: def.type, bounded: true });
    }
  });

  it.each(kinds)('%s refuses a body with one field more', (_, { body }) => {
    const issues = body.safeParse({ givenName: 'Anna' }).error?.issues ?? [];
    expect(issues.map((issue) => issue.code)).toContain('unrecognized_keys');
  });

  it.each(kinds)('%s stands in docs/facts.md with its owner, subscribers and body, and why it is told', (kind, { owner, body }) => {
    const subscribers = domains.filter((domain) => subscribedKinds(domain, owner).includes(kind));
    const fields = fieldsOf(body).map(([name]) => name);
    const row = page.split('\n').find((line) => line.startsWith(`| \`${kind}\` |`));
    const [, , ownerCell, subscriberCell, , bodyCell] = (row ?? '').split('|').map((cell) => cell.trim());
    expect({ owner: ownerCell, subscribers: subscriberCell, body: bodyCell }).toEqual({
      owner,
      subscribers: subscribers.join(', '),
      body: fields.join(', '),
    });
    expect(page).toContain(`\n**${kind}**: when `);
  });

  it('are each heard by somebody else than their owner', () => {
    for (const [kind, { owner }] of kinds) {
      const subscribers = domains.filter((domain) => sourcesOf(domain).some((source) => subscribedKinds(domain, source).includes(kind)));
      expect(subscribers.length).toBeGreaterThan(0);
      expect(subscribers).not.toContain(owner);
    }
  });

  it('are subscribed to from their owner', () => {
    for (const subscriber of domains) {
      for (const source of sourcesOf(subscriber)) {
        for (const kind of subscriptions[subscriber][source] ?? [])
          expect({ kind, owner: factKinds[kind].owner }).toEqual({ kind, owner: source });
      }
    }
  });
});
