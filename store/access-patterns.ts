import { accessPatternsOfMessages } from './messages/access-patterns.ts';

/** Every question that is asked of the table: its id, in English, the index, the condition, the function that asks it. */
export interface AccessPattern {
  readonly id: string;
  readonly question: string;
  readonly index: 'table' | 'due';
  readonly condition: string;
  readonly by: string;
}

export const accessPatterns: readonly AccessPattern[] = [
  {
    id: 'A01',
    question: 'What does a decision about this chain need: settings, head, the records it names?',
    index: 'table',
    condition:
      'one batch: the head, of a review the parts of its position that the change touches or a gate looks at, the record that is changed, the settings, the stored answer (A10), the names that are expected (A11); then, where the decision needs more of the chain, its keys in one batch and whole registers by pk = chain and sk begins RECORD#kind#',
    by: 'loadForChange, readWithPosition',
  },
  {
    id: 'A02',
    question: 'What is this record today?',
    index: 'table',
    condition: 'pk = chain, sk = RECORD#kind#id; to be shown, in one batch with the settings, A11 and A12',
    by: 'readRecord, readCurrent',
  },
  {
    id: 'A03',
    question: 'What is in this register?',
    index: 'table',
    condition: 'pk = chain, sk begins RECORD#kind#',
    by: 'readRegister',
  },
  {
    id: 'A04',
    question: 'What is on this page of the register?',
    index: 'table',
    condition: 'as A03, after an id, with a limit',
    by: 'readRegisterPage',
  },
  {
    id: 'A05',
    question: 'What was true of this record at an instant, as known now or as was known?',
    index: 'table',
    condition: 'pk = chain, sk up to EVENT#kind#id#instant, backwards, to the first that was known',
    by: 'readRecordAsAt',
  },
  {
    id: 'A06',
    question: 'What is the line of this record?',
    index: 'table',
    condition: 'pk = chain, sk begins EVENT#kind#id#',
    by: 'readLine, readFirstOf',
  },
  {
    id: 'A07',
    question: 'What happened on this chain, or in one of its registers?',
    index: 'table',
    condition: 'pk = chain, sk begins EVENT# or EVENT#kind#',
    by: 'readEvents, readRecordsAsAt',
  },
  {
    id: 'A08',
    question: 'What are the positions of the reviews of this programme?',
    index: 'table',
    condition:
      'pk = heads of the programme, in order of review; for a list, of each what it shows and no more; for a roll-up then pk = positions of the programme, sk from the first review of the page to its last',
    by: 'readReviewPages, readReviewHeads, readListed',
  },
  {
    id: 'A09',
    question: 'What was the position of this review at a month end before its latest changes?',
    index: 'table',
    condition: 'pk = month ends of the programme, sk = review#section, in one batch',
    by: 'readMonthEnds',
  },
  {
    id: 'A10',
    question: 'Was this request answered before?',
    index: 'table',
    condition: 'pk = digest of sender, operation, path and key',
    by: 'readEarlier',
  },
  {
    id: 'A11',
    question: 'What are these people called?',
    index: 'table',
    condition: 'pk = people of the organisation, sk = subject, in one batch',
    by: 'readNames, readPeopleBeside',
  },
  {
    id: 'A12',
    question: 'Which of these reviews are there, and how many has the programme?',
    index: 'table',
    condition: 'the keys of their heads; for the count the pages of A08',
    by: 'reviewsExist, readSomeListed, countReviews',
  },
  {
    id: 'A13',
    question: 'Which month does this programme report next?',
    index: 'table',
    condition: 'pk = programme, sk = DUE',
    by: 'readDue',
  },
  {
    id: 'A14',
    question: 'Which programmes have a report due by this day?',
    index: 'due',
    condition: 'duePartition = DUE#shard, dueOn up to the day; then A13 of each',
    by: 'readDueProgrammes',
  },
  {
    id: 'A15',
    question: 'Which programmes has this organisation?',
    index: 'table',
    condition: 'pk = organisation, sk begins PROGRAMME#',
    by: 'readProgrammesPage',
  },
  {
    id: 'A16',
    question: 'What is the report of this month, or the latest one, or was at an instant?',
    index: 'table',
    condition:
      'pk = published of the programme, sk begins MONTH# or MONTH#month#, backwards, to the first published by then',
    by: 'readReport',
  },
  {
    id: 'A17',
    question: 'What is this revision of the month?',
    index: 'table',
    condition: 'pk = published of the programme, sk = MONTH#month#revision',
    by: 'readReport',
  },
  {
    id: 'A18',
    question: 'What has this programme published?',
    index: 'table',
    condition: 'pk = published of the programme, sk begins MONTH#, backwards, with a limit',
    by: 'readReportList',
  },
  {
    id: 'A19',
    question: 'What are the lines of this report?',
    index: 'table',
    condition:
      'pk = published of the programme, sk between LINES#month#revision#chunk and another, as far as they are asked for',
    by: 'readLineChunks',
  },
  {
    id: 'A20',
    question: 'Which chain heads was this report made from?',
    index: 'table',
    condition: 'pk = published of the programme, sk begins HEADS#month#revision#',
    by: 'readHeads',
  },
  {
    id: 'A21',
    question: 'How far has this run come?',
    index: 'table',
    condition: 'pk = programme, sk = RUN#run',
    by: 'readRun',
  },
  {
    id: 'A22',
    question: 'What is everything that this programme has published?',
    index: 'table',
    condition: 'pk = published of the programme, sk begins MONTH#, page by page',
    by: 'readPublished',
  },
  {
    id: 'A23',
    question: 'What are the rows of this report that its summary has no room for?',
    index: 'table',
    condition: 'pk = published of the programme, sk begins WHOLE#month#revision#',
    by: 'withEveryRow',
  },
  {
    id: 'A24',
    question: 'May the board of this programme read what is exempt?',
    index: 'table',
    condition: 'pk = published of the programme, sk = BOARD',
    by: 'boardReadsExempt',
  },
  {
    id: 'A25',
    question: 'What does the register say of this person?',
    index: 'table',
    condition: 'pk = people of the organisation, sk = id',
    by: 'readPerson',
  },
  {
    id: 'A26',
    question: 'Who are the people of this organisation?',
    index: 'table',
    condition: 'pk = people of the organisation, page by page',
    by: 'readPeoplePage, readEverybody',
  },
  {
    id: 'A27',
    question: 'Which months of this programme were given up?',
    index: 'table',
    condition: 'pk = published of the programme, sk begins NOT-REPORTED#',
    by: 'readNotReported',
  },
  {
    id: 'A28',
    question: 'Which review took this word of the settings last?',
    index: 'table',
    condition: 'pk = programme, sk = USE#list#word, in one batch',
    by: 'readNotTaken',
  },
  {
    id: 'A29',
    question: 'What does a redaction that is under way need?',
    index: 'table',
    condition: 'pk = programme, sk = REDACTING#redaction',
    by: 'beginWork',
  },
  {
    id: 'A30',
    question: 'What is left of the salts of these lines of a report, or of its content, since words were taken out?',
    index: 'table',
    condition: 'pk = published of the programme, sk begins SALTS#month#revision#first',
    by: 'readLeftSalts',
  },
  {
    id: 'A31',
    question:
      'What else of this programme may hold words that are taken out: lines that nobody reads, runs, what whoever asked for one was answered, and drafts?',
    index: 'table',
    condition:
      'pk = published of the programme, sk begins LINES#; pk = programme, sk begins RUN#, ANSWERED#run, DRAFT# or DRAFTED#',
    by: 'redactPublished, redactRuns, forgetAnswersOfRun, forgetDrafts',
  },
  {
    id: 'A32',
    question: 'What do the reviews of this programme hold in this register?',
    index: 'table',
    condition:
      'A08 for the heads; then pk = positions of the programme, sk = review#section of those that have one, in batches of 100',
    by: 'readReviewsAcross, readSectionAcross',
  },
  {
    id: 'A33',
    question: 'What are these entries, of whichever reviews, today?',
    index: 'table',
    condition: 'pk = chain of each, sk = RECORD#kind#id, in batches of 100',
    by: 'readEntries',
  },
  {
    id: 'A34',
    question: 'What does this organisation know of this transfer of a programme?',
    index: 'table',
    condition: 'pk = transfers of the organisation, sk = TRANSFER#transfer',
    by: 'readTransfer',
  },
  {
    id: 'A35',
    question: 'Which programmes would this organisation hand over or receive, or has?',
    index: 'table',
    condition: 'pk = transfers of the organisation, sk begins TRANSFER#, after an id, with a limit',
    by: 'readTransfersPage',
  },
  {
    id: 'A36',
    question: 'Is the id kept for a programme that is being received, and how far has its copy come?',
    index: 'table',
    condition: 'pk = programme, sk = RECEIVING',
    by: 'readReceiving',
  },
  {
    id: 'A37',
    question: 'What is everything of this programme, for the organisation that receives it?',
    index: 'table',
    condition:
      'pk = each chain, heads, positions, month ends and published of the programme, page by page, from the page that was noted last; then A02 for the settings; the names of whom it names by A11',
    by: 'copyProgramme',
  },
  {
    id: 'A38',
    question: 'Which draft of this month, or comparison of these days, is kept, and what does it say?',
    index: 'table',
    condition:
      'pk = programme, sk = DRAFT#month or DRAFT#DAYS#from#to; then sk begins DRAFTED#run; for a file of a draft also sk begins DRAFTLINES#run',
    by: 'readKeptDraft, readDrafted, readDraftLines, readKeptComparison, readCompared',
  },
  {
    id: 'A39',
    question: 'What is recorded of this review, or of the programme itself, in every register?',
    index: 'table',
    condition: 'pk = chain, sk begins RECORD#; for words in earlier texts as A07',
    by: 'readRecordsOfChain',
  },
  ...accessPatternsOfMessages,
];
