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
  {
    id: 'A43',
    question: 'Which number has the last event of this organisation, and from when is each programme followed?',
    index: 'table',
    condition: 'pk = events of the organisation, sk = HEAD',
    by: 'readEventsHead',
  },
  {
    id: 'A44',
    question: 'How far was each chain of this programme looked through for events?',
    index: 'table',
    condition:
      'pk = events of the organisation, sk begins FOLLOWED#programme; of each chain that went on, A39, and of what changed A06',
    by: 'readFollowed',
  },
  {
    id: 'A45',
    question: 'Which events come after a number, or what is the event of a number?',
    index: 'table',
    condition: 'pk = events of the organisation, sk from EVENT#number, or is that',
    by: 'readEventsAfter, readOutgoingEvent',
  },
  {
    id: 'A46',
    question: 'Which events were made for this organisation?',
    index: 'table',
    condition: 'pk = events of the organisation, sk begins EVENT#, backwards, with a limit',
    by: 'readEventsPage',
  },
  {
    id: 'A47',
    question: 'How far has this destination of events come, or every destination?',
    index: 'table',
    condition: 'pk = events of the organisation, sk = TO#destination, or begins TO#',
    by: 'readDelivery, readDeliveries',
  },
  {
    id: 'A48',
    question: 'Which events were given up on the way to this destination?',
    index: 'table',
    condition: 'pk = events of the organisation, sk begins GIVEN-UP#destination',
    by: 'readGivenUp',
  },
  {
    id: 'A49',
    question: 'On which day were the messages of the morning of this organisation last made?',
    index: 'table',
    condition: 'pk = messages of the organisation, sk = MORNING',
    by: 'readMorning',
  },
] as const;
