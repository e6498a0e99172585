import type { ReactNode } from 'react';
import { Link } from '../ui/index.js';
import { staffScreens } from './screens.js';

/** A link to a screen with an id in its address, or the words alone where the portal has no such screen. */
export const linkTo = (path: string, id: string, children: ReactNode): ReactNode =>
  staffScreens.some((screen) => screen.path === path) ? <Link href={path.replace(':id', id)}>{children}</Link> : children;
