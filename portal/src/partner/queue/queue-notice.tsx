import { ButtonLink, Notice } from '../../ui/index.js';
import { usePartnerWords } from '../words.js';
import { useDeliveryQueue, useOnline } from './use-queue.js';

/** Above every screen of a partner: the line is down, something waits, or something was refused. Nothing where all is well. */
export function QueueNotice({ here }: { here?: boolean }) {
  const words = usePartnerWords();
  const { entries } = useDeliveryQueue();
  const online = useOnline();
  // One that is on its way for the first time is not worth a notice: it would only make the page jump.
  const waiting = entries.filter(({ state, attempts }) => state === 'WAITING' && (!online || attempts > 1)).length;
  const refused = entries.filter(({ state }) => state === 'REFUSED').length;
  const see = here ? undefined : (
    <ButtonLink small href="/deliveries">
      {words('seeQueue')}
    </ButtonLink>
  );
  return (
    <>
      {online ? null : (
        <Notice tone="warn" title={words('offline')}>
          {words('offlineLead')}
        </Notice>
      )}
      {waiting ? (
        <Notice tone="info" title={words('waiting', { count: waiting })} action={see}>
          {online ? words('waitingLead') : null}
        </Notice>
      ) : null}
      {refused ? <Notice tone="warn" title={words('refused', { count: refused })} action={see} /> : null}
    </>
  );
}
