import { type CSSProperties, type ReactNode, useEffect, useId } from 'react';
import { classes } from './classes.js';
import styles from './layout.module.css';

/** A whole screen: its heading, what it is about, and its actions. Sets the title of the browser's tab. */
export function Page({
  title,
  kicker,
  lead,
  actions,
  children,
}: {
  title: string;
  kicker?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Atbalsts`;
  }, [title]);
  return (
    <div className={styles.page}>
      <header className={styles.pageHead}>
        <div>
          {kicker ? <div className={styles.kicker}>{kicker}</div> : null}
          <h1 tabIndex={-1}>{title}</h1>
          {lead ? <div className={styles.lead}>{lead}</div> : null}
        </div>
        {actions ? <div className={classes(styles.actions, 'no-print')}>{actions}</div> : null}
      </header>
      {children}
    </div>
  );
}

/** A part of a screen with a heading of its own; `count` stands beside it, `flush` lets a table reach the edges. */
export function Section({
  title,
  count,
  actions,
  flush,
  children,
}: {
  title: string;
  count?: ReactNode;
  actions?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <header className={styles.cardHead}>
        <div className={styles.cardTitle}>
          <h2 id={id}>{title}</h2>
          {count !== undefined && count !== null ? <span className={styles.count}>{count}</span> : null}
        </div>
        {actions ? <div className={classes(styles.actions, 'no-print')}>{actions}</div> : null}
      </header>
      <div className={flush ? styles.flush : styles.cardBody}>{children}</div>
    </section>
  );
}

const spaces = { s: 'var(--s2)', m: 'var(--s4)', l: 'var(--s5)' } as const;

/** One below the other. */
export function Stack({ gap = 'm', children }: { gap?: keyof typeof spaces; children: ReactNode }) {
  return (
    <div className={styles.stack} style={{ '--gap': spaces[gap] } as CSSProperties}>
      {children}
    </div>
  );
}

/** Beside each other, broken where there is no room. */
export function Row({ gap = 's', children }: { gap?: keyof typeof spaces; children: ReactNode }) {
  return (
    <div className={styles.row} style={{ '--gap': spaces[gap] } as CSSProperties}>
      {children}
    </div>
  );
}

/** As many columns as fit; `least` is the narrowest, e.g. `24rem`. */
export function Columns({ least = '20rem', children }: { least?: string; children: ReactNode }) {
  return (
    <div className={styles.columns} style={{ '--least': least } as CSSProperties}>
      {children}
    </div>
  );
}

/** Names and what stands for them. Entries without a value (null, undefined, false) are left out. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== false)
        .map(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
    </dl>
  );
}

/** One thing that happened. */
export interface TimelineEntry {
  id: string;
  /** As shown: a day or a moment, already in the language of the screen. */
  when: string;
  what: ReactNode;
  tone?: 'good' | 'warn' | 'bad' | 'info';
}

/** What happened, one below the other. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {entries.map(({ id, when, what, tone }) => (
        <li key={id} className={styles.event}>
          <div className={styles.when}>{when}</div>
          <div className={styles.dot} aria-hidden="true" style={tone ? ({ '--tone': `var(--${tone})` } as CSSProperties) : undefined} />
          <div className={styles.what}>{what}</div>
        </li>
      ))}
    </ol>
  );
}
