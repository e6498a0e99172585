import { useState } from 'react';
import { graphql } from '../../gql/partner/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, Dialog, Notice, Row, Stack, TextField, toast } from '../../ui/index.js';
import { useReferralTexts } from './texts.js';

const acceptMutation = graphql(`
  mutation PartnerAcceptReferral($id: ID!) {
    acceptReferral(id: $id) {
      referral {
        id
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

const declineMutation = graphql(`
  mutation PartnerDeclineReferral($id: ID!, $reason: String!) {
    declineReferral(id: $id, reason: $reason) {
      referral {
        id
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

const reasonFields = ['reason'] as const;

/** The answer that the municipality waits for: yes, or no with a reason. After either, and after any refusal, the page looks again. */
export function Answer({ id, onAnswered }: { id: string; onAnswered(): Promise<void> }) {
  const t = useReferralTexts();
  const accept = useAct(acceptMutation);
  const decline = useAct(declineMutation, reasonFields);
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');

  const onAccept = async () => {
    const { done } = await accept.act({ id });
    if (done) toast(t('accepted'));
    await onAnswered();
  };
  const onDecline = async () => {
    const { done } = await decline.act({ id, reason });
    if (done) {
      setDeclining(false);
      toast(t('declined'));
    }
    await onAnswered();
  };
  return (
    <Stack gap="s">
      <Notice
        tone="info"
        title={t('answerTitle')}
        action={
          <Row>
            <Button onPress={() => setDeclining(true)} isDisabled={accept.busy}>
              {t('decline')}
            </Button>
            <Button look="primary" onPress={() => void onAccept()} isDisabled={accept.busy}>
              {t('accept')}
            </Button>
          </Row>
        }
      >
        {t('answerLead')}
      </Notice>
      <ActNotice act={accept} />
      <Dialog
        title={t('declineTitle')}
        open={declining}
        onClose={() => setDeclining(false)}
        onSubmit={() => void onDecline()}
        foot={
          <>
            <Button onPress={() => setDeclining(false)}>{t('cancel')}</Button>
            <Button look="danger" type="submit" isDisabled={decline.busy}>
              {t('decline')}
            </Button>
          </>
        }
      >
        <ActNotice act={decline} />
        <TextField
          label={t('reason')}
          hint={t('reasonHint')}
          value={reason}
          onChange={setReason}
          problem={decline.problem('reason')}
          required
          long
          maxLength={1000}
          autoFocus
        />
      </Dialog>
    </Stack>
  );
}
