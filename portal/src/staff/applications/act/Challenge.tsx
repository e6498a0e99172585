import { useState } from 'react';
import { graphql } from '../../../gql/staff/index.js';
import { useAct } from '../../../graph/use-act.js';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import { DateField, Radios, Stack, TextField } from '../../../ui/index.js';
import { ActDialog, type ActFormProps, FormButton } from '../../act-dialog.js';
import { today } from '../../spoken.js';
import styles from '../applications.module.css';
import type { ShownDecision } from '../page/use-application.js';
import { useChallengeTexts } from './challenge-texts.js';

const ChallengeDecision = graphql(`
  mutation ChallengeDecision($id: ID!, $on: Date!, $grounds: String!) {
    challengeDecision(id: $id, on: $on, grounds: $grounds) {
      decision {
        id
        version
        state
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

const DecideChallenge = graphql(`
  mutation DecideChallenge($id: ID!, $on: Date!, $upheld: Boolean!, $reasons: String!) {
    decideChallenge(id: $id, on: $on, upheld: $upheld, reasons: $reasons) {
      decision {
        id
        version
        state
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

const challengeFields = ['on', 'grounds'];
const decideFields = ['on', 'reasons'];

/** A notified decision may be challenged within its month; a challenged one is decided by another person than who approved it. */
export function Challenge({ decision, onDone }: { decision: ShownDecision; onDone(): Promise<unknown> }) {
  const t = useChallengeTexts();
  const format = useFormat();
  const may = useMay();
  if (decision.state === 'NOTIFIED') {
    return (
      <Stack gap="s">
        {decision.challengeUntil ? <p className={styles.fine}>{t('until', { day: format.dayShort(decision.challengeUntil) })}</p> : null}
        {may('decision.challenge').allowed && decision.challengeUntil && decision.challengeUntil >= today() ? (
          <FormButton words={t('record')}>{(close) => <Record decision={decision} onClose={close} onDone={onDone} />}</FormButton>
        ) : null}
      </Stack>
    );
  }
  if (decision.state !== 'CHALLENGED') return null;
  return (
    <Stack gap="s">
      <p className={styles.fine}>{t('challengedOn', { day: decision.challengedOn ? format.dayShort(decision.challengedOn) : '–' })}</p>
      <p>{decision.challengeGrounds}</p>
      {may('challenge.decide').allowed ? (
        <FormButton words={t('decide')}>{(close) => <Decide decision={decision} onClose={close} onDone={onDone} />}</FormButton>
      ) : null}
    </Stack>
  );
}

function Record({ decision: { id, number }, ...form }: ActFormProps & { decision: ShownDecision }) {
  const t = useChallengeTexts();
  const [on, setOn] = useState<string | null>(today());
  const [grounds, setGrounds] = useState('');
  const challenging = useAct(ChallengeDecision, challengeFields);
  return (
    <ActDialog
      {...form}
      title={t('recordTitle', { number })}
      submit={t('record')}
      act={challenging}
      ready={on !== null && grounds.trim() !== ''}
      send={async () => (on ? challenging.act({ id, on, grounds: grounds.trim() }) : null)}
      told={t('recorded')}
    >
      <DateField label={t('on')} value={on} onChange={setOn} required latest={today()} problem={challenging.problem('on')} />
      <TextField
        label={t('grounds')}
        value={grounds}
        onChange={setGrounds}
        long
        required
        maxLength={4000}
        problem={challenging.problem('grounds')}
      />
    </ActDialog>
  );
}

function Decide({ decision: { id, number }, ...form }: ActFormProps & { decision: ShownDecision }) {
  const t = useChallengeTexts();
  const [on, setOn] = useState<string | null>(today());
  const [answer, setAnswer] = useState<'UPHELD' | 'REVOKED' | null>(null);
  const [reasons, setReasons] = useState('');
  const deciding = useAct(DecideChallenge, decideFields);
  return (
    <ActDialog
      {...form}
      title={t('decideTitle', { number })}
      submit={t('decide')}
      act={deciding}
      ready={on !== null && answer !== null && reasons.trim() !== ''}
      send={async () => (on && answer ? deciding.act({ id, on, upheld: answer === 'UPHELD', reasons: reasons.trim() }) : null)}
      told={t('decided')}
    >
      <Radios<'UPHELD' | 'REVOKED'>
        label={t('answer')}
        required
        choices={[
          { id: 'UPHELD', label: t('upheld') },
          { id: 'REVOKED', label: t('revoked'), note: t('revokedNote') },
        ]}
        value={answer}
        onChange={setAnswer}
      />
      <DateField label={t('on')} value={on} onChange={setOn} required latest={today()} problem={deciding.problem('on')} />
      <TextField
        label={t('reasons')}
        value={reasons}
        onChange={setReasons}
        long
        required
        maxLength={4000}
        problem={deciding.problem('reasons')}
      />
    </ActDialog>
  );
}
