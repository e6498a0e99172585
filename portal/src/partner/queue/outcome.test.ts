import { describe, expect, it } from '@jest/globals';
import { faultOf } from '../../graph/faults.js';
import { outcomeOf } from './outcome.js';

const fault = (code: string) => faultOf({ message: code, extensions: { code } });
const problem = (code: string) => ({ code, lv: 'Nē.', en: 'No.' });
const kind = (problems: string[], faults: string[], recorded = false) =>
  outcomeOf({ recorded, problems: problems.map(problem), faults: faults.map(fault) }).kind;

describe('what an answer means for the queue', () => {
  it('is sent when the graph has the delivery, new or from before', () => {
    expect(kind([], [], true)).toBe('SENT');
  });

  it('is refused for good on the merits, and where the request as a whole cannot be right', () => {
    expect([kind(['INVALID'], []), kind(['NO_CONSENT'], []), kind(['WRONG_STATE'], [])]).toEqual(['REFUSED', 'REFUSED', 'REFUSED']);
    expect([kind([], ['BAD_USER_INPUT']), kind([], ['FORBIDDEN']), kind([], ['DOCUMENT_UNKNOWN'])]).toEqual([
      'REFUSED',
      'REFUSED',
      'REFUSED',
    ]);
  });

  it('waits while the line or a part of the system is away, and where nothing was answered', () => {
    expect([kind([], ['NETWORK']), kind([], ['SUBGRAPH_UNAVAILABLE']), kind([], ['RATE_LIMIT'])]).toEqual(['LATER', 'LATER', 'LATER']);
    expect([kind(['UNAVAILABLE'], []), kind([], [])]).toEqual(['LATER', 'LATER']);
  });
});
