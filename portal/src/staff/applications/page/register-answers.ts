import type { Format } from '../../../i18n/language.js';
import type { Words } from '../texts.js';
import type { usePageTexts } from './texts.js';
import type { ShownQuestion } from './use-application.js';

/** What a register told, in lines of words; empty where it gave no answer. */
export function answerLines(
  { outcome, register, answer }: Pick<ShownQuestion, 'outcome' | 'register' | 'answer'>,
  t: ReturnType<typeof usePageTexts>,
  words: Words,
  format: Format,
): string[] {
  if (outcome !== 'ANSWERED' || !answer) return [];
  const bySource = new Map<string, string[]>();
  const told = [...(answer.incomes ?? [])].sort((a, b) => (a.month < b.month ? -1 : 1));
  for (const { source, amount } of told)
    bySource.set(source, [...(bySource.get(source) ?? []), format.euro(amount).replace(/\s?EUR\s?/u, '')]);
  const tellsIncome = register === 'SOCIAL_INSURANCE' || register === 'REVENUE';
  const lines = [...bySource].map(([source, amounts]) =>
    t('answerIncome', { source: words(`source.${source}` as 'source.WAGE'), amounts: amounts.join(' · ') }),
  );
  if (tellsIncome && !lines.length) lines.push(t('answerNoIncome'));
  if (answer.deceasedOn) lines.push(t('answerDeceased', { day: format.dayShort(answer.deceasedOn) }));
  if (answer.unemployedSince) lines.push(t('answerUnemployed', { day: format.dayShort(answer.unemployedSince) }));
  if (answer.withApplicant === true) lines.push(t('answerTogether'));
  if (answer.withApplicant === false) lines.push(t('answerApart'));
  return lines.length ? lines : [t('answerNothing')];
}
