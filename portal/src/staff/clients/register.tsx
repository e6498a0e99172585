import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import type { IdentityBasis, Sex } from '../../gql/staff/graphql.js';
import { graphql } from '../../gql/staff/index.js';
import { useAct } from '../../graph/use-act.js';
import { useMay } from '../../shell/may.js';
import {
  ActNotice,
  Button,
  ButtonLink,
  DateField,
  Notice,
  Page,
  Section,
  Select,
  Stack,
  TextField,
  toast,
  useRequired,
} from '../../ui/index.js';
import { useClientWords } from '../client/words.js';
import styles from './clients.module.css';
import { useClientsTexts } from './texts.js';

const registerMutation = graphql(`
  mutation RegisterPerson($input: RegisterPersonInput!) {
    registerPerson(input: $input) {
      person {
        id
        reference
        givenName
        familyName
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

const fields = [
  'identityBasis',
  'personalCode',
  'givenName',
  'familyName',
  'birthDate',
  'sex',
  'phone',
  'address',
  'residenceSince',
] as const;
const bases: readonly IdentityBasis[] = ['PERSONAL_CODE', 'FOREIGN_DOCUMENT', 'OWN_STATEMENT'];
const sexes: readonly Sex[] = ['FEMALE', 'MALE'];

/** Registers somebody who is here for the first time; who is known already is shown instead. */
export default function Register() {
  const t = useClientsTexts();
  const words = useClientWords();
  const may = useMay();
  const navigate = useNavigate();
  const act = useAct(registerMutation, fields);
  const need = useRequired();
  const [basis, setBasis] = useState<IdentityBasis>('PERSONAL_CODE');
  const [typed, setTyped] = useState({ personalCode: '', givenName: '', familyName: '', phone: '', address: '' });
  const [birthDate, setBirthDate] = useState<string | null>(null);
  const [sex, setSex] = useState<Sex | null>(null);
  const [since, setSince] = useState<string | null>(null);
  const [match, setMatch] = useState<{ id: string; reference: string; name: string } | null>(null);
  const text = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
    problem: name === 'givenName' || name === 'familyName' ? need.problem(typed[name], act.problem(name)) : act.problem(name),
  });
  const send = async () => {
    setMatch(null);
    if (!need.check(birthDate, sex, typed.givenName, typed.familyName) || !birthDate || !sex) return;
    const end = await act.act({
      input: {
        identityBasis: basis,
        personalCode: basis === 'PERSONAL_CODE' && typed.personalCode.trim() ? typed.personalCode.trim() : null,
        givenName: typed.givenName,
        familyName: typed.familyName,
        birthDate,
        sex,
        phone: typed.phone.trim() || null,
        address: typed.address.trim() || null,
        residenceSince: since,
      },
    });
    const person = end.data?.registerPerson?.person;
    if (end.done && person) {
      toast(t('registered', { reference: person.reference ?? '' }));
      void navigate(`/clients/${person.id}`);
    } else if (person) {
      setMatch({ id: person.id, reference: person.reference ?? '', name: `${person.givenName ?? ''} ${person.familyName ?? ''}`.trim() });
    }
  };
  const denied = may('person.register').reason;
  if (denied)
    return (
      <Page title={t('registerTitle')}>
        <Notice tone="warn">{denied}</Notice>
      </Page>
    );
  return (
    <Page title={t('registerTitle')} lead={t('registerLead')}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack>
          {match ? (
            <Notice
              tone="warn"
              title={t('duplicate')}
              action={<ButtonLink href={`/clients/${match.id}`}>{t('openIt', { reference: match.reference })}</ButtonLink>}
            >
              {match.name}
            </Notice>
          ) : (
            <ActNotice act={act} />
          )}
          <Section title={t('who')}>
            <Stack>
              <div className={styles.fields}>
                <Select
                  label={t('basis')}
                  choices={bases.map((one) => ({ id: one, label: words(`basis.${one}`) }))}
                  value={basis}
                  onChange={setBasis}
                  problem={act.problem('identityBasis')}
                />
                {basis === 'PERSONAL_CODE' ? <TextField label={t('code')} required hint={t('codeHint')} {...text('personalCode')} /> : null}
              </div>
              <div className={styles.fields}>
                <TextField label={t('givenName')} required {...text('givenName')} />
                <TextField label={t('familyName')} required {...text('familyName')} />
              </div>
              <div className={styles.fields}>
                <DateField
                  label={t('birthDate')}
                  required
                  typedOnly
                  value={birthDate}
                  onChange={setBirthDate}
                  problem={need.problem(birthDate, act.problem('birthDate'))}
                />
                <Select
                  label={t('sex')}
                  required
                  choices={sexes.map((one) => ({ id: one, label: words(`sex.${one}`) }))}
                  value={sex}
                  onChange={setSex}
                  problem={need.problem(sex, act.problem('sex'))}
                />
                <TextField label={t('phone')} type="tel" {...text('phone')} />
              </div>
            </Stack>
          </Section>
          <Section title={t('where')}>
            <div className={styles.fields}>
              <TextField label={t('address')} hint={t('whereHint')} {...text('address')} />
              <DateField label={t('since')} value={since} onChange={setSince} problem={act.problem('residenceSince')} />
            </div>
          </Section>
          <div className={styles.foot}>
            <ButtonLink href="/clients">{t('cancel')}</ButtonLink>
            <Button look="primary" type="submit" isDisabled={act.busy}>
              {t('register')}
            </Button>
          </div>
        </Stack>
      </form>
    </Page>
  );
}
