import { describe, expect, it } from '@jest/globals';
import { faultOf, isPassing, textAtField } from './faults.js';
import { faultsAt, isEmptied } from './holes.js';

const outage = faultOf({
  message: 'benefits does not answer',
  path: ['persons', 'nodes', 0, 'benefits'],
  extensions: { code: 'SUBGRAPH_UNAVAILABLE', messageLv: 'Pabalstu daļa neatbild', subgraph: 'benefits' },
});

describe('a fault', () => {
  it('keeps the code, the part and both languages, and forgets the place in a list', () => {
    expect(outage).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', path: 'persons.nodes.benefits', subgraph: 'benefits' });
    expect(outage.text).toEqual({ lv: 'Pabalstu daļa neatbild', en: 'benefits does not answer' });
    expect(isPassing(outage)).toBe(true);
  });

  it('is found at the field it empties, at what lies within it, and nowhere else', () => {
    expect(faultsAt([outage], 'persons.nodes.benefits')).toEqual([outage]);
    expect(faultsAt([outage], 'persons.nodes.benefits.amount')).toEqual([outage]);
    expect(faultsAt([outage], 'persons.nodes.cases')).toEqual([]);
    expect(faultsAt([outage], 'persons')).toEqual([]);
  });

  it('of the whole answer empties every field', () => {
    const whole = faultOf({ message: 'no', extensions: { code: 'TIMEOUT' } });
    expect(faultsAt([whole], 'person.cases')).toEqual([whole]);
  });

  it('below a field that may not be null empties what holds it; a field that is there, or a list, is not empty', () => {
    const data = { person: { benefits: null, cases: [{ id: '1' }] } };
    expect(isEmptied(data, 'person.benefits')).toBe(true);
    expect(isEmptied(data, 'person')).toBe(false);
    expect(isEmptied(data, 'person.cases.responsible')).toBe(false);
    expect(isEmptied(data, 'person.team')).toBe(false);
  });

  it('of an input that cannot be read is said at its field without the name of the input', () => {
    const code = faultOf({
      message: 'Variable "$input.personalCode": PersonalCode must be DDMMYY-CNNNQ',
      extensions: {
        code: 'BAD_USER_INPUT',
        messageLv: 'Mainīgais "$input.personalCode": Personas kodam jābūt formā DDMMGG-CNNNQ',
        argument: '$input.personalCode',
      },
    });
    expect(code.argument).toBe('$input.personalCode');
    expect(textAtField(code)).toEqual({ lv: 'Personas kodam jābūt formā DDMMGG-CNNNQ', en: 'PersonalCode must be DDMMYY-CNNNQ' });
    const long = faultOf({
      message: 'evidence: must have at most 400 characters',
      extensions: { code: 'BAD_USER_INPUT', messageLv: 'Nederīga vērtība laukā “evidence”: nedrīkst būt garāks par 400 rakstzīmēm' },
    });
    expect(textAtField(long)).toEqual({ lv: 'Nedrīkst būt garāks par 400 rakstzīmēm', en: 'Must have at most 400 characters' });
  });
});
