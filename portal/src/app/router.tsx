import { lazy, useMemo } from 'react';
import { RouterProvider as AriaRouterProvider, I18nProvider } from 'react-aria-components';
import { createBrowserRouter, Navigate, type RouteObject, useHref, useNavigate } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { useLanguage } from '../i18n/language.js';
import { NotFound } from '../shell/not-found.js';
import type { AudiencePart } from '../shell/screen.js';
import { navOf, Shell } from '../shell/shell.js';
import { useSession } from '../sign-in/session.js';

/** Links of React Aria open screens without loading the page anew. */
function Root({ part }: { part: AudiencePart }) {
  const navigate = useNavigate();
  return (
    <AriaRouterProvider navigate={navigate} useHref={useHref}>
      <Shell part={part} />
    </AriaRouterProvider>
  );
}

/** Where the day of the person starts: the screen that says so for the role, or the home of the audience. */
function Start({ part }: { part: AudiencePart }) {
  const { roles } = useSession();
  const start = navOf(part, roles).find(({ nav }) => nav.startsFor?.some((role) => roles.includes(role)));
  if (start && start.path !== '/') return <Navigate to={start.path} replace />;
  return <part.Home />;
}

function routesOf(part: AudiencePart): RouteObject[] {
  const screens = part.screens.map(({ path, load }): RouteObject => {
    const Component = lazy(load);
    return { path, element: <Component /> };
  });
  return [
    {
      element: <Root part={part} />,
      children: [{ path: '/', element: <Start part={part} /> }, ...screens, { path: '*', element: <NotFound /> }],
    },
  ];
}

/** One audience's part of the portal. */
export function Screens({ part }: { part: AudiencePart }) {
  const { language } = useLanguage();
  const router = useMemo(() => createBrowserRouter(routesOf(part)), [part]);
  return (
    <I18nProvider locale={language === 'lv' ? 'lv-LV' : 'en-GB'}>
      <RouterProvider router={router} />
    </I18nProvider>
  );
}
