import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { RefreshCw, Unplug } from 'lucide-react';
import { Component, type ErrorInfo, type ReactNode, useMemo } from 'react';
import { type Fault, faultsOf, isPassing } from '../graph/faults.js';
import { faultsAt, isEmptied } from '../graph/holes.js';
import { useLanguage } from '../i18n/language.js';
import { Button } from './button.js';
import { Notice } from './state.js';
import styles from './state.module.css';
import { useUiTexts } from './texts.js';

/** What an answer lacks, asked field by field. */
export interface Holes {
  /** Everything that is wrong with the answer. */
  all: readonly Fault[];
  /** What empties a field, e.g. `person.benefits`: the names of the answer, lists left out. Undefined where nothing does. */
  at(path: string): Fault | undefined;
}

/** Reads what the error of a query leaves empty: `const holes = useHoles(error)`. */
export function useHoles(error: unknown): Holes {
  return useMemo(() => {
    const all = faultsOf(error);
    const data = CombinedGraphQLErrors.is(error) ? error.data : undefined;
    const below = (path: string) => (isEmptied(data, path) ? all.find((fault) => fault.path.startsWith(`${path}.`)) : undefined);
    return { all, at: (path) => faultsAt(all, path)[0] ?? below(path) };
  }, [error]);
}

/** Explains in place why a part is missing: a part of the system is away (and trying again helps), or the role does not show it. */
export function Hole({ fault, onAgain }: { fault: Fault; onAgain?(): void }) {
  const t = useUiTexts();
  const { language } = useLanguage();
  const passing = isPassing(fault);
  const text = passing ? t('notNow') : fault.code === 'FORBIDDEN' ? t('notYours') : fault.text[language];
  return (
    <div className={styles.hole} role="status" data-hole={fault.code}>
      <Unplug size={16} aria-hidden="true" />
      <span>{text}</span>
      {passing && fault.requestId ? <span>{t('requestId', { id: fault.requestId })}</span> : null}
      {passing && onAgain ? (
        <Button small icon={<RefreshCw size={14} aria-hidden="true" />} onPress={onAgain}>
          {t('again')}
        </Button>
      ) : null}
    </div>
  );
}

/** A part of a screen that may be missing: shows the hole where the field `at` is empty because of an error, and its children otherwise. */
export function Part({ holes, at, onAgain, children }: { holes: Holes; at: string; onAgain?(): void; children: ReactNode }) {
  const fault = holes.at(at);
  return fault ? <Hole fault={fault} onAgain={onAgain} /> : children;
}

/** A whole screen could not be had: what the graph said, and again. */
export function Failure({ faults, onAgain }: { faults: readonly Fault[]; onAgain?(): void }) {
  const t = useUiTexts();
  const { language } = useLanguage();
  const texts = [...new Set(faults.map((fault) => fault.text[language]))];
  return (
    <Notice
      tone="bad"
      title={t('failed')}
      action={
        onAgain ? (
          <Button small onPress={onAgain}>
            {t('again')}
          </Button>
        ) : undefined
      }
    >
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Notice>
  );
}

/** Keeps a fault of the program within its part of the page. */
export class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    return this.state.failed ? <Broken onAgain={() => this.setState({ failed: false })} /> : this.props.children;
  }
}

function Broken({ onAgain }: { onAgain(): void }) {
  const t = useUiTexts();
  return (
    <Notice
      tone="bad"
      action={
        <Button small onPress={onAgain}>
          {t('again')}
        </Button>
      }
    >
      {t('failedHere')}
    </Notice>
  );
}
