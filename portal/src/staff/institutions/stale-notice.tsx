import { Button, Notice } from '../../ui/index.js';
import { useInstitutionsTexts } from './texts.js';

/** Somebody changed the stay meanwhile: the board is loaded anew, what was chosen here stays. */
export function StaleNotice({ onAgain }: { onAgain(): void }) {
  const t = useInstitutionsTexts();
  return (
    <Notice tone="warn" action={<Button onPress={onAgain}>{t('reload')}</Button>}>
      {t('stale')}
    </Notice>
  );
}
