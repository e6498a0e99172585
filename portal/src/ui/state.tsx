import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { type CSSProperties, type ReactNode, useId } from 'react';
import { classes } from './classes.js';
import styles from './state.module.css';
import { useUiTexts } from './texts.js';

/** What a state means for whoever reads it. */
export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'info';

/** A state in a word; never by its colour alone. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classes(styles.badge, tone !== 'neutral' && styles[tone])}>{children}</span>;
}

const icons = { neutral: Info, info: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert } as const;

/** Something to know, in the flow of the page. A `bad` one is told to a screen reader at once. */
export function Notice({
  tone = 'info',
  title,
  action,
  children,
}: {
  tone?: Tone;
  title?: string;
  action?: ReactNode;
  children?: ReactNode;
}) {
  const Icon = icons[tone];
  return (
    <div className={classes(styles.notice, styles[tone])} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon size={18} aria-hidden="true" />
      <div>
        {title ? <strong>{title}</strong> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {action}
    </div>
  );
}

/** Nothing is here: why, and what to do. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <h3>{title}</h3>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  );
}

/** The place of something that is on its way, as tall as what will come, so that nothing jumps. */
export function Skeleton({ lines = 3, height }: { lines?: number; height?: string }) {
  const t = useUiTexts();
  const widths = ['92%', '78%', '85%', '64%', '90%', '71%'];
  return (
    <div className={styles.skeleton} style={height ? { minHeight: height } : undefined} role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity
        <div key={line} className={styles.bar} style={{ width: widths[line % widths.length] }} />
      ))}
    </div>
  );
}

/** How far something has come: long work, a caseload against its norm. More than the whole is shown as full, in the given tone. */
export function ProgressBar({
  label,
  value,
  most,
  text,
  tone,
}: {
  label: string;
  value: number;
  most: number;
  text?: string;
  tone?: Exclude<Tone, 'neutral'>;
}) {
  const id = useId();
  const share = most > 0 ? Math.min(1, value / most) : 0;
  return (
    <div className={styles.progress}>
      <div className={styles.progressHead}>
        <span id={id}>{label}</span>
        <span className="figures">{text ?? `${value} / ${most}`}</span>
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-labelledby={id}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuetext={text}
      >
        <div
          className={styles.fill}
          style={{ width: `${share * 100}%`, ...(tone ? { '--tone': `var(--${tone})` } : {}) } as CSSProperties}
        />
      </div>
    </div>
  );
}
