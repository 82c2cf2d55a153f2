import { meetingHeldKey } from '#domain/report/facts-held.ts';
import { listedFacts } from '#domain/report/listed-facts.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { Rows } from '#domain/report/rows.ts';
import { dateStatementKey } from '#schemas/date-statement.ts';
import type { RuleSetName } from '#schemas/rule-set-name.ts';
import { isActionOverdue, openActionsOf } from './actions.ts';
import type { MeetingsPart, MeetingsSection } from './record.ts';

type Held = MeetingsPart['held']['rows'][number];
type Ahead = MeetingsPart['ahead']['rows'][number];
type Action = MeetingsPart['actions']['rows'][number];

const decidedAt = ({ minutes }: MeetingsSection[number]): Held['decided'] =>
  minutes
    .filter(({ kind }) => kind === 'decision')
    .map(({ words, outcome = null, votes = null }) => ({ words, outcome, votes }));

/** The meetings of the boards: what they decided and set to be done, what of that is open, and when they meet next. */
export const meetingsPart = (setting: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => {
  const { programme, programmeWide } = setting;
  const listed = listedFacts(setting, month, ruleSet);
  const held = new Rows<Held>((one) => [one.on, one.body, one.meeting]);
  const ahead = new Rows<Ahead>((one) => [one.on, one.body, one.meeting]);
  const actions = new Rows<Action>((one) => [
    one.due === null ? dateStatementKey({ kind: 'not-stated' }) : dateStatementKey(one.due),
    one.on,
    one.meeting,
    one.action,
  ]);
  let overdue = 0;
  for (const one of programmeWide.meetings) {
    const { id, title, body, on, status } = one;
    const about = { review: null, title: programme.name, meeting: id, meetingTitle: title, body, on };
    const found = status === 'held' ? listed(null, { key: meetingHeldKey(id), on }) : null;
    if (found !== null)
      held.add({
        ...about,
        attendees: one.attendees.length,
        decided: decidedAt(one),
        actions: one.minutes.filter(({ kind }) => kind === 'action').length,
        minutesAgreedOn: one.minutesAgreedOn ?? null,
        ...found,
      });
    if (status === 'planned' && on > month.lastDay) ahead.add({ ...about, agenda: one.agenda.map(({ what }) => what) });
    for (const action of openActionsOf(one)) {
      const late = isActionOverdue(action, month.lastDay);
      if (late) overdue += 1;
      const { words: what, owner = null, due = null } = action;
      actions.add({ ...about, action: action.id, what, owner, due, overdue: late });
    }
  }
  return {
    add: (): void => undefined,
    close: (): MeetingsPart => ({
      held: held.listed(),
      ahead: ahead.listed(),
      openActions: actions.total,
      overdue,
      actions: actions.listed(),
    }),
  };
};
