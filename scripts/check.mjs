// npm run check: what npm test checks besides running the tests.
import { check, checks, close } from './steps.mjs';

const held = Object.keys(checks).map(check);
close(held.filter(Boolean).length, held.filter((ok) => !ok).length);
