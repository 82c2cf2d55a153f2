import { describe, expect, it } from 'vitest';
import { screensBefore } from './screen-under-test.ts';

const api = '/programmes/p/reviews/r';
const page = '/pages/programmes/p/reviews/r/returns/2026-10/_send-back';
const etag = '"return:p/r/2026-10:1"';

const answersWith = (facts: object = {}, version = etag, narrative = 'The notice went out') => ({
  [api]: {
    body: {
      record: { title: 'Home care', sros: [] },
      facts: { stage: 'decision' },
      computed: { stageName: 'Decision' },
    },
  },
  [`${api}/returns/2026-10`]: {
    etag: version,
    body: {
      id: '2026-10',
      record: { nothingChanged: false, narrative },
      facts: { submittedAt: '2026-11-01T00:00:00.000Z', confirmed: null, ...facts },
      computed: {},
      version: 1,
      effectiveAt: '2026-11-01T00:00:00.000Z',
      recordedAt: '2026-11-01T00:00:00.000Z',
      recordedBy: 'tara',
      struckOut: null,
    },
  },
});
const confirmed = { confirmed: { at: '2026-11-02T00:00:00.000Z', by: 'sam', ofVersion: 1 } };

describe('a return that is sent back', () => {
  it('is on the page with what an SRO asked for before', async () => {
    const sentBack = { at: '2026-11-02T10:00:00.000Z', by: 'sam', ofVersion: 1, comment: 'By when?' };
    const text = String((await screensBefore(() => answersWith({ sentBack }), ['sro']).opened(page)).body);
    expect(text).toContain('The notice went out');
    expect(text).toContain('Sent back on 2 November 2026: By when?');
  });

  it('goes with the comment, on the version of it that was read', async () => {
    const screens = screensBefore(() => answersWith(), ['sro']);
    const reply = await screens.reply(page, { comment: ' Say by when the landlord answers ' }, etag);
    expect(screens.sent).toEqual([
      {
        method: 'POST',
        path: `${api}/returns/2026-10/send-backs`,
        body: { comment: 'Say by when the landlord answers' },
        version: etag,
        key: 'the-key',
      },
    ]);
    expect(reply).toMatchObject({ kind: 'to', notice: 'You sent the return of October 2026 back to the team.' });
  });

  it('takes a comment', async () => {
    const screens = screensBefore(() => answersWith(), ['sro']);
    const again = screens.pageOf(await screens.reply(page, { comment: '  ' }, etag));
    expect(again.faults).toEqual([{ message: 'Comment: say what the team is to change', field: 'comment' }]);
    expect(screens.sent).toEqual([]);
  });

  it('is read again where the team said something else meanwhile, and the comment stays', async () => {
    const screens = screensBefore(() => answersWith({}, '"return:p/r/2026-10:2"', 'The landlord has agreed'), ['sro']);
    screens.refuse({ status: 412, code: 'version.stale', detail: 'Tara changed it.' });
    const again = screens.pageOf(await screens.reply(page, { comment: 'By when?' }, etag));
    expect(screens.sent).toHaveLength(1);
    expect(again.faults?.[0]?.message).toContain('This has changed since you read it');
    expect(String(again.body)).toContain('The landlord has agreed');
    expect(String(again.body)).toContain('>\nBy when?</textarea>');
  });

  it('is no form for others, and none once it is confirmed', async () => {
    const team = await screensBefore(() => answersWith(), ['transformation-team']).opened(page);
    expect(String(team.body)).not.toContain('<form');
    const after = await screensBefore(() => answersWith(confirmed), ['sro']).opened(page);
    expect(String(after.body)).toContain('was confirmed on 2 November 2026');
    expect(String(after.body)).not.toContain('<form');
  });
});

it('A return that was sent back waits for its team on their first page, with the comment and who gave it', async () => {
  const owed = {
    month: '2026-10',
    dueOn: '2026-11-05',
    state: 'sent-back',
    sentBack: { at: '2026-11-02T10:00:00.000Z', by: 'sam', byName: 'Sam Sro', comment: 'By when?' },
  };
  const review = {
    programmeId: 'p',
    reviewId: 'r',
    title: 'Home care',
    stage: 'decision',
    lifecycle: 'active',
    as: 'lead',
    waits: [],
    returnsOwed: [owed],
  };
  const me = {
    subject: 'tara',
    name: 'Tara',
    post: null,
    roles: [],
    actsFor: [],
    messages: 'daily',
    reviews: [review],
  };
  const text = String(
    (await screensBefore(() => ({ '/me': { body: me } }), ['transformation-team']).opened('/pages')).body,
  );
  expect(text).toContain('Change the October 2026 return of Home care');
  expect(text).toContain('Sent back by Sam Sro on 2 November 2026: By when?');
  expect(text).toContain('href="/pages/programmes/p/reviews/r/returns/2026-10/_change"');
});
