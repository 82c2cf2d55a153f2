import { deflateSync, inflateSync } from 'node:zlib';

/*
 * What the bodies of events, cards, kept answers and things have in common, for zlib to point to in place of writing it
 * (RFC 1950 2.2, a preset dictionary): names of fields and words of the schemas, in the order in which they come,
 * what comes most often last. No record's own words are in it.
 *
 * A dictionary is never changed: what is stored names the one that it was packed with by its Adler-32. A better one is
 * added to `dictionaries`, the newest first.
 */
const first = [
  `{"status":201,"headers":{"etag":"\\"1\\""},"body":{"id":"`,
  `"rating":"amber","words":"`,
  `"nextReviewOn":"2026-`,
  `","openActionsDue":[{"what":"`,
  `"missing":[],"scores":[{"at":"`,
  `"likelihood":3,"impact":4,"score":12,"band":"medium","owner":"`,
  `"deliveryModel":"in-house-improve","disposition":"not-recommended","rank":null},{"id":"`,
  `"class":"cash-releasing","mechanism":"transformation","recurrence":"recurring","firmness":"business-case",`,
  `"years":[{"year":"2026/27","lines":1,"plan":{"low":`,
  `,"high":0,"exact":true,"count":1,"marked":[],"excluded":[]},"forecast":{"low":`,
  `},"outturn":{"low":`,
  `"claimedPounds":0,"validatedPounds":0,"states":{"delivered":0,"onTrack":0,"atRisk":0,"unachievable":0,"notAssessed":{"low":`,
  `"byClass":[{"class":"cash-releasing","plan":{"low":`,
  `"byMechanism":[{"mechanism":"transformation","plan":{"low":`,
  `"counted":{"low":`,
  `},"beside":{"low":`,
  `},"alreadyInMtfp":{"low":`,
  `},"netNew":{"low":`,
  `},"identified":{"low":`,
  `},"fullYearEffect":{"low":`,
  `},"runRate":{"low":`,
  `},"oneOffFallOut":{"low":0,"high":0,"exact":true,"count":0,"marked":[],"excluded":[]}}]`,
  `"engagement":{"engagements":0,"decidedNotTo":false,"responses":0,"organisations":[],"invitedIn":[],"stated":[]},"options":{"options":[{"id":"`,
  `"preferredNotFirst":[]},"deliveryModels":[],"businessCases":[],"savings":{"years":[],"lines":[]},"risks":{"open":[],"closed":[],"happened":[]},"milestones":[],"issues":[],"decisions":[],"ratings":{"sro":null,"assurance":null},"returns":[{"month":"2026-01","nothingChanged":true,"submittedAt":"`,
  `","confirmedAt":"`,
  `{"headRecordedAt":"2026-01-`,
  `","lastEffectiveAt":"2026-01-`,
  `,"told":[{"month":"2026-01","count":1}],"toldLate":[{"month":"2026-01","sequence":1}],"riskMatrix":"`,
  `","sections":{"review":{"title":"`,
  `{"chain":"transformation/`,
  `","sequence":2,"thing":{"kind":"review","id":"`,
  `"},"version":2,"type":"stage-moved","effectiveAt":"2026-01-01T00:00:00.000Z","recordedAt":"2026-01-01T`,
  `","by":"`,
  `"changed":["moves","stage","stageSince","stageWork"],"after":{"record":{"title":"`,
  `","kind":"service-review","services":["`,
  `"],"tier":"1","lifecycle":"active","portfolio":"`,
  `","directorate":"`,
  `","sros":[{"subject":"`,
  `","name":"`,
  `"}],"grossExpenditure":{"kind":"not-stated"},"netExpenditure":{"kind":"not-stated"},"endDate":{"kind":"date","date":"2026-`,
  `"endDate":{"kind":"not-stated"},"marketMaturity":"emerging","marketMaturityWords":"`,
  `","waitsFor":[],"equalityImpact":{"status":"not-stated"},"consultation":{"status":"not-stated"},"lessons":[],"unrealisedBenefits":[],"openedAt":{"stage":"options-appraisal","source":"`,
  `"},"keyDates":[{"what":"`,
  `","on":{"kind":"month","month":"2026-`,
  `"on":{"kind":"words","words":"`,
  `"sourceParagraphs":"`,
  `"},"facts":{"stage":"service-baseline","stageSince":"2026-01-01T00:00:00.000Z","stageWork":{"state":"in-progress","on":"2026-`,
  `"stageWork":null,"moves":[{"at":"2026-01-01T00:00:00.000Z","from":"identified","to":"service-baseline","direction":"forward","reason":"`,
  `","direction":"back","by":"`,
  `","waived":[]}],"waivers":[],"lifecycles":[{"lifecycle":"active","at":"2026-01-01T00:00:00.000Z"}]},"version":2,"effectiveAt":"`,
  `","recordedBy":"`,
  `"computed":{`,
  `,"struckOut":null},"salt":"`,
  `","previousDigest":"`,
  `","digest":"`,
].join('');

const dictionaries: readonly Buffer[] = [Buffer.from(first)];

/** The Adler-32 of a dictionary, as a zlib stream names it (RFC 1950 8.2). */
const adler32 = (bytes: Buffer): number => {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return b * 65_536 + a;
};
const named: ReadonlyMap<number, Buffer> = new Map(dictionaries.map((one) => [adler32(one), one]));

/** How a zlib stream begins that deflates with a window of 32 KB; a gzip begins with another byte. */
const zlibBegins = 0x78;

export const packedWithDictionary = (text: string, chunkSize: number): Buffer =>
  deflateSync(text, { chunkSize, ...(dictionaries[0] === undefined ? {} : { dictionary: dictionaries[0] }) });

export const isPackedWithDictionary = (bytes: Uint8Array): boolean => bytes[0] === zlibBegins;

/** An error where the bytes are broken, or name a dictionary that there never was. */
export const unpackedWithDictionary = (bytes: Uint8Array, chunkSize: number): string => {
  const name = bytes.length < 6 ? 0 : new DataView(bytes.buffer, bytes.byteOffset + 2, 4).getUint32(0);
  const dictionary = named.get(name);
  if (dictionary === undefined) throw new Error('a body is packed with a dictionary that there never was');
  return inflateSync(bytes, { chunkSize, dictionary }).toString('utf8');
};
