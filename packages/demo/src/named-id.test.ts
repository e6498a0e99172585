import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v5 } from 'uuid';
import { namedIds } from './named-id.js';

describe('ids made of names', () => {
  it('are the UUIDs of version 5, whatever the name', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string({ unit: 'binary' }), (namespace, name) => {
        expect(namedIds(namespace)(name)).toBe(v5(name, namespace));
      }),
    );
  });
});
