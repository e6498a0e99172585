import { Languages, LogOut, Monitor, Moon, Search as SearchIcon, Sun } from 'lucide-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';
import { useLanguage } from '../i18n/language.js';
import { sessions, useSession } from '../sign-in/session.js';
import { Boundary, Button, KeyHint, Skeleton } from '../ui/index.js';
import { Toasts } from '../ui/toast.js';
import { holds } from './may.js';
import type { AudiencePart } from './screen.js';
import styles from './shell.module.css';
import { useShellTexts } from './texts.js';
import { chooseTheme, type Theme, useTheme } from './theme.js';

const themes: readonly Theme[] = ['system', 'light', 'dark'];
const themeIcons = { system: Monitor, light: Sun, dark: Moon } as const;

/** Where somebody types: a key that searches elsewhere is a letter there. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The menu entries that a person's roles see, in their order. */
export const navOf = (part: AudiencePart, roles: readonly string[]) =>
  part.screens
    .flatMap(({ path, nav }) => (nav && [nav.action].flat().some((action) => holds(roles, action)) ? [{ path, nav }] : []))
    .sort((a, b) => a.nav.order - b.nav.order);

/** The frame around every screen: who and where, search, language, theme, menu. */
export function Shell({ part }: { part: AudiencePart }) {
  const t = useShellTexts();
  const session = useSession();
  const { language, speak } = useLanguage();
  const theme = useTheme();
  const { pathname } = useLocation();
  const [searching, setSearching] = useState(false);
  const main = useRef<HTMLElement>(null);
  const opened = useRef(pathname);
  const { Place, Search } = part;
  const searches = Boolean(Search && (!part.searchAction || holds(session.roles, part.searchAction)));

  useEffect(() => {
    if (!searches) return;
    const onKey = (event: KeyboardEvent) => {
      const byCtrl = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      if (byCtrl || (event.key === '/' && !isTyping(event.target))) {
        event.preventDefault();
        setSearching(true);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [searches]);

  // A screen reader is told that the page is another one: what has the focus now is its content.
  useEffect(() => {
    if (opened.current === pathname) return;
    opened.current = pathname;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);

  const ThemeIcon = themeIcons[theme];
  const nextTheme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
  const nav = navOf(part, session.roles);
  return (
    <>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      <div className={styles.shell}>
        <header className={styles.head}>
          <div className={styles.header}>
            <NavLink to="/" className={styles.mark} aria-label="Atbalsts" end>
              <img src="/favicon.svg" alt="" />
              <span>Atbalsts</span>
            </NavLink>
            <div className={styles.place}>
              <Suspense>
                <Place />
              </Suspense>
            </div>
            <div className={styles.space} />
            {searches ? (
              <button type="button" className={styles.search} onClick={() => setSearching(true)} aria-keyshortcuts="/ Control+K">
                <SearchIcon size={16} aria-hidden="true" />
                <span>{t('searchLong')}</span>
                <KeyHint keys="/" />
              </button>
            ) : null}
            <div className={styles.person} title={t('signedInAs', { name: session.name })}>
              <strong>{session.name}</strong>
              <span>{session.roles.map((role) => t(`role.${role}` as 'role.partner')).join(', ')}</span>
            </div>
            <div className={styles.tools}>
              <Button
                look="quiet"
                label={`${t('theme')}: ${t(`theme.${theme}`)}`}
                icon={<ThemeIcon size={18} aria-hidden="true" />}
                onPress={() => chooseTheme(nextTheme)}
              />
              <Button
                look="quiet"
                label={t('language')}
                icon={<Languages size={18} aria-hidden="true" />}
                onPress={() => speak(language === 'lv' ? 'en' : 'lv')}
              >
                {language === 'lv' ? 'EN' : 'LV'}
              </Button>
              <Button look="quiet" label={t('signOut')} icon={<LogOut size={18} aria-hidden="true" />} onPress={() => sessions.leave()} />
            </div>
          </div>
          {session.persona ? <div className={styles.demo}>{t('demo')}</div> : null}
        </header>
        <nav className={styles.nav} aria-label={t('menu')}>
          <div className={styles.navList}>
            {nav.map(({ path, nav: { label, icon: Icon } }) => (
              <NavLink key={path} to={path} className={styles.navLink} end={path === '/'}>
                <Icon size={18} aria-hidden="true" />
                {label[language]}
              </NavLink>
            ))}
          </div>
        </nav>
        <main id="content" ref={main} className={styles.main} tabIndex={-1}>
          <Boundary key={pathname}>
            <Suspense fallback={<Skeleton lines={6} height="60vh" />}>
              <Outlet />
            </Suspense>
          </Boundary>
        </main>
      </div>
      {searches && Search ? (
        <Suspense>
          <Search open={searching} onClose={() => setSearching(false)} />
        </Suspense>
      ) : null}
      <Toasts />
    </>
  );
}
