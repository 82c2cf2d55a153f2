/** Of messages; the others are in store/access-patterns.ts. */
export const accessPatternsOfMessages = [
  {
    id: 'A40',
    question: 'What has everybody of this organisation heard of?',
    index: 'table',
    condition: 'pk = messages of the organisation, sk begins HEARD#',
    by: 'readHeard',
  },
  {
    id: 'A41',
    question: 'Which messages of this organisation were made since an instant, and are any still to be sent?',
    index: 'table',
    condition: 'pk = messages of the organisation, sk from MESSAGE#instant',
    by: 'readMessagesSince',
  },
  {
    id: 'A42',
    question: 'Which messages were made for this organisation?',
    index: 'table',
    condition: 'pk = messages of the organisation, sk begins MESSAGE#, backwards, with a limit',
    by: 'readMessagesPage',
  },
] as const;
