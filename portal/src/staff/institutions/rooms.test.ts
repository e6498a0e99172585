import { describe, expect, it } from '@jest/globals';
import { roomsOf, stateOf } from './rooms.js';

describe('the board', () => {
  it('shows rooms and beds in the order in which people count', () => {
    const rooms = roomsOf([
      { name: '10-1', room: '10' },
      { name: '2-2', room: '2' },
      { name: '2-1', room: '2' },
    ]);
    expect(rooms.map(({ room, beds }) => [room, beds.map(({ name }) => name)])).toEqual([
      ['2', ['2-1', '2-2']],
      ['10', ['10-1']],
    ]);
  });

  it('tells a free bed from one that is held, reserved, kept, or held past its agreed end', () => {
    const on = '2026-11-22';
    expect(stateOf({}, on)).toBe('free');
    expect(stateOf({ placement: { from: '2026-11-01', until: null } }, on)).toBe('held');
    expect(stateOf({ placement: { from: '2026-11-01', until: on } }, on)).toBe('held');
    expect(stateOf({ placement: { from: '2026-11-01', until: '2026-11-21' } }, on)).toBe('overdue');
    expect(stateOf({ placement: { from: '2026-11-23' } }, on)).toBe('reserved');
    expect(stateOf({ placement: { from: '2026-11-01' }, absence: { keptUntil: '2026-11-30' } }, on)).toBe('away');
    expect(stateOf({ placement: { from: '2026-11-01' }, absence: { keptUntil: '2026-11-19' } }, on)).toBe('overdue');
  });
});
