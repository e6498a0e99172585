import { useCallback } from 'react';
import { useLanguage } from '../i18n/language.js';
import { useSession } from '../sign-in/session.js';
import actions from './actions.json' with { type: 'json' };

/**
 * A copy of the action table (packages/auth): what each role sees in the menu and why a button is off. It decides nothing: the graph does, and
 * refuses what the table would. A test compares the two.
 */
export type Action = keyof typeof actions;

/** Whether a set of roles holds an action. */
export const holds = (roles: readonly string[], action: Action): boolean =>
  (actions[action].roles as readonly string[]).some((role) => roles.includes(role));

/** Whether the person may do something; where not, the reason in the words of the graph ("Jūsu loma neļauj …"). */
export interface May {
  allowed: boolean;
  reason: string | null;
}

/** Asks the action table for the person who is signed in: `const may = useMay(); may('placement.admit').reason`. */
export function useMay(): (action: Action) => May {
  const { roles } = useSession();
  const { language } = useLanguage();
  return useCallback(
    (action) => {
      if (holds(roles, action)) return { allowed: true, reason: null };
      const text = actions[action][language];
      return { allowed: false, reason: language === 'lv' ? `Jūsu loma neļauj ${text}.` : `Your role does not let you ${text}.` };
    },
    [roles, language],
  );
}
