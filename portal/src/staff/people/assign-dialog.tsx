import { useState } from 'react';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, Checkbox, Dialog, toast, useRequired } from '../../ui/index.js';
import { fullPost, PostFields, postInput } from './post-fields.js';
import { usePeopleTexts } from './texts.js';

const assignMutation = graphql(`
  mutation AssignPost($input: AssignPostInput!) {
    assignPost(input: $input) {
      employee {
        id
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

const assignFields = ['unitId', 'fte', 'from', 'move'] as const;

/** Gives an employee a post of a unit, or moves them to it. */
export function AssignDialog({ employeeId, onClose, onDone }: { employeeId: string; onClose(): void; onDone(): void }) {
  const t = usePeopleTexts();
  const assign = useAct(assignMutation, assignFields);
  const [post, setPost] = useState(fullPost);
  const [move, setMove] = useState(false);
  const need = useRequired();
  const send = async () => {
    const { from } = post;
    if (!need.check(from) || !from) return;
    const ending = await assign.act({ input: { employeeId, ...postInput(post, from), move } });
    if (!ending.done) return;
    toast(t('assigned'));
    onDone();
    onClose();
  };
  return (
    <Dialog
      title={t('assign')}
      open
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={assign.busy || !post.unitId}>
            {t('save')}
          </Button>
        </>
      }
    >
      <PostFields
        value={post}
        onChange={setPost}
        fromLabel={t('fromPost')}
        problem={(field) => (field === 'from' ? need.problem(post.from, assign.problem(field)) : assign.problem(field))}
      />
      <Checkbox value={move} onChange={setMove}>
        {t('move')}
      </Checkbox>
      <ActNotice act={assign} />
    </Dialog>
  );
}
