import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps, Link as AriaLink } from 'react-aria-components';
import { classes } from './classes.js';
import styles from './controls.module.css';

/** How much a button asks for attention: one primary on a screen, danger for what cannot be undone, quiet for the rest. */
export type ButtonLook = 'plain' | 'primary' | 'danger' | 'quiet';

/** A button; `icon` stands before the words. A button of an icon alone must be given `label`. */
export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  look?: ButtonLook;
  small?: boolean;
  icon?: ReactNode;
  /** Name for who does not see the icon. */
  label?: string;
  children?: ReactNode;
}

const lookOf = (look: ButtonLook, small: boolean | undefined, bare: boolean) =>
  classes(styles.button, look !== 'plain' && styles[look], small && styles.small, bare && styles.icon);

/** Does something. */
export function Button({ look = 'plain', small, icon, label, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} aria-label={label ?? props['aria-label']} className={lookOf(look, small, children === undefined)}>
      {icon}
      {children}
    </AriaButton>
  );
}

/** Goes somewhere, and looks like a button. Addresses of the portal open without loading the page anew. */
export function ButtonLink({
  href,
  look = 'plain',
  small,
  icon,
  children,
}: {
  href: string;
  look?: ButtonLook;
  small?: boolean;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <AriaLink href={href} className={lookOf(look, small, false)}>
      {icon}
      {children}
    </AriaLink>
  );
}

/** Goes somewhere within a text. */
export function Link({ href, children, title }: { href: string; children: ReactNode; title?: string }) {
  return (
    <AriaLink href={href} {...(title ? { 'aria-label': title } : {})}>
      {children}
    </AriaLink>
  );
}

/** A key of the keyboard, shown beside what it does. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className={styles.key} aria-hidden="true">
      {keys}
    </span>
  );
}
