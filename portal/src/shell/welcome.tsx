import { dayOf } from '../format/format.js';
import { useFormat, useLanguage } from '../i18n/language.js';
import { useSession } from '../sign-in/session.js';
import { ButtonLink, Page, Row } from '../ui/index.js';
import type { AudiencePart } from './screen.js';
import { navOf } from './shell.js';
import { useShellTexts } from './texts.js';

/** The first page of who has no screen of the day: the sections that are theirs. */
export function Welcome({ part }: { part: Pick<AudiencePart, 'screens'> }) {
  const t = useShellTexts();
  const format = useFormat();
  const { language } = useLanguage();
  const { name, roles } = useSession();
  const entries = navOf(part as AudiencePart, roles).filter(({ path }) => path !== '/');
  return (
    <Page title={t('welcome', { name: name.split(' ')[0] ?? name })} kicker={format.dayLong(dayOf(new Date().toISOString()))}>
      <nav aria-label={t('wherever')}>
        <Row>
          {entries.map(({ path, nav: { label, icon: Icon } }) => (
            <ButtonLink key={path} href={path} icon={<Icon size={18} aria-hidden="true" />}>
              {label[language]}
            </ButtonLink>
          ))}
        </Row>
      </nav>
    </Page>
  );
}
