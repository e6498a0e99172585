import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import type { SubmissionKind } from '../../gql/staff/graphql.js';
import { type DocumentType, read } from '../../gql/staff/index.js';
import { useFormat } from '../../i18n/language.js';
import { useMay } from '../../shell/may.js';
import { Badge, Button, Empty, Link, Page, Part, Row, Section, Select, Skeleton, Stack, type Tone, useHoles } from '../../ui/index.js';
import { FormButton } from '../act-dialog.js';
import styles from '../cases/cases.module.css';
import { AnswerForm } from './AnswerForm.js';
import { ReceiveForm } from './ReceiveForm.js';
import { SubmissionFields, SubmissionsQuery } from './submissions.queries.js';
import { useSubmissionTexts } from './texts.js';

const kinds = ['ANY', 'COMPLAINT', 'SUGGESTION', 'THANKS'] as const;
const standings = ['open', 'answered', 'all'] as const;
type Standing = (typeof standings)[number];
const tones: Readonly<Record<SubmissionKind, Tone>> = { COMPLAINT: 'warn', SUGGESTION: 'info', THANKS: 'good' };

const oneOf = <T extends string>(known: readonly T[], value: string | null, other: T): T => known.find((one) => one === value) ?? other;

/** Complaints, suggestions and thanks, the first due first: what came, what was answered, and what still waits. */
export default function Submissions() {
  const t = useSubmissionTexts();
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const standing = oneOf(standings, params.get('show'), 'open');
  const kind = oneOf(kinds, params.get('kind'), 'ANY');
  const { data, loading, error, refetch, fetchMore } = useQuery(SubmissionsQuery, {
    variables: { filter: { answered: standing === 'all' ? null : standing === 'answered', kind: kind === 'ANY' ? null : kind } },
  });
  const holes = useHoles(error);
  const page = data?.submissions;
  const show = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    next.set(name, value);
    setParams(next, { replace: true });
  };
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        may('submission.receive').allowed ? (
          <FormButton words={t('receive')} look="primary" small={false}>
            {(close) => <ReceiveForm onClose={close} onDone={refetch} />}
          </FormButton>
        ) : undefined
      }
    >
      <Stack>
        <div className={`${styles.filters} no-print`}>
          <Select<Standing>
            label={t('which')}
            choices={standings.map((id) => ({ id, label: t(`which.${id}`) }))}
            value={standing}
            onChange={(id) => show('show', id)}
          />
          <Select<(typeof kinds)[number]>
            label={t('kind')}
            choices={kinds.map((id) => ({ id, label: id === 'ANY' ? t('anyKind') : t(`kind.${id}`) }))}
            value={kind}
            onChange={(id) => show('kind', id)}
          />
        </div>
        <Part holes={holes} at="submissions" onAgain={() => void refetch()}>
          <Section title={t('list')} count={page?.totalCount}>
            {!page ? (
              loading ? (
                <Skeleton lines={10} height="24rem" />
              ) : null
            ) : page.nodes.length ? (
              <Stack>
                <ul className={styles.list}>
                  {read(SubmissionFields, page.nodes).map((one) => (
                    <li key={one.id}>
                      <Submission submission={one} onDone={refetch} />
                    </li>
                  ))}
                </ul>
                {page.pageInfo.hasNextPage ? (
                  <div>
                    <Button isDisabled={loading} onPress={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })}>
                      {t('more')}
                    </Button>
                  </div>
                ) : null}
              </Stack>
            ) : (
              <Empty title={standing === 'open' ? t('empty') : t('emptyAny')}>{t('emptyLead')}</Empty>
            )}
          </Section>
        </Part>
      </Stack>
    </Page>
  );
}

function Submission({ submission, onDone }: { submission: DocumentType<typeof SubmissionFields>; onDone(): unknown }) {
  const t = useSubmissionTexts();
  const format = useFormat();
  const may = useMay();
  const { person, sender, contact, about, answeredOn, late, dueOn } = submission;
  return (
    <>
      <div className={styles.line}>
        <Row>
          <strong>{submission.number}</strong>
          <Badge tone={tones[submission.kind]}>{t(`kind.${submission.kind}`)}</Badge>
        </Row>
        {answeredOn ? (
          late ? (
            <span className={styles.fine}>{t('answeredLate')}</span>
          ) : null
        ) : (
          <span className={late ? styles.late : undefined}>{t(late ? 'dueLate' : 'due', { day: format.dayShort(dueOn) })}</span>
        )}
      </div>
      <p className={styles.text}>{submission.text}</p>
      <p className={styles.fine}>
        {person ? (
          <>
            {t('client')}: <Link href={`/clients/${person.id}`}>{person.reference ?? '–'}</Link>
          </>
        ) : (
          t('from', { who: sender ?? t('anonymous') })
        )}
        {contact ? ` · ${contact}` : ''}
        {about ? ` · ${t('aboutWho', { name: about.name ?? '–' })}` : ''}
      </p>
      <p className={styles.fine} title={submission.termCitation}>
        {t('meta', { day: format.dayShort(submission.receivedOn), name: submission.recordedBy.name ?? '–' })}
      </p>
      {answeredOn ? (
        <>
          <p className={styles.fine}>{t('answeredBy', { name: submission.answeredBy?.name ?? '–', day: format.dayShort(answeredOn) })}</p>
          <blockquote className={styles.quote}>{submission.answer}</blockquote>
        </>
      ) : may('submission.answer').allowed ? (
        <div className="no-print">
          <FormButton words={t('answer')}>{(close) => <AnswerForm submission={submission} onClose={close} onDone={onDone} />}</FormButton>
        </div>
      ) : null}
    </>
  );
}
