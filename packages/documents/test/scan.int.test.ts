import { staff } from '@atbalsts/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { useDocumentSettings } from '../src/index.js';
import { Desk, pdf, settingsOf } from './toy.js';

const organiser = staff('assistance-organiser');

/** A scan that reads its input: infected where VIRUS stands in it. */
const scan = `let text = ''; process.stdin.on('data', (part) => (text += part)).on('end', () => process.exit(text.includes('VIRUS') ? 1 : 0))`;
const command = (script: string): readonly [string, ...string[]] => [process.execPath, '-e', script];

describe('a virus scan', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk?.town.drop());
  beforeEach(async () => {
    await desk.town.sql('truncate document cascade');
  });

  const brought = async (bytes: Buffer, how: readonly [string, ...string[]], seconds = 30) => {
    useDocumentSettings(settingsOf({ scan: { command: how, seconds } }));
    const { uploadUrl, document } = await desk.attach(organiser, bytes);
    return { answer: await desk.put(organiser, uploadUrl, bytes), row: (await desk.row(document.id))[0], uploadUrl, document };
  };

  it('lets through what it finds clean', async () => {
    const { answer, row } = await brought(pdf(300_000), command(scan));
    expect([answer, row.state]).toEqual(['201 STORED', 'STORED']);
  });

  it('refuses what it finds infected: nothing is stored, the refusal stays on record and in the audit, and it cannot be brought again', async () => {
    const bytes = Buffer.concat([pdf(300_000), Buffer.from('VIRUS')]);
    const { answer, row, uploadUrl, document } = await brought(bytes, command(scan));
    expect([answer, row]).toEqual(['422 REFUSED_BY_SCAN', { state: 'REFUSED', stored_in: null, media_type: null, discard_reason: null }]);
    expect(await desk.contents()).toBe(0);
    expect(await desk.audit(document.id)).toMatchObject([{ fields: ['kind', 'name', 'sha256', 'size'] }, { fields: ['content', 'state'] }]);
    expect(await desk.put(organiser, uploadUrl, bytes)).toBe('409 WRONG_STATE');
    expect((await desk.open(organiser, uploadUrl.split('?')[0])).code).toBe('WRONG_STATE');
  });

  it.each([
    ['is not there', ['no-such-program-anywhere'] as const, 30],
    ['fails', command('process.exit(2)'), 30],
    ['ends by a signal', command("process.kill(process.pid, 'SIGTERM')"), 30],
    ['never ends', command('setInterval(() => {}, 1000)'), 1],
  ])('that %s stores nothing and says so (fails closed)', async (_, how, seconds) => {
    const { answer, row } = await brought(pdf(), how as readonly [string, ...string[]], seconds);
    expect([answer, row.state]).toEqual(['503 SCAN_UNAVAILABLE', 'AWAITED']);
    expect(await desk.contents()).toBe(0);
  });

  it('may find what it looks for before it has read everything', async () => {
    const { answer } = await brought(pdf(2_000_000), command('process.exit(1)'));
    expect(answer).toBe('422 REFUSED_BY_SCAN');
  });
});
