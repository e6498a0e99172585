import { useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { ActNotice, Button, Dialog, Select, TextField, toast, useRequired } from '../../ui/index.js';
import { type SpecialistKind, specialistKinds } from './kinds.js';
import { fullPost, PostFields, postInput } from './post-fields.js';
import { usePeopleTexts } from './texts.js';

const hireMutation = graphql(`
  mutation Hire($input: HireInput!) {
    hire(input: $input) {
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

const fields = ['name', 'kind', 'unitId', 'fte', 'from'] as const;

/** Hires somebody into a post of a unit. */
export function HireDialog({ onClose }: { onClose(): void }) {
  const t = usePeopleTexts();
  const navigate = useNavigate();
  const hire = useAct(hireMutation, fields);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<SpecialistKind>('SOCIAL_WORKER');
  const [post, setPost] = useState(fullPost);
  const need = useRequired();
  const send = async () => {
    const { from } = post;
    if (!need.check(from) || !from) return;
    const ending = await hire.act({ input: { name, kind, ...postInput(post, from) } });
    if (!ending.done) return;
    toast(t('hired', { name }));
    onClose();
    const id = ending.data.hire?.employee?.id;
    if (id) navigate(`/people/${id}`);
  };
  return (
    <Dialog
      title={t('hireTitle')}
      open
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={hire.busy || !post.unitId}>
            {t('hire')}
          </Button>
        </>
      }
    >
      <TextField label={t('fullName')} value={name} onChange={setName} required problem={hire.problem('name')} />
      <Select<SpecialistKind>
        label={t('kind')}
        choices={specialistKinds.map((id) => ({ id, label: t(`kind.${id}`) }))}
        value={kind}
        onChange={setKind}
        problem={hire.problem('kind')}
      />
      <PostFields
        value={post}
        onChange={setPost}
        fromLabel={t('from')}
        problem={(field) => (field === 'from' ? need.problem(post.from, hire.problem(field)) : hire.problem(field))}
      />
      <ActNotice act={hire} />
    </Dialog>
  );
}
