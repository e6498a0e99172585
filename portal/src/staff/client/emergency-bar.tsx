import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { useFormat } from '../../i18n/language.js';
import { ActNotice, Button, Notice, toast } from '../../ui/index.js';
import { useActTexts } from './act-texts.js';
import { forgetGlass, useGlass } from './emergency-store.js';
import { useClientTexts } from './texts.js';

const closeMutation = graphql(`
  mutation CloseEmergencyAccess($id: ID!) {
    closeEmergencyAccess(id: $id) {
      emergencyAccess {
        id
        closedAt
      }
      problems {
        code
        field
        lv: message
        en: message(language: EN)
      }
    }
  }
`);

/** Says that the page looks under an emergency access, and ends it. Nothing where there is none. */
export function EmergencyBar({ personId }: { personId: string }) {
  const t = useClientTexts();
  const ta = useActTexts();
  const format = useFormat();
  const glass = useGlass(personId);
  const act = useAct(closeMutation);
  if (!glass) return null;
  const end = async () => {
    const ending = await act.act({ id: glass.id });
    // One that the graph no longer knows has ended as well.
    const gone = !ending.done && [...ending.problems, ...ending.faults].some(({ code }) => code === 'NOT_FOUND');
    if (!ending.done && !gone) return;
    forgetGlass(personId);
    toast(ta('closed'));
  };
  return (
    <>
      <Notice
        tone="warn"
        title={t('emergencyOpen', { when: format.moment(glass.endsAt) })}
        action={
          <Button small isDisabled={act.busy} onPress={() => void end()}>
            {t('emergencyEnd')}
          </Button>
        }
      >
        {t('emergencyLead')}
      </Notice>
      <ActNotice act={act} />
    </>
  );
}
