import { CircleAlert, Upload } from 'lucide-react';
import { useId, useRef } from 'react';
import { Button } from '../../ui/index.js';
import { useAnswerTexts } from './answer-texts.js';
import styles from './payments.module.css';

/** Chooses the file of the bank; what is wrong with it stands below. */
export function AnswerFileField({
  name,
  problem,
  onChoose,
}: {
  /** What the chosen one is called, with its form; null before that. */
  name: string | null;
  problem: string | null;
  onChoose(file: File): void;
}) {
  const t = useAnswerTexts();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as one, and one button is no set of fields
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-foot`} className={styles.file}>
      <span id={`${id}-label`} className={styles.fileLabel}>
        {t('file')}
      </span>
      <div className={styles.fileLine}>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xml,.csv,.txt,text/xml,application/xml,text/csv"
          data-answer=""
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen) onChoose(chosen);
            // The same file can be chosen again after it was mended.
            event.target.value = '';
          }}
        />
        <Button icon={<Upload size={15} aria-hidden="true" />} onPress={() => input.current?.click()}>
          {t(name ? 'chooseOther' : 'choose')}
        </Button>
        <span className={styles.fileName}>{name ?? t('noFile')}</span>
      </div>
      <div id={`${id}-foot`}>
        <span className={styles.fileHint}>{t('fileHint')}</span>
        {problem ? (
          <span className={styles.fileProblem} role="alert">
            <CircleAlert size={13} aria-hidden="true" />
            <span>{problem}</span>
          </span>
        ) : null}
      </div>
    </div>
  );
}
