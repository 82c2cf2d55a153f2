import { pagesPath } from '#schemas/page-routes.ts';

/** The addresses of the pages: the one list that links are made from. */
const part = encodeURIComponent;

export const yourWorkPath = pagesPath;
/** How whoever looks gets messages; and every message that was made. */
export const messagesOfMinePath = `${pagesPath}/your-messages`;
export const messagesPath = `${pagesPath}/messages`;
export const eventsPath = `${pagesPath}/events`;
export const peoplePath = `${pagesPath}/people`;
export const personPath = (id: string): string => `${peoplePath}/${part(id)}`;
/** What the rules say, and what one of them does. */
export const rulesPath = `${pagesPath}/rules`;
export const rulePath = (id: string): string => `${rulesPath}/${part(id)}`;
export const programmesPath = `${pagesPath}/programmes`;
export const programmePath = (programme: string): string => `${programmesPath}/${part(programme)}`;
export const searchPath = (programme: string): string => `${programmePath(programme)}/search`;
/** A register over all reviews of a programme. */
export const acrossPath = (programme: string, register: string): string => `${programmePath(programme)}/${register}`;
export const portfolioPath = (programme: string, portfolio: string): string =>
  `${programmePath(programme)}/portfolios/${part(portfolio)}`;
export const reviewsPath = (programme: string): string => `${programmePath(programme)}/reviews`;
export const reviewPath = (programme: string, review: string): string => `${reviewsPath(programme)}/${part(review)}`;

/** Where a register is: of a review or, without one, of the programme itself. */
export interface RegisterAt {
  readonly programme: string;
  readonly review?: string | undefined;
}
const chainPath = ({ programme, review }: RegisterAt): string =>
  review === undefined ? `${programmePath(programme)}/own` : reviewPath(programme, review);
export const registerPath = (at: RegisterAt, register: string): string => `${chainPath(at)}/${register}`;
export const entryPath = (at: RegisterAt, register: string, id: string): string =>
  `${registerPath(at, register)}/${part(id)}`;
export const newEntryPath = (at: RegisterAt, register: string): string => `${registerPath(at, register)}/_new`;

/** The address of the same in the API. */
export const apiChainPath = ({ programme, review }: RegisterAt): string =>
  review === undefined ? `/programmes/${part(programme)}` : `/programmes/${part(programme)}/reviews/${part(review)}`;
export const apiReportPath = (at: ReportAt): string =>
  `${apiChainPath(at)}/reports/${part(at.month)}${revisionPart(at)}`;
export const apiRegisterPath = (at: RegisterAt, register: string): string => `${apiChainPath(at)}/${register}`;
export const apiEntryPath = (at: RegisterAt, register: string, id: string): string =>
  `${apiRegisterPath(at, register)}/${part(id)}`;
export const reportsPath = (programme: string): string => `${programmePath(programme)}/reports`;
export const reportPath = (programme: string, month: string): string => `${reportsPath(programme)}/${part(month)}`;
/** A report or its file in the public view, where that is asked for. */
export const inView = (path: string, view: 'public' | undefined): string =>
  view === undefined ? path : `${path}?view=${view}`;
/** The report of a span of months; the same as a file; and one month's report beside another's. */
interface FromTo {
  readonly from: string;
  readonly to: string;
}
const fromTo = ({ from, to }: FromTo): string => `?from=${part(from)}&to=${part(to)}`;
export const spanPath = (programme: string, months: FromTo): string =>
  `${reportsPath(programme)}/span${fromTo(months)}`;
export const spanFilePath = (programme: string, months: FromTo, format: string): string =>
  `${reportsPath(programme)}/span/${format}${fromTo(months)}`;
export const comparePath = (programme: string, from: string, to: string): string =>
  `${reportsPath(programme)}/compare${fromTo({ from, to })}`;
/** Two days that are compared: where they are chosen, with those that the form opens with, and what differs between them. */
export const chooseDaysPath = (programme: string, days?: FromTo): string =>
  `${reportsPath(programme)}/compare-days${days === undefined ? '' : fromTo(days)}`;
export const daysPath = (programme: string, { from, to }: FromTo): string =>
  `${chooseDaysPath(programme)}/${part(from)}/${part(to)}`;
/** A published report: of a month its latest revision, unless one is named. */
export interface ReportAt {
  readonly programme: string;
  readonly month: string;
  readonly revision?: string | undefined;
  readonly view?: 'public' | undefined;
}
const revisionPart = ({ revision }: ReportAt): string => (revision === undefined ? '' : `/revisions/${part(revision)}`);
const placeOf = (at: ReportAt): string => `${reportPath(at.programme, at.month)}${revisionPart(at)}`;
export const revisionPath = (at: ReportAt): string => inView(placeOf(at), at.view);
/** The same as a file. */
export const reportFilePath = (at: ReportAt, format: string): string => inView(`${placeOf(at)}/${format}`, at.view);
/** A section of its annex. */
export const annexPath = (at: ReportAt, section: string): string =>
  inView(`${placeOf(at)}/annex/${part(section)}`, at.view);
/** Why its figures are what they are, and why one of them is. */
export const figuresPath = (at: ReportAt): string => inView(`${placeOf(at)}/figures`, at.view);
export const figurePath = (at: ReportAt, figure: string): string =>
  inView(`${placeOf(at)}/figures/${part(figure)}`, at.view);

/** A review, or the programme itself. */
export const ownerPath = ({ programme, review }: RegisterAt): string =>
  review === undefined ? programmePath(programme) : reviewPath(programme, review);
/** The history of a review, or of the programme itself; of one entry; and what is done to it. */
export const historyPath = (at: RegisterAt): string => `${ownerPath(at)}/history`;
export const entryHistoryPath = (at: RegisterAt, register: string, id: string): string =>
  `${entryPath(at, register, id)}/_history`;
export const strikeOutPath = (at: RegisterAt, register: string, id: string): string =>
  `${entryPath(at, register, id)}/_strike-out`;
export const undoPath = (at: RegisterAt, register: string, id: string): string =>
  `${entryPath(at, register, id)}/_undo`;
/** Below the address of what was recorded: where one of its changes is corrected. */
export const correctPath = (of: string, change: number | string): string => `${of}/_correct/${change}`;
/** `from`: the instant from which that change is true. `late`: the day of which something is recorded only now, where nothing was wrong. */
export const correctionQuery = (from: string, late?: string): string =>
  `?from=${part(from)}${late === undefined ? '' : `&late=${part(late)}`}`;

/** The end of a month: without one, that of the month that is due. */
export const monthEndPath = (programme: string, month?: string): string =>
  `${programmePath(programme)}/month-end${month === undefined ? '' : `/${part(month)}`}`;
export const draftPath = (programme: string, month: string): string => `${monthEndPath(programme, month)}/draft`;
/** The same as a file. */
export const draftFilePath = (programme: string, month: string, format: string, view?: 'public'): string =>
  inView(`${draftPath(programme, month)}/${format}`, view);
export const publishPath = (programme: string, month: string): string => `${monthEndPath(programme, month)}/publish`;
export const closeMonthPath = (programme: string, month: string): string =>
  `${monthEndPath(programme, month)}/not-reported`;
export const revisePath = (programme: string, month: string): string => `${monthEndPath(programme, month)}/revise`;

/** When the months to come end and are reported. */
export const calendarPath = (programme: string): string => `${programmePath(programme)}/calendar`;
/** Where a published report is made again and compared. */
export const checkPath = (programme: string, month: string): string => `${monthEndPath(programme, month)}/check`;

/** Programmes on their way to another organisation, and one of them. */
export const transfersPath = `${pagesPath}/transfers`;
export const transferPath = (id: string): string => `${transfersPath}/${part(id)}`;
export const proposeTransferPath = (programme: string): string => `${programmePath(programme)}/_transfer`;

/** A programme's set-up, and a part of it. */
export const newProgrammePath = `${programmesPath}/_new`;
export const newPracticePath = `${programmesPath}/_new-practice`;
export const setUpPath = (programme: string, of?: string): string =>
  `${programmePath(programme)}/set-up${of === undefined ? '' : `/${part(of)}`}`;

/** How the options of a review are judged. */
export const appraisalPath = (programme: string, review: string): string =>
  `${reviewPath(programme, review)}/appraisal`;

/** What is done with a review, and the same in the API. */
export const stagePath = (programme: string, review: string): string => `${reviewPath(programme, review)}/stage`;
export const waivePath = (programme: string, review: string, criterion: string): string =>
  `${stagePath(programme, review)}/waive/${part(criterion)}`;
export const mendPath = (programme: string, review: string, criterion: string): string =>
  `${stagePath(programme, review)}/mend/${part(criterion)}`;
export const apiReviewPath = (programme: string, review: string): string => apiChainPath({ programme, review });
export const confirmReturnPath = (at: RegisterAt, month: string): string =>
  `${entryPath(at, 'returns', month)}/_confirm`;
export const sendBackPath = (at: RegisterAt, month: string): string => `${entryPath(at, 'returns', month)}/_send-back`;

/** What finance does. A financial year has no slash in an address: `2026-27`. */
export const toValidatePath = (programme: string): string => `${programmePath(programme)}/to-validate`;
const ofYear = (path: string, year: string): string => `${path}?year=${part(year)}`;
export const queryClaimPath = (at: RegisterAt, line: string, year: string): string =>
  ofYear(`${entryPath(at, 'savings', line)}/_claim-queries`, year);
export const answerQueryPath = (at: RegisterAt, line: string, year: string): string =>
  ofYear(`${entryPath(at, 'savings', line)}/_claim-answers`, year);
export const validatePath = (at: RegisterAt, line: string, year: string): string =>
  `${entryPath(at, 'savings', line)}/_validate/${part(year.replace('/', '-'))}`;

/** All registers of a review, a portfolio or a programme as one workbook: below its address, or that of a route, where it goes out and comes back. */
interface BookPlace {
  readonly programme: string;
  readonly review?: string | undefined;
  readonly portfolio?: string | undefined;
}
const bookOwner = (of: BookPlace | string): string => {
  if (typeof of === 'string') return of;
  return of.portfolio === undefined ? ownerPath(of) : portfolioPath(of.programme, of.portfolio);
};
export const bookPath = (of: BookPlace | string): string => `${bookOwner(of)}/_workbook`;
export const bookFilePath = (of: BookPlace | string): string => `${bookPath(of)}/file`;
export const bookTextsPath = (of: BookPlace | string): string => `${bookPath(of)}/csv`;

/** Where a spreadsheet of the council's own comes in. */
export const spreadsheetPath = (programme: string): string => `${programmePath(programme)}/from-a-spreadsheet`;
