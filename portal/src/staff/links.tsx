import type { ReactNode } from 'react';
import { Link } from '../ui/index.js';

/** A link to a screen with an id in its address. */
export const linkTo = (path: `/${string}/:id`, id: string, children: ReactNode): ReactNode => (
  <Link href={path.replace(':id', id)}>{children}</Link>
);
