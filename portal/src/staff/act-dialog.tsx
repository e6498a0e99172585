import { type ReactNode, Suspense, useState } from 'react';
import type { Act, Ending } from '../graph/use-act.js';
import { defineTexts } from '../i18n/texts.js';
import { ActNotice, Button, type ButtonLook, Dialog, Notice, toast } from '../ui/index.js';

const useDialogTexts = defineTexts(
  'staff.act-dialog',
  {
    cancel: 'Atcelt',
    close: 'Aizvērt',
    stale: 'Kāds šo ierakstu tikmēr mainīja. Lapa ir ielādēta no jauna; jūsu rakstītais ir saglabāts. Pārbaudiet un sūtiet vēlreiz.',
    staleLeaves:
      'Kāds šo ierakstu tikmēr mainīja, tāpēc nekas nav saglabāts. Jūsu rakstītais paliek šeit, līdz aizvērsiet: ja vajag, nokopējiet to. Aizverot saraksts ielādēsies no jauna.',
  },
  {
    cancel: 'Cancel',
    close: 'Close',
    stale: 'Somebody has changed this record meanwhile. The page is loaded anew; what you wrote is kept. Check it and send it again.',
    staleLeaves:
      'Somebody has changed this record meanwhile, so nothing is saved. What you wrote stays here until you close: copy what you need. Then the list is loaded anew.',
  },
);

/** A button that opens a form. The form is there only while it is open: the next time it begins anew. */
export function FormButton({
  words,
  look,
  small = true,
  icon,
  offered = true,
  children,
}: {
  words: string;
  look?: ButtonLook;
  small?: boolean;
  icon?: ReactNode;
  /** False takes the button away; a form that is open stays until it is closed, also where what it is about has changed behind it. */
  offered?: boolean;
  /** The form; it gets what closes it. */
  children(close: () => void): ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      {offered ? (
        <Button {...(look ? { look } : {})} small={small} icon={icon} onPress={() => setOpen(true)}>
          {words}
        </Button>
      ) : null}
      {open ? <Suspense>{children(() => setOpen(false))}</Suspense> : null}
    </>
  );
}

/** What a form in a dialog is given by the page it stands on. */
export interface ActFormProps {
  onClose(): void;
  /** Something has changed, here or by somebody else: the page asks anew. */
  onDone(): unknown;
}

/**
 * One act in a dialog: fields, what the graph said of the whole, two buttons. Done, it says so, closes and lets the page ask anew; refused, it stays open
 * with all that was typed, each problem at its field; stale, the page behind it is loaded anew and the dialog says what is there now. Where the list behind
 * would drop the record, and this dialog with it, the list is loaded anew only when the dialog is closed.
 */
export function ActDialog<Data>({
  title,
  submit,
  look = 'primary',
  wide,
  act,
  ready = true,
  send,
  told,
  now,
  leaves = false,
  onClose,
  onDone,
  children,
}: ActFormProps & {
  title: string;
  /** Words of the button that does it. */
  submit: string;
  look?: ButtonLook;
  wide?: boolean;
  act: Pick<Act<Data, never>, 'others' | 'faults' | 'busy' | 'stale' | 'reset'>;
  /** False keeps the button off, e.g. while nothing is chosen. */
  ready?: boolean;
  /** Sends it; null where something is missing and was said at its field. */
  send(): Promise<Ending<Data> | null>;
  /** What is said when it is done. */
  told: string | ((data: Data) => string);
  /** Where it was stale: what is in the system now. */
  now?: ReactNode;
  /** Whether the record goes out of the list behind once somebody has done this: what was typed then stays to be read, and cannot be sent again. */
  leaves?: boolean;
  children: ReactNode;
}) {
  const t = useDialogTexts();
  const over = leaves && act.stale;
  const close = () => {
    onClose();
    if (over) void onDone();
  };
  const submitted = async () => {
    if (act.busy || !ready || over) return;
    const ending = await send();
    if (ending?.done) {
      toast(typeof told === 'string' ? told : told(ending.data));
      onClose();
      await onDone();
    } else if (ending?.problems.some(({ code }) => code === 'STALE') && !leaves) await onDone();
  };
  return (
    <Dialog
      title={title}
      open
      wide={wide ?? false}
      onClose={close}
      onSubmit={() => void submitted()}
      foot={
        <>
          <Button onPress={close}>{t(over ? 'close' : 'cancel')}</Button>
          <Button look={look} type="submit" isDisabled={!ready || act.busy || over}>
            {submit}
          </Button>
        </>
      }
    >
      {children}
      {act.stale ? (
        <Notice tone="warn">
          {t(leaves ? 'staleLeaves' : 'stale')}
          {now ? <p>{now}</p> : null}
        </Notice>
      ) : null}
      <ActNotice act={act} />
    </Dialog>
  );
}
