import { ButtonLink, Empty, Page } from '../ui/index.js';
import { useShellTexts } from './texts.js';

/** An address that is no screen. */
export function NotFound() {
  const t = useShellTexts();
  return (
    <Page title={t('notFound')}>
      <Empty title={t('notFoundLead')} action={<ButtonLink href="/">{t('toStart')}</ButtonLink>} />
    </Page>
  );
}
