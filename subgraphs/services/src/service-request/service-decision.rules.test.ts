import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decisionStep, type RequestStanding, type WantedDecision } from './service-decision.rules.js';

const today = '2026-11-22';
const [first, second] = ['employee-1', 'employee-2'];
const assessed: RequestStanding = {
  state: 'ASSESSED',
  requestedOn: '2026-11-01',
  outcome: null,
  reasons: null,
  from: null,
  until: null,
  proposedBy: null,
};
const proposed: RequestStanding = {
  ...assessed,
  state: 'PROPOSED',
  outcome: 'GRANT',
  from: '2026-12-01',
  until: '2027-06-01',
  proposedBy: first,
};
const nothing = { reasons: null, from: null, until: null };

describe('a call on a request that is assessed', () => {
  it.each<[WantedDecision, object]>([
    [{ outcome: 'GRANT' }, { ...nothing, outcome: 'GRANT', from: today }],
    [
      { outcome: 'GRANT', from: '2026-12-01', until: '2027-06-01' },
      { ...nothing, outcome: 'GRANT', from: '2026-12-01', until: '2027-06-01' },
    ],
    [{ outcome: 'WAIT' }, { ...nothing, outcome: 'WAIT' }],
    [
      { outcome: 'REFUSE', reasons: ' Palīdz apgādnieks ' },
      { ...nothing, outcome: 'REFUSE', reasons: 'Palīdz apgādnieks' },
    ],
  ])('proposes %p', (wanted, terms) => {
    expect(decisionStep(wanted, assessed, first, today)).toEqual({ does: 'PROPOSE', terms });
  });

  it.each<[string, WantedDecision]>([
    ['reasons', { outcome: 'REFUSE' }],
    ['reasons', { outcome: 'REFUSE', reasons: ' ' }],
    ['from', { outcome: 'WAIT', from: '2026-12-01' }],
    ['from', { outcome: 'REFUSE', reasons: 'Nav pamata', until: '2026-12-01' }],
    ['from', { outcome: 'GRANT', from: '2026-10-31' }],
    ['until', { outcome: 'GRANT', until: today }],
  ])('cannot propose what is wrong in %s', (field, wanted) => {
    expect(decisionStep(wanted, assessed, first, today)).toMatchObject({ does: 'REFUSE_CALL', problems: [{ code: 'INVALID', field }] });
  });
});

describe('a call on a request with a proposal', () => {
  it.each<[WantedDecision]>([
    [{ outcome: 'GRANT' }],
    [{ outcome: 'GRANT', from: '2026-12-01' }],
    [{ outcome: 'GRANT', until: '2027-06-01' }],
  ])('of a second person confirms %p', (wanted) => {
    const terms = { outcome: 'GRANT', reasons: null, from: '2026-12-01', until: '2027-06-01' };
    expect(decisionStep(wanted, proposed, second, today)).toEqual({ does: 'CONFIRM', terms });
  });

  it('keeps the reasons of the proposal unless the second person writes others', () => {
    const refusal: RequestStanding = { ...proposed, ...nothing, outcome: 'REFUSE', reasons: 'Pirmie' };
    expect(decisionStep({ outcome: 'REFUSE' }, refusal, second, today)).toMatchObject({ does: 'CONFIRM', terms: { reasons: 'Pirmie' } });
    const others = decisionStep({ outcome: 'REFUSE', reasons: 'Otrie' }, refusal, second, today);
    expect(others).toMatchObject({ does: 'CONFIRM', terms: { reasons: 'Otrie' } });
  });

  it.each<[WantedDecision]>([
    [{ outcome: 'WAIT' }],
    [{ outcome: 'REFUSE', reasons: 'Nav pamata' }],
    [{ outcome: 'GRANT', from: '2027-01-01' }],
    [{ outcome: 'GRANT', until: '2027-01-01' }],
  ])('of a second person who wants something else proposes that: %p', (wanted) => {
    expect(decisionStep(wanted, proposed, second, today)).toMatchObject({ does: 'PROPOSE', terms: { outcome: wanted.outcome } });
  });

  it('of the same person is refused, whatever is wanted, and never confirms', () => {
    const wanted = fc.record({
      outcome: fc.constantFrom('GRANT' as const, 'WAIT' as const, 'REFUSE' as const),
      reasons: fc.option(fc.string()),
      from: fc.option(fc.constantFrom('2026-12-01', '2027-01-01')),
    });
    fc.assert(
      fc.property(wanted, (call) => {
        expect(decisionStep(call, proposed, first, today)).toMatchObject({ does: 'REFUSE_CALL', problems: [{ code: 'FOUR_EYES' }] });
      }),
    );
  });
});

describe('a call on a request in another state', () => {
  it('proposes for who waits a grant or a refusal, and no second wait', () => {
    const waiting: RequestStanding = { ...assessed, state: 'WAITING', outcome: 'WAIT', proposedBy: first };
    expect(decisionStep({ outcome: 'GRANT' }, waiting, first, today)).toMatchObject({ does: 'PROPOSE' });
    expect(decisionStep({ outcome: 'REFUSE', reasons: 'Atteicās' }, waiting, first, today)).toMatchObject({ does: 'PROPOSE' });
    expect(decisionStep({ outcome: 'WAIT' }, waiting, second, today)).toMatchObject({ problems: [{ code: 'WRONG_STATE' }] });
  });

  it.each(['SUBMITTED', 'GRANTED', 'REFUSED', 'ENDED'] as const)('is refused: %s', (state) => {
    expect(decisionStep({ outcome: 'GRANT' }, { ...assessed, state }, first, today)).toMatchObject({ problems: [{ code: 'WRONG_STATE' }] });
  });
});

it('nobody decides alone, and nothing is decided that another has not proposed, whoever calls what in which order', () => {
  const call = fc.record({
    who: fc.constantFrom('employee-1', 'employee-2', 'employee-3'),
    outcome: fc.constantFrom('GRANT' as const, 'WAIT' as const, 'REFUSE' as const),
    from: fc.constantFrom(null, '2026-12-01', '2027-01-01'),
    reasons: fc.constantFrom(null, 'Pamatojums'),
  });
  const stateOf = { GRANT: 'GRANTED', WAIT: 'WAITING', REFUSE: 'REFUSED' } as const;
  fc.assert(
    fc.property(fc.array(call, { maxLength: 12 }), (calls) => {
      let standing = assessed;
      for (const { who, ...wanted } of calls) {
        const step = decisionStep(wanted, standing, who, today);
        if (step.does === 'REFUSE_CALL') continue;
        if (step.does === 'CONFIRM') {
          expect(who).not.toBe(standing.proposedBy);
          expect(step.terms).toMatchObject({ outcome: standing.outcome, from: standing.from, until: standing.until });
          if (step.terms.outcome === 'GRANT') expect(step.terms.from).not.toBeNull();
          if (step.terms.outcome === 'REFUSE') expect(step.terms.reasons).toBeTruthy();
          standing = { ...standing, ...step.terms, state: stateOf[step.terms.outcome] };
        } else {
          standing = { ...standing, ...step.terms, state: 'PROPOSED', proposedBy: who };
        }
      }
    }),
  );
});
