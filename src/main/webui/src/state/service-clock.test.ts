import { expect, test } from 'vitest';
import type { LicenseAnswer } from '../api/types.js';
import { ServiceClock } from './service-clock.js';

test('goes on from the time of an answer, whatever the browser’s clock shows', () => {
  let elapsed = 5_000;
  const clock = new ServiceClock(() => elapsed);
  const answer = { now: '2020-01-01T00:00:00Z' } as LicenseAnswer;

  clock.take(answer);
  elapsed += 1_500;
  clock.take(answer);

  expect(new Date(clock.now()).toISOString()).toBe('2020-01-01T00:00:01.500Z');
});

test('is the browser’s where the service tells no time', () => {
  const clock = new ServiceClock(() => 0);

  clock.take({} as LicenseAnswer);

  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000);
});
