import type { Persona } from '../../test/support/federation.js';

/** One of the screens that pictures are made of. */
export interface ListedScreen {
  name: string;
  /** Whose eyes; nobody's where one signs in. */
  persona: Persona | null;
  path?: string;
  /** Makes the address by asking the persona's graph. */
  find?(ask: (query: string, variables?: Record<string, unknown>) => Promise<unknown>): Promise<string>;
}

export declare const screens: readonly ListedScreen[];
