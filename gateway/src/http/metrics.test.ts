import { describe, expect, it } from '@jest/globals';
import { placeLimits } from '../observe/operation-places.js';
import { Metrics } from './metrics.js';

describe('the counts of an operation', () => {
  it('go with its place, while the counts of its audience stay', async () => {
    let now = 0;
    const metrics = new Metrics(() => now);
    const lines = async (start: string) => {
      let shown = '';
      await metrics.handler({} as never, { setHeader() {}, send: (text: string) => (shown = text) } as never, () => {});
      return shown.split('\n').filter((line) => line.startsWith(start));
    };
    for (let i = 0; i < placeLimits.placesOfClient; i++) metrics.answered('STAFF', i % 2 ? 'OK' : 'TIMEOUT', 0.1, `operation ${i}`, 'anna');
    metrics.answered('REGIONAL', 'OK', 0.1, 'operation 0', 'anna');
    now = placeLimits.unusedMs;
    metrics.answered('STAFF', 'OK', 0.1, 'another', 'anna');
    metrics.answered('STAFF', 'TIMEOUT', 0.1, 'another', 'anna');
    expect(await lines('atbalsts_gateway_operations_total')).toEqual([
      'atbalsts_gateway_operations_total{audience="REGIONAL",operation="operation 0",outcome="ok"} 1',
      'atbalsts_gateway_operations_total{audience="STAFF",operation="another",outcome="ok"} 1',
      'atbalsts_gateway_operations_total{audience="STAFF",operation="another",outcome="error"} 1',
    ]);
    expect(await lines('atbalsts_gateway_operation_seconds_total')).toHaveLength(2);
    expect(await lines('atbalsts_gateway_requests_total{audience="STAFF",code="OK"}')).toEqual([
      `atbalsts_gateway_requests_total{audience="STAFF",code="OK"} ${placeLimits.placesOfClient / 2 + 1}`,
    ]);
  });
});
