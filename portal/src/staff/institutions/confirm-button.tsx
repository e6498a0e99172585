import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { useLanguage } from '../../i18n/language.js';
import { Button, toast } from '../../ui/index.js';
import { useInstitutionsTexts } from './texts.js';

const confirmMutation = graphql(`
  mutation ConfirmPlacement($id: ID!, $version: Int!) {
    confirmPlacement(id: $id, version: $version) {
      placement {
        id
        version
        confirmedOn
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

/** Confirms an emergency admission; who admitted cannot, and the graph says so. */
export function ConfirmButton({ placement, onDone }: { placement: { id: string; version: number }; onDone(): void }) {
  const t = useInstitutionsTexts();
  const { language } = useLanguage();
  const confirm = useAct(confirmMutation);
  const go = async () => {
    const ending = await confirm.act({ id: placement.id, version: placement.version });
    if (ending.done) {
      toast(t('confirmed'));
      onDone();
    } else
      toast(
        [...ending.problems.map(({ message }) => message), ...ending.faults.map(({ text }) => text[language])].join(' ') || t('cannot'),
        'bad',
      );
  };
  return (
    <Button small onPress={() => void go()} isDisabled={confirm.busy}>
      {t('confirm')}
    </Button>
  );
}
