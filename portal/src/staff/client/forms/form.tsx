import type { ReactNode } from 'react';
import type { Act } from '../../../graph/use-act.js';
import { ActNotice, Button, Dialog, Notice, Stack } from '../../../ui/index.js';
import { useActTexts } from '../act-texts.js';

/** What a form of the client's page is given. */
export interface FormProps {
  /** Of whom. */
  personId: string;
  onClose(): void;
  /** Something has changed: the page asks anew. */
  onDone(): void;
}

/** A form in a dialog: what the graph said of the whole above the fields, and the two buttons. What was typed stays until it is closed. */
export function Form({
  title,
  act,
  send,
  ready = true,
  wide,
  unread,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  act: Pick<Act<unknown, never>, 'others' | 'faults' | 'busy'>;
  /** Words of the button that sends it. */
  send?: string;
  /** What the form needs to know is there; until then it cannot be sent. */
  ready?: boolean;
  wide?: boolean;
  /** Asks again what somebody else has written meanwhile, where that could not be read; null or left out where there is nothing to ask. */
  unread?: (() => void) | null;
  onSubmit(): void;
  onClose(): void;
  children: ReactNode;
}) {
  const t = useActTexts();
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      {...(wide ? { wide } : {})}
      onSubmit={onSubmit}
      foot={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={act.busy || !ready}>
            {send ?? t('save')}
          </Button>
        </>
      }
    >
      <Stack>
        <ActNotice act={act} />
        {unread ? (
          <Notice
            tone="warn"
            action={
              <Button small onPress={unread}>
                {t('askAgain')}
              </Button>
            }
          >
            {t('unread')}
          </Notice>
        ) : null}
        {children}
      </Stack>
    </Dialog>
  );
}
