import { useQuery } from '@apollo/client/react';
import { type FormEvent, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useAct } from '../../../graph/use-act.js';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import { ActNotice, Button, ButtonLink, ComboBox, DateField, Link, Notice, Page, Section, Stack, toast } from '../../../ui/index.js';
import { today } from '../../spoken.js';
import { useServiceTexts } from '../texts.js';
import { RequestService, ServiceTypes } from './request.queries.js';

const fields = ['serviceType', 'requestedOn'];

/** Records that a person asks for a service. */
export function NewRequest() {
  const t = useServiceTexts();
  const { language } = useFormat();
  const may = useMay();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const person = params.get('person');
  const [service, setService] = useState<string | null>(params.get('service'));
  const [on, setOn] = useState<string | null>(today());
  const [existing, setExisting] = useState<{ id: string; number: string } | null>(null);
  const { data } = useQuery(ServiceTypes);
  const requesting = useAct(RequestService, fields);
  const choices = useMemo(
    () =>
      [...(data?.serviceTypes ?? []), ...(data?.furtherServiceTypes ?? [])].map((one) => ({
        id: one.code,
        label: one[language] ?? one.code,
      })),
    [data, language],
  );
  const refused = may('request.create').reason;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (requesting.busy || !person || !service || !on) return;
    setExisting(null);
    const ending = await requesting.act({ input: { personId: person, serviceType: service, requestedOn: on } });
    const request = ending.data?.requestService?.serviceRequest;
    if (ending.done && request) {
      toast(t('submitted'));
      navigate(`/requests/${request.id}`);
    } else if (!ending.done && request && ending.problems.some(({ code }) => code === 'DUPLICATE')) setExisting(request);
  };
  return (
    <Page
      title={t('newTitle')}
      kicker={<Link href={person ? `/clients/${person}` : '/services'}>{person ? t('openClient') : t('back')}</Link>}
    >
      {refused || !person ? (
        <Notice tone="neutral">{refused ?? t('noPerson')}</Notice>
      ) : (
        <Section title={t('request')}>
          <form onSubmit={(event) => void submit(event)} noValidate>
            <Stack>
              <ComboBox
                key={choices.length}
                label={t('service')}
                choices={choices}
                value={service}
                onChange={setService}
                required
                problem={requesting.problem('serviceType')}
              />
              <DateField
                label={t('requestedOn')}
                value={on}
                onChange={setOn}
                required
                latest={today()}
                problem={requesting.problem('requestedOn')}
              />
              {existing ? (
                <Notice
                  tone="warn"
                  title={t('duplicate')}
                  action={<ButtonLink href={`/requests/${existing.id}`}>{t('open', { number: existing.number })}</ButtonLink>}
                />
              ) : null}
              <ActNotice act={requesting} />
              <div>
                <Button look="primary" type="submit" isDisabled={!service || !on}>
                  {t('submit')}
                </Button>
              </div>
            </Stack>
          </form>
        </Section>
      )}
    </Page>
  );
}
