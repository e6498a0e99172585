import { useCallback } from 'react';
import type { Language } from '../../i18n/language.js';
import { useLanguage } from '../../i18n/language.js';
import actions from '../../shell/actions.json' with { type: 'json' };
import { useShellTexts } from '../../shell/texts.js';
import { useAuditTexts } from './texts.js';

/** The domains that keep an audit. */
export const domains = ['registry', 'benefits', 'services', 'institutions', 'workforce', 'strategy'] as const;

/** One of the {@link domains}. */
export type Domain = (typeof domains)[number];

const table: Readonly<Record<string, Readonly<Record<Language, string>>>> = actions;
const operators = ['person.export', 'person.erase', 'document.sweep', 'report.import'] as const;

const known = [
  'givenName',
  'familyName',
  'personalCode',
  'birthDate',
  'sex',
  'phone',
  'age',
  'declaredResidence',
  'personalCodes',
  'formerIdentities',
  'search',
  'members',
] as const;

/** Says what an entry of the audit names: an action of the table or an operator's act; and the roles of who did it. */
export function useAuditWords() {
  const t = useAuditTexts();
  const shell = useShellTexts();
  const { language } = useLanguage();
  const action = useCallback(
    (name: string): string => {
      const operator = operators.find((one) => one === name);
      return operator ? t(`act.${operator}`) : (table[name]?.[language] ?? name);
    },
    [t, language],
  );
  const roles = useCallback(
    (names: string): string =>
      names
        .split(/[\s,]+/)
        .filter(Boolean)
        .map((name) => (name === 'operator' ? t('operator') : shell(`role.${name}` as 'role.partner')))
        .join(', '),
    [t, shell],
  );
  const field = useCallback(
    (name: string): string => (known.find((one) => one === name) ? t(`field.${name as (typeof known)[number]}`) : name),
    [t],
  );
  return { action, roles, field };
}
