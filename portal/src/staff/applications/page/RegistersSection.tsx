import { RefreshCw } from 'lucide-react';
import { graphql } from '../../../gql/staff/index.js';
import { useAct } from '../../../graph/use-act.js';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import { ActNotice, Badge, Button, Empty, Notice, Section, Stack, type Tone } from '../../../ui/index.js';
import styles from '../applications.module.css';
import { useWords } from '../texts.js';
import { Wide } from '../Wide.js';
import { Who } from './names.js';
import { answerLines } from './register-answers.js';
import { usePageTexts } from './texts.js';
import type { ApplicationView, ShownQuestion } from './use-application.js';

const AskRegisters = graphql(`
  mutation AskRegisters($input: AskRegistersInput!) {
    askRegisters(input: $input) {
      application {
        id
        version
      }
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

const tones: Readonly<Record<ShownQuestion['outcome'], Tone>> = {
  ANSWERED: 'good',
  NOT_KNOWN: 'info',
  UNAVAILABLE: 'bad',
  NOT_ASKED: 'neutral',
};

/** By member, then by register: the order in which they are read, not the one in which they answered. */
const inOrder = (questions: readonly ShownQuestion[]): ShownQuestion[] =>
  [...questions].sort((a, b) => `${a.person.reference} ${a.register}`.localeCompare(`${b.person.reference} ${b.register}`));

/** What the state registers were asked and told, by member; and the button that asks them. */
export function RegistersSection({ view }: { view: ApplicationView & { application: NonNullable<ApplicationView['application']> } }) {
  const t = usePageTexts();
  const words = useWords();
  const format = useFormat();
  const may = useMay();
  const { application, questions, recordDifferences, refetch } = view;
  const asking = useAct(AskRegisters);
  const open = application.state === 'SUBMITTED' || application.state === 'MEANS_DECLARED' || application.state === 'PROPOSED';
  const ask = async () => {
    if (asking.busy) return;
    const { done } = await asking.act({ input: { applicationId: application.id, version: application.version } });
    if (done || asking.stale) await refetch();
  };
  const button =
    open && may('register.ask').allowed ? (
      <Button small icon={<RefreshCw size={15} aria-hidden="true" />} onPress={() => void ask()}>
        {asking.busy ? t('asking') : questions.length ? t('askAgain') : t('askRegisters')}
      </Button>
    ) : undefined;
  return (
    <Section title={t('registers')} actions={questions.length ? button : undefined}>
      <Stack>
        <ActNotice act={asking} />
        {recordDifferences.length ? (
          <Notice tone="warn" title={t('recordDifferences')}>
            <ul className={styles.list}>
              {recordDifferences.map(({ register, kind, note, person }) => (
                <li key={`${person.id} ${register} ${kind}`}>
                  <Who person={person} />: {note}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {questions.length ? (
          <Wide label={t('registers')}>
            <table className={styles.plainTable}>
              <tbody>
                {inOrder(questions).map((question) => (
                  <tr key={question.id}>
                    <th scope="row">
                      <Who person={question.person} />
                    </th>
                    <td>{words(`register.${question.register}`)}</td>
                    <td>
                      <Badge tone={tones[question.outcome]}>{t(`asked.${question.outcome}`)}</Badge>
                      {question.reason ? <span className={styles.citation}>{t(`reason.${question.reason}`)}</span> : null}
                    </td>
                    <td>
                      {answerLines(question, t, words, format).map((line) => (
                        <div key={line}>{line}</div>
                      ))}
                    </td>
                    <td className={styles.fine} title={question.legalBasis}>
                      {t('askedBy', { name: question.askedBy.name ?? '–', when: format.moment(question.askedAt) })}
                      {question.fromCache ? ` (${t('kept')})` : ''}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Wide>
        ) : (
          <Empty title={t('notAsked')} action={button}>
            {t('notAskedLead')}
          </Empty>
        )}
      </Stack>
    </Section>
  );
}
