import { X } from 'lucide-react';
import type { CSSProperties, FormEvent, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button.js';
import styles from './layout.module.css';
import { useUiTexts } from './texts.js';

/** A dialog over the page. The page behind it stays; Escape and the cross close it unless `must`. */
export interface DialogProps {
  title: string;
  open: boolean;
  onClose(): void;
  /** The buttons; the one that does it last. */
  foot?: ReactNode;
  /** Cannot be closed without doing it. */
  must?: boolean;
  wide?: boolean;
  /** Makes a form of it: Enter in a field does what the submit button does. */
  onSubmit?(): void;
  children: ReactNode;
}

/** A dialog. */
export function Dialog({ title, open, onClose, foot, must, wide, onSubmit, children }: DialogProps) {
  const t = useUiTexts();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit?.();
  };
  const inner = (
    <>
      <div className={styles.dialogBody}>{children}</div>
      {foot ? <div className={styles.dialogFoot}>{foot}</div> : null}
    </>
  );
  return (
    <ModalOverlay className={styles.overlay} isOpen={open} onOpenChange={(next) => !next && onClose()} isKeyboardDismissDisabled={must}>
      <Modal className={styles.modal} style={{ '--wide': wide ? '56rem' : '34rem' } as CSSProperties}>
        <AriaDialog className={styles.dialog}>
          <div className={styles.dialogHead}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {must ? null : <Button look="quiet" small icon={<X size={18} aria-hidden="true" />} label={t('close')} onPress={onClose} />}
          </div>
          {onSubmit ? (
            <form onSubmit={submit} noValidate>
              {inner}
            </form>
          ) : (
            inner
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
