import { expect, it } from 'vitest';
import { addedWith, type Session } from '#functions/pages/session.ts';

const session: Session = {
  viewer: { subject: 'tara', name: 'Tara', roles: ['transformation-team'] },
  formSecret: 'x',
  startedAtEpochSeconds: 1,
};

it('A session keeps what the latest fifty forms added, each once', () => {
  let kept = session;
  for (let n = 0; n < 60; n += 1) kept = addedWith(kept, { key: `key-${n}`, id: `entry-${n}` });
  kept = addedWith(kept, { key: 'key-20', id: 'entry-20' });
  expect(Object.keys(kept.added ?? {})).toHaveLength(50);
  expect(kept.added).toMatchObject({ 'key-11': 'entry-11', 'key-59': 'entry-59', 'key-20': 'entry-20' });
  expect(kept.added).not.toHaveProperty('key-9');
});
