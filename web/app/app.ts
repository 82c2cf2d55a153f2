import { monthInWords } from '#language/in-words.ts';
import { isolatedText } from '#language/unclear-characters.ts';
import { latestRevisions, type ProgrammeItem } from './answers.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import { download } from './download.ts';
import { element } from './element.ts';
import { type ChainRef, chainRefIn } from './place.ts';
import { printByKeys, printFrame, reportFrame } from './report-frame.ts';
import {
  monthsScreen,
  nowhereScreen,
  problemScreen,
  programmesScreen,
  reportScreen,
  type Screen,
  signInScreen,
} from './screens.ts';
import { shownView } from './shown-view.ts';
import { beginSignIn, endOfSession, finishSignIn, type Session } from './sign-in.ts';
import { saying } from './status.ts';
import { Refused, type ReportFormat, Tracker } from './tracker.ts';

const part = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no ${id}.`);
  return found;
};

const content = part('content');
const status = part('status');
const person = part('person');

let session: Session | null = null;
let programmes: readonly ProgrammeItem[] | null = null;
let underWay = new AbortController();

const show = (configuration: Configuration, screen: Screen): void => {
  document.title = isolatedText(`${screen.title} - ${configuration.apiName}`);
  content.replaceChildren(...screen.content);
  content.querySelector('h1')?.focus();
};

const wordsOf = (fault: unknown) =>
  fault instanceof Refused
    ? fault.problem
    : {
        title: 'The tracker could not be reached',
        detail: 'Nothing was lost. Check the connection and try again.',
        faults: [],
        mayPass: true,
      };

const askToSignIn = (configuration: Configuration, note: string | null): void => {
  const signIn = () => {
    saying(status, 'Going to the sign-in page…', beginSignIn(configuration, location.hash)).catch((fault: unknown) => {
      askToSignIn(configuration, fault instanceof Error ? fault.message : 'The sign-in service could not be reached.');
    });
  };
  person.replaceChildren();
  show(configuration, signInScreen(note, signIn));
};

const signOut = async (configuration: Configuration): Promise<void> => {
  const ended = session;
  session = null;
  programmes = null;
  askToSignIn(configuration, 'You are signed out.');
  const address = ended === null ? null : await endOfSession(configuration).catch(() => null);
  if (address !== null) location.assign(address);
};

const namePerson = (configuration: Configuration, signedIn: Session): void => {
  const leave = () => {
    void signOut(configuration);
  };
  person.replaceChildren(
    element('span', { class: 'aside' }, signedIn.name === null ? 'Signed in' : `Signed in as ${signedIn.name}`),
    element('button', { type: 'button', click: leave }, 'Sign out'),
  );
};

const nameOf = async (tracker: Tracker, programme: string, signal: AbortSignal): Promise<string> => {
  programmes ??= await tracker.programmes(signal);
  return programmes.find((one) => one.id === programme)?.name ?? programme;
};

const failed = (configuration: Configuration, fault: unknown): void => {
  if (fault instanceof Refused && fault.signedOut) {
    session = null;
    askToSignIn(configuration, 'Your sign-in has run out. Please sign in again.');
    return;
  }
  show(
    configuration,
    problemScreen(wordsOf(fault), () => void open(configuration)),
  );
};

const reportAt = async (
  configuration: Configuration,
  tracker: Tracker,
  place: Extract<ChainRef, { at: 'report' }>,
  signal: AbortSignal,
): Promise<Screen> => {
  const name = await nameOf(tracker, place.programme, signal);
  const month =
    place.month === 'latest'
      ? (latestRevisions(await tracker.months(place.programme, signal))[0]?.month ?? place.month)
      : place.month;
  const asked = { ...place, month };
  const markup = await (await tracker.report(asked, 'text/html', signal)).text();
  const title = `${name}: ${month === 'latest' ? 'latest report' : monthInWords(month)}${place.publicView ? ', public view' : ''}`;
  const frame = reportFrame(markup, `Board report: ${title}`);
  printByKeys(frame, signal);
  const save = (format: ReportFormat, ending: string) => () => {
    saying(status, 'Fetching the file…', tracker.report(asked, format, signal))
      .then((file) => download(file, `${place.programme}-${month}${place.publicView ? '-public' : ''}.${ending}`))
      .catch((fault: unknown) => failed(configuration, fault));
  };
  return reportScreen(asked, { title, shown: shownView(markup) }, frame, {
    print: () => printFrame(frame),
    json: save('application/json', 'json'),
    html: save('text/html', 'html'),
    paper: save('application/pdf', 'pdf'),
    csv: save('text/csv', 'csv'),
    archive: save('application/zip', 'zip'),
    workbook: save('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'),
  });
};

const screenAt = async (configuration: Configuration, tracker: Tracker, signal: AbortSignal): Promise<Screen> => {
  const place = chainRefIn(location.hash);
  switch (place.at) {
    case 'programmes':
      programmes = await tracker.programmes(signal);
      return programmesScreen(programmes);
    case 'months': {
      const name = await nameOf(tracker, place.programme, signal);
      return monthsScreen(place.programme, name, latestRevisions(await tracker.months(place.programme, signal)));
    }
    case 'report':
      return reportAt(configuration, tracker, place, signal);
    case 'nowhere':
      return nowhereScreen();
  }
};

const open = async (configuration: Configuration, note: string | null = null): Promise<void> => {
  underWay.abort();
  underWay = new AbortController();
  const { signal } = underWay;
  if (session === null) {
    askToSignIn(configuration, note);
    return;
  }
  try {
    const screen = await saying(status, 'Loading…', screenAt(configuration, new Tracker(session.accessToken), signal));
    if (!signal.aborted) show(configuration, screen);
  } catch (fault) {
    if (!signal.aborted) failed(configuration, fault);
  }
};

const start = async (): Promise<void> => {
  const configuration = readConfiguration(document);
  part('skip').addEventListener('click', (event) => {
    event.preventDefault();
    content.focus();
  });
  window.addEventListener('hashchange', () => void open(configuration));
  const back = await saying(status, 'Signing in…', finishSignIn(configuration));
  if (back.kind === 'signed-in') {
    session = back.session;
    namePerson(configuration, back.session);
  }
  await open(configuration, back.kind === 'refused' ? back.why : null);
};

void start();
