import { describe, expect, it } from '@jest/globals';
import { buildFederatedSchema } from '@atbalsts/graphql';
import { registry } from '../src/index.js';

describe('the schema of the registry', () => {
  it('builds', () => {
    const { sdl } = buildFederatedSchema(registry);
    console.log(sdl);
    expect(sdl).toContain('type Person @key(fields: "id")');
  });
});
