import { daugavpils } from '@atbalsts/reference';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Federation, federation, type Persona } from '../support/federation.js';

const query = (root: string) =>
  `query($m: ID!, $y: Int!, $f: ExportFormat!) { ${root}(municipality: $m, year: $y) { export(format: $f, language: EN) { fileName mediaType base64 } } }`;

describe('a report as a file, through the gateway', () => {
  let graph: Federation;
  beforeAll(async () => {
    graph = await federation();
  }, 240_000);
  afterAll(() => graph?.stop());
  const file = async (persona: Persona, root: 'annualReport' | 'publishedReport', format: string) => {
    const { data, errors } = await graph.ask(persona, query(root), { m: daugavpils, y: 2022, f: format });
    expect(errors).toBeUndefined();
    const { base64, ...rest } = data[root].export;
    return { ...rest, content: Buffer.from(base64, 'base64') };
  };

  it('of what is published has what the region sees, and never a withheld figure', async () => {
    const { fileName, mediaType, content } = await file('region-analyst', 'publishedReport', 'CSV');
    expect([fileName, mediaType]).toEqual([`report-${daugavpils}-2022.csv`, 'text/csv; charset=utf-8']);
    const lines: string[] = content.toString().split('\r\n');
    expect(lines.find((line) => line.includes(',shelter,') && line.includes(',total,'))).toMatch(/,PERSONS,200,137,/);
    expect(lines.find((line) => line.includes('minnesota-programme') && line.includes(',shelter,'))).toMatch(/,PERSONS,withheld,withheld,/);
  });

  it('of the live report has every figure, for the own town alone', async () => {
    const { fileName, content } = await file('director', 'annualReport', 'JSON_STAT');
    expect(fileName).toBe(`report-${daugavpils}-2022-live.json`);
    expect(content.toString()).not.toContain('"status"');
    const other = await graph.ask('director-bauska', query('annualReport'), { m: daugavpils, y: 2022, f: 'CSV' });
    expect(other.data.annualReport).toBeNull();
  });

  it('is a workbook that starts as one', async () => {
    const { content, mediaType } = await file('region-analyst', 'publishedReport', 'XLSX');
    expect(mediaType).toMatch(/spreadsheetml/);
    expect(content.subarray(0, 4).toString('hex')).toBe('504b0304');
  });
});
