import { createRequire } from 'node:module';

/** The composition library, loaded when somebody composes or takes a supergraph apart: a gateway that answers does not carry it in its memory. */
export const composition = () =>
  createRequire(import.meta.url)('@theguild/federation-composition') as typeof import('@theguild/federation-composition');
