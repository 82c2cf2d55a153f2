import { afterEach, beforeEach, expect, it } from 'vitest';
import { NotTaken } from '#functions/messages/event-destination.ts';
import { signatureOf, webhook } from '#functions/messages/webhook.ts';
import type { ProgrammeEvent } from '#schemas/programme-events.ts';
import { type Receiver, startReceiver } from '../../support/webhook-receiver.ts';

/* Webhooks by the specification of Standard Webhooks, on a real server of the test's own. */

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const event: ProgrammeEvent = {
  specversion: '1.0',
  id: 'f'.repeat(32),
  source: 'https://tracker.example/programmes/tomorrow',
  type: 'tracker.review.added',
  subject: '/programmes/tomorrow/reviews/property',
  time: '2026-03-02T09:00:00.000Z',
  datacontenttype: 'application/json',
  sequence: '0000000001',
  data: {
    organisation: 'council',
    programmeId: 'tomorrow',
    reviewId: 'property',
    change: 1,
    effectiveAt: '2026-03-02T09:00:00.000Z',
    link: 'https://tracker.example/pages/programmes/tomorrow/reviews/property',
  },
};

let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver(secret);
});
afterEach(() => receiver.stop());

const to = (secrets: string, address = receiver.address) =>
  webhook({
    id: 'finance',
    address,
    secrets: async () => secrets,
    nowEpochSeconds: () => Math.floor(Date.now() / 1_000),
  });

it('MESSAGE-10: is signed as the libraries of Standard Webhooks sign', () => {
  // The example of their own tests: https://github.com/standard-webhooks/standard-webhooks/blob/main/libraries
  expect(
    signatureOf(secret, { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1_614_265_330, body: '{"test": 2432232314}' }),
  ).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

it('is taken by whoever has the secret, also while it is changed, and by nobody else', async () => {
  expect(await to(secret).deliver([event])).toBe(1);
  expect(await to(`whsec_${Buffer.alloc(30, 7).toString('base64')} ${secret}\n`).deliver([event])).toBe(1);
  expect(receiver.received).toEqual([event]);
  await expect(to(`whsec_${Buffer.alloc(30, 7).toString('base64')}`).deliver([event])).rejects.toThrow('401');
  expect(receiver.asked.map(({ status }) => status)).toEqual([204, 204, 401]);
});

it.each(['', 'whsec_', 'whsec_c2hvcnQ=', `${secret} whsec_c2hvcnQ=`])(
  'is never sent with a secret that can be guessed: %j',
  async (secrets) => {
    await expect(to(secrets).deliver([event])).rejects.toBeInstanceOf(NotTaken);
    expect(receiver.asked).toEqual([]);
  },
);

it('is sent to https alone, but on this machine', () => {
  for (const address of ['http://example.test/', 'http://10.0.0.1/', 'ftp://example.test/', 'file:///etc/passwd'])
    expect(() => to(secret, address)).toThrow('https://');
  expect(to(secret, 'https://example.test/').id).toBe('finance');
});

it('is given up waiting for at the deadline', async () => {
  await expect(to(secret).deliver([event], AbortSignal.abort())).rejects.toBeInstanceOf(NotTaken);
});
