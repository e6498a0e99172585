import { ButtonLink, Notice } from '../../../ui/index.js';
import { useRegistryTexts } from './texts.js';

/** Somebody whom the graph knows by what was typed. */
export interface KnownPerson {
  id: string;
  reference: string | null;
}

/** Says that somebody is registered already, and leads there: not the same person twice. */
export function Known({ person }: { person: KnownPerson | null }) {
  const t = useRegistryTexts();
  if (!person) return null;
  return (
    <Notice
      tone="warn"
      title={t('duplicate')}
      action={<ButtonLink href={`/clients/${person.id}`}>{t('openIt', { reference: person.reference ?? '' })}</ButtonLink>}
    />
  );
}
