import type { Persona } from '../../test/support/federation.js';

/** One of the screens that pictures are made of. */
export interface ListedScreen {
  name: string;
  /** Whose eyes; nobody's where one signs in. */
  persona: Persona | null;
  path?: string;
  /** Names of buttons that are pressed one after another once the page is there: what opens is shown and looked at too. */
  press?: readonly string[];
  /** Makes the address by asking the persona's graph. */
  find?(ask: (query: string, variables?: Record<string, unknown>) => Promise<unknown>): Promise<string>;
}

export declare const screens: readonly ListedScreen[];
