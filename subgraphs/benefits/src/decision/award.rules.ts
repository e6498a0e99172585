import { type Problem, ProblemCode, problem } from '@atbalsts/graphql';
import type { Cents } from '@atbalsts/reference';
import { multiplyRounded, type Rounding } from '../means/means.rounding.rules.js';

/** What a rule of a benefit without a formula says. */
export interface AwardRule {
  kind: 'FIXED' | 'SHARE' | 'GMI_SUM';
  fixedAmount: Cents | null;
  sharePercent: number | null;
  ceiling: Cents | null;
  /** The most months at once; null: paid once. */
  months: number | null;
  periodMonths: number | null;
  rounding: Rounding;
}

/** What the amount of a benefit is computed from: never what the caller says. */
export interface AwardQuestion {
  benefitType: string;
  /** Whether the household must be needy or low-income. */
  needsStatus: boolean;
  /** The status found by the declared means, or held by a decision; null where neither says anything. */
  status: 'NEEDY' | 'LOW_INCOME' | 'NONE' | null;
  /** The means test of the application; null where none was made. */
  means: { gmiBenefit: Cents; housingAllowance: Cents } | null;
  /** The rule of the day; null for a benefit with a formula. */
  rule: AwardRule | null;
  claimedCosts: Cents | null;
  /** GMI threshold of the household, where the rule asks it. */
  gmiSum: Cents | null;
  /** What was granted within the rule's period on other applications. */
  earlier: { count: number; sum: Cents };
}

/** An amount that follows from the means or the rule: a month, or once. */
export interface Award {
  amount: Cents;
  monthly: boolean;
  /** The most months the rule lets it be granted for; null where only the status limits it. */
  mostMonths: number | null;
}

/** Benefits whose amount the means test computes. Law on Social Services and Social Assistance, section 35. */
export const hasFormula = (benefitType: string): benefitType is 'gmi' | 'housing-allowance' =>
  benefitType === 'gmi' || benefitType === 'housing-allowance';

/** The amount of a benefit, or why it cannot be granted. */
export function awardOf(question: AwardQuestion): Award | Problem {
  const { benefitType, needsStatus, status, rule } = question;
  if (needsStatus && status === null) return meansFirst();
  if (needsStatus && status === 'NONE') {
    return refusedGrant(
      'Mājsaimniecība nav ne trūcīga, ne maznodrošināta: ienākumi pārsniedz slieksni. Sagatavojiet atteikumu ar pamatojumu.',
      'The household is neither needy nor low-income: its income exceeds the threshold. Propose a refusal with reasons.',
    );
  }
  return rule ? byRule(question, rule) : byFormula(benefitType, status, question.means);
}

/** Tells an amount from a reason against it. */
export const isAward = (answer: Award | Problem): answer is Award => 'monthly' in answer;

function byFormula(benefitType: string, status: AwardQuestion['status'], means: AwardQuestion['means']): Award | Problem {
  if (!means) return meansFirst();
  if (benefitType === 'gmi' && status !== 'NEEDY') {
    return refusedGrant(
      'Mājsaimniecība nav trūcīga, tāpēc GMI pabalsts tai nepienākas. Sagatavojiet atteikumu ar pamatojumu.',
      'The household is not needy, so it has no right to the GMI benefit. Propose a refusal with reasons.',
    );
  }
  const amount = benefitType === 'gmi' ? means.gmiBenefit : means.housingAllowance;
  if (amount > 0) return { amount, monthly: true, mostMonths: null };
  return refusedGrant(
    'Pēc aprēķina pabalsts ir 0.00. Sagatavojiet atteikumu ar pamatojumu.',
    'By the calculation the benefit is 0.00. Propose a refusal with reasons.',
  );
}

function byRule({ claimedCosts, gmiSum, earlier }: AwardQuestion, rule: AwardRule): Award | Problem {
  const granted = (amount: Cents): Award => ({ amount, monthly: rule.months !== null, mostMonths: rule.months });
  const counts = rule.periodMonths !== null;
  if (rule.kind === 'GMI_SUM') return granted(gmiSum ?? 0);
  if (rule.kind === 'FIXED') {
    if (!counts || earlier.count === 0) return granted(rule.fixedAmount ?? 0);
    return refusedGrant(
      `Šis pabalsts ${rule.periodMonths} mēnešu laikā jau ir piešķirts.`,
      `This benefit has been granted within ${rule.periodMonths} months already.`,
    );
  }
  if (!claimedCosts) {
    return problem(
      ProblemCode.INVALID,
      'Pabalsts atmaksā izdevumus, bet iesniegumā nav norādīta čeku summa. Reģistrējiet iesniegumu ar izdevumiem.',
      'The benefit repays costs, but the application names no receipts. Submit it with the costs claimed.',
      'applicationId',
    );
  }
  const share = multiplyRounded(claimedCosts, rule.sharePercent ?? 0, rule.rounding).amount;
  const left = (rule.ceiling ?? 0) - (counts ? earlier.sum : 0);
  const amount = Math.min(share, left);
  if (amount > 0) return granted(amount);
  return refusedGrant(
    share > 0 ? `Pabalsta griesti ${rule.periodMonths} mēnešiem jau ir izmantoti.` : 'Pēc aprēķina pabalsts ir 0.00.',
    share > 0
      ? `The ceiling of the benefit for ${rule.periodMonths} months is used up already.`
      : 'By the calculation the benefit is 0.00.',
  );
}

const meansFirst = (): Problem =>
  problem(
    ProblemCode.WRONG_STATE,
    'Vispirms jādeklarē mājsaimniecības ienākumi.',
    'The means of the household must be declared first.',
    'applicationId',
  );

const refusedGrant = (lv: string, en: string): Problem => problem(ProblemCode.INVALID, lv, en, 'outcome');
