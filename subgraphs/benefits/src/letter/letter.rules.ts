import { latvianDate } from '@atbalsts/graphql';
import type { Cents, IsoDate, Label } from '@atbalsts/reference';
import type { DecisionFacts } from '../decision/decision.rules.js';
import { inEuro } from '../means/means.rounding.rules.js';

/** Language of a letter: LV or EN. */
export type LetterLanguage = 'LV' | 'EN';

/** What a letter is made of. */
export interface LetterQuestion {
  decision: DecisionFacts & {
    number: string;
    approvedOn: IsoDate | null;
    monthlyAmount: Cents | null;
    amount: Cents | null;
    months: number | null;
  };
  applicationNumber: string;
  submittedOn: IsoDate;
  municipality: Label;
  /** Where a challenge is handed in, in the middle of a sentence. */
  challengeAt: Label;
  benefit: { label: Label; legalBasis: string };
  addressee: { givenName: string; familyName: string; reference: string };
  /** The calculation, in order; empty where no means were tested. */
  steps: readonly { words: Label; formula: string; amount: Cents; cited: Label }[];
}

/**
 * The letter of a decision as Markdown: number and day, to whom, what is decided on which basis, the calculation step by step, the reasons, and the term
 * and place of a challenge. Law on Administrative Procedure, section 67. What people wrote cannot become markup.
 */
export function letterOf(question: LetterQuestion, language: LetterLanguage): string {
  const say = (lv: string, en: string): string => (language === 'LV' ? lv : en);
  const label = (text: Label): string => say(text.lv, text.en);
  const day = (on: IsoDate): string => (language === 'LV' ? latvianDate(on) : on);
  const { decision, benefit, addressee, steps } = question;
  const granted = decision.outcome === 'GRANT';
  const until = decision.challengeUntil;
  const lines = [
    `# ${say('Lēmums', 'Decision')} ${plain(decision.number)}`,
    `${plain(label(question.municipality))}, ${say('sociālais dienests', 'social service')}${decision.approvedOn ? `, ${day(decision.approvedOn)}` : ` (${say('projekts', 'draft')})`}`,
    `${say('Adresāts', 'Addressee')}: ${plain(addressee.givenName)} ${plain(addressee.familyName)} (${plain(addressee.reference)})`,
    `${say('Iesniegums', 'Application')}: ${plain(question.applicationNumber)}, ${day(question.submittedOn)}`,
    `## ${say('Kas nolemts', 'What is decided')}`,
    `${granted ? say('Piešķirt', 'Granted') : say('Atteikt', 'Refused')}: **${plain(label(benefit.label))}**.${granted ? ` ${sumOf(decision, say, day)}` : ''}`,
    `## ${say('Tiesiskais pamats', 'Legal basis')}`,
    plain(benefit.legalBasis),
    ...(steps.length
      ? [
          `## ${say('Aprēķins', 'Calculation')}`,
          [
            `| ${say('Solis', 'Step')} | ${say('Formula', 'Formula')} | EUR | ${say('Pamats', 'Basis')} |`,
            '|---|---|---:|---|',
            ...steps.map((step) =>
              [label(step.words), step.formula, inEuro(step.amount), label(step.cited)]
                .map(plain)
                .join(' | ')
                .replace(/^(.*)$/s, '| $1 |'),
            ),
          ].join('\n'),
        ]
      : []),
    `## ${say('Pamatojums', 'Reasons')}`,
    decision.statedReasons
      ? plain(decision.statedReasons)
      : say(
          'Nosacījumi ir izpildīti: skatīt tiesisko pamatu un aprēķinu.',
          'The conditions are met: see the legal basis and the calculation.',
        ),
    `## ${say('Apstrīdēšana', 'Challenge')}`,
    say(
      `Lēmumu var apstrīdēt ${until ? `līdz ${day(until)}` : 'viena mēneša laikā no tā paziņošanas'}, iesniedzot iesniegumu ${plain(label(question.challengeAt))} (Administratīvā procesa likuma 76. un 79. pants).`,
      `The decision can be challenged ${until ? `by ${day(until)}` : 'within one month of its notification'} by an application to ${plain(label(question.challengeAt))} (Law on Administrative Procedure, sections 76 and 79).`,
    ),
    `${'\\_'.repeat(40)} (${say('amats, vārds, uzvārds, paraksts', 'position, name, signature')})`,
  ];
  return `${lines.join('\n\n')}\n`;
}

function sumOf(
  { monthlyAmount, amount, months, from, until }: LetterQuestion['decision'],
  say: (lv: string, en: string) => string,
  day: (on: IsoDate) => string,
): string {
  if (amount !== null) return say(`Apmērs: ${inEuro(amount)} EUR, vienreiz.`, `Amount: ${inEuro(amount)} EUR, once.`);
  if (monthlyAmount === null || from === null || until === null) return '';
  return say(
    `Apmērs: ${inEuro(monthlyAmount)} EUR mēnesī, ${months} mēn., no ${day(from)} līdz ${day(until)} (neieskaitot).`,
    `Amount: ${inEuro(monthlyAmount)} EUR a month for ${months} months, from ${day(from)} until before ${day(until)}.`,
  );
}

/** Text as text: no markup, no line of its own. */
function plain(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`)
    .replace(/\s+/g, ' ')
    .trim();
}
