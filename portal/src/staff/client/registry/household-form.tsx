import { useQuery } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import type { HouseholdRelation, HouseholdToChangeQuery } from '../../../gql/staff/graphql.js';
import { graphql } from '../../../gql/staff/index.js';
import { faultsOf } from '../../../graph/faults.js';
import { useAct } from '../../../graph/use-act.js';
import { useFormat } from '../../../i18n/language.js';
import { useMay } from '../../../shell/may.js';
import { DateField, Failure, Notice, Skeleton, StaleVersions, toast, useRequired } from '../../../ui/index.js';
import styles from '../client.module.css';
import { Form, type FormProps } from '../forms/form.js';
import { useReread } from '../forms/use-reread.js';
import { useClientWords } from '../words.js';
import { HouseholdEffects } from './household-effects.js';
import { HouseholdRow } from './household-row.js';
import {
  headMoves,
  isChanged,
  livesAlone,
  type Member,
  membersOf,
  type Row,
  rowsOf,
  staying,
  type Target,
  targetOf,
  twoVersions,
  withJoining,
  withLeaving,
  withRelation,
} from './household-rows.js';
import { PersonSearch } from './person-search.js';
import own from './registry.module.css';
import { useRegistryTexts } from './texts.js';

/** Asked when the form is opened, names with it: an entry of the audit for each member. */
const householdQuery = graphql(`
  query HouseholdToChange($id: ID!, $benefits: Boolean!, $status: Boolean!) {
    person(id: $id) {
      id
      reference
      givenName
      familyName
      age
      household {
        id
        reference
        version
        members {
          relation
          person {
            id
            reference
            givenName
            familyName
            age
          }
        }
      }
      ...HouseholdEffects
    }
  }
`);

const changeMutation = graphql(`
  mutation ChangeHousehold($input: ChangeHouseholdInput!) {
    changeHousehold(input: $input) {
      household {
        id
        reference
        version
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

type Person = NonNullable<HouseholdToChangeQuery['person']>;

const memberOf = (one: Pick<Person, 'id' | 'reference' | 'givenName' | 'familyName' | 'age'>): Member => ({
  personId: one.id,
  name: `${one.givenName ?? ''} ${one.familyName ?? ''}`.trim() || (one.reference ?? ''),
  reference: one.reference ?? '',
  age: one.age,
});

const membersNow = (person: Person): (Member & { relation: HouseholdRelation })[] =>
  (person.household?.members ?? []).map(({ relation, person: one }) => ({ ...memberOf(one), relation }));

/** The lines to begin with: the household, or for who has none a new one with them at its head. */
const linesOf = (person: Person): Row[] =>
  person.household ? rowsOf(membersNow(person)) : [{ ...memberOf(person), relation: 'HEAD', was: null, leaves: false, elsewhere: null }];

/** Where a fault leaves open in which household somebody is. */
const unreadable = /^(person(\.household(\.(id|version|members))?)?)?$/;

/** Who makes up the household from a day on: members in and out, what they are to the head, another head; or a new household. */
export function HouseholdForm({ personId, today, onClose, onDone }: FormProps & { today: string }) {
  const t = useRegistryTexts();
  const may = useMay();
  const { data, previousData, error, refetch } = useQuery(householdQuery, {
    variables: { id: personId, benefits: may('decision.read').allowed, status: may('household.status.read').allowed },
    fetchPolicy: 'no-cache',
    context: { purpose: t('changeHousehold') },
  });
  // While it is asked again what was typed stays.
  const person = data?.person ?? previousData?.person;
  const again = async () => {
    const { data: now, error: failed } = await refetch();
    // A household that could not be read is not none.
    const read = now?.person;
    if (!read || faultsOf(failed).some(({ path }) => unreadable.test(path))) return null;
    return targetOf(read.household) === undefined || read.household?.members === null ? null : read;
  };
  if (person) return <Members person={person} today={today} onClose={onClose} onDone={onDone} again={again} />;
  return (
    <Form
      title={t('changeHousehold')}
      act={{ others: [], faults: [], busy: false }}
      ready={false}
      wide
      onSubmit={() => undefined}
      onClose={onClose}
    >
      {error ? <Failure faults={faultsOf(error)} onAgain={() => void refetch()} /> : <Skeleton lines={8} height="22rem" />}
    </Form>
  );
}

function Members({
  person: opened,
  today,
  onClose,
  onDone,
  again,
}: Omit<FormProps, 'personId'> & { person: Person; today: string; again(): Promise<Person | null> }) {
  const t = useRegistryTexts();
  const words = useClientWords();
  const format = useFormat();
  const need = useRequired();
  const [seen, setSeen] = useState(opened);
  const [rows, setRows] = useState(() => linesOf(opened));
  const [since, setSince] = useState<string | null>(today);
  const [sent, setSent] = useState<readonly string[]>([]);
  const [now, setNow] = useState<Person | null>(null);
  const [moved, setMoved] = useState(false);
  const reread = useReread();
  // Where a problem is at: the whole list, or a line of what was sent.
  const fields = useMemo(() => ['members', 'since', ...sent.flatMap((_, n) => [`members.${n}.personId`, `members.${n}.relation`])], [sent]);
  const act = useAct(changeMutation, fields);
  const { household } = seen;

  const open = (person: Person) => {
    setSeen(person);
    setRows(linesOf(person));
    setNow(null);
    act.reset();
  };
  const send = async (target: Target | undefined) => {
    if (target === undefined) return;
    const there = staying(rows);
    if (!need.check(since, ...there.map(({ relation }) => relation)) || !since) return;
    setMoved(false);
    reread.forget();
    setSent(there.map(({ personId }) => personId));
    const end = await act.act({ input: { members: membersOf(rows), since, ...target } });
    if (end.done) {
      toast(t('householdSaved'));
      onDone();
      onClose();
    } else if (end.problems.some(({ code }) => code === 'STALE')) {
      await reread.ask(again, (person) => {
        if (person.household?.id === target?.householdId) return setNow(person);
        // What was written is of another household: it is never sent to the one they are in now.
        open(person);
        setMoved(true);
      });
    }
  };
  const problemOf = ({ personId, relation, leaves }: Row) => {
    if (leaves) return null;
    const n = sent.indexOf(personId);
    const told = n < 0 ? null : (act.problem(`members.${n}.personId`) ?? act.problem(`members.${n}.relation`));
    return need.problem(relation, told);
  };
  const elsewhere = rows.filter((row) => row.elsewhere);
  /** Who lives alone joins, and their household ends; who lives with others leaves them first, unless it is the other one who moves. */
  const whereTheyLive = (row: Row) => {
    const at = { name: row.name, reference: row.elsewhere?.reference ?? '' };
    if (row.elsewhere?.members === 1) return t('alone', { ...at, day: since ? format.dayShort(since) : t('sameDay') });
    return livesAlone(rows)
      ? `${t('elsewhere', at)} ${t('elsewhereJoin', { name: row.name, who: memberOf(seen).name })}`
      : t('elsewhere', at);
  };
  const wrong = act.problem('members');
  const name = (relation: HouseholdRelation | null) => (relation ? words(`relation.${relation}`) : t('notMember'));
  return (
    <Form
      title={household ? t('householdTitle', { reference: household.reference ?? '' }) : t('makeHousehold')}
      act={act}
      wide
      ready={targetOf(household) !== undefined && (!household || isChanged(rows))}
      unread={reread.again}
      onSubmit={() => void send(targetOf(household))}
      onClose={onClose}
    >
      {moved ? (
        <Notice tone="warn">
          {household ? t('movedMeanwhile', { reference: household.reference ?? '' }) : t('nowhereMeanwhile')} {t('beginAnew')}
        </Notice>
      ) : null}
      <p className={styles.note}>{t('householdLead')}</p>
      <div className={own.block}>
        <h3>{t('members')}</h3>
        <ul className={own.rows} aria-label={t('members')}>
          {rows.map((row) => (
            <HouseholdRow
              key={row.personId}
              row={row}
              fixed={!household && row.personId === seen.id}
              problem={problemOf(row)}
              onRelation={(relation) => setRows(withRelation(rows, row.personId, relation))}
              onLeaving={(leaves) => setRows(withLeaving(rows, row.personId, leaves))}
            />
          ))}
        </ul>
        {wrong ? <Notice tone="bad">{wrong}</Notice> : null}
        {headMoves(rows) ? <Notice tone="info">{t('headMoves')}</Notice> : null}
        {elsewhere.map((row) => (
          <Notice key={row.personId} tone="warn">
            {whereTheyLive(row)}
          </Notice>
        ))}
      </div>
      <PersonSearch
        label={t('addMember')}
        verb={t('add')}
        verbNamed={(who) => t('addNamed', { name: who })}
        without={staying(rows).map(({ personId }) => personId)}
        onPick={(one) =>
          setRows(
            withJoining(rows, {
              personId: one.id,
              name: one.name,
              reference: one.reference,
              age: one.age,
              elsewhere: one.household?.reference === household?.reference ? null : one.household,
            }),
          )
        }
      />
      <div className={styles.fields}>
        <DateField
          label={t('householdSince')}
          required
          value={since}
          onChange={setSince}
          hint={household ? t('householdSinceHint') : undefined}
          problem={need.problem(since, act.problem('since'))}
        />
      </div>
      {household ? <HouseholdEffects person={opened} /> : null}
      <StaleVersions
        open={now !== null}
        lines={
          now
            ? twoVersions(membersNow(now), rows).map((one) => ({
                name: one.name,
                now: name(one.now),
                mine: name(one.mine),
                differs: one.differs,
              }))
            : []
        }
        onClose={() => setNow(null)}
        onTake={() => {
          if (now) open(now);
        }}
        onKeep={() => {
          if (!now) return;
          // One's own against what holds now: the two were shown beside each other, so what differs is meant.
          setSeen(now);
          setNow(null);
          void send(targetOf(now.household));
        }}
      />
    </Form>
  );
}
