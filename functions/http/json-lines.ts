/*
 * The log: one line of JSON an event, in the fields of Powertools for AWS Lambda and under its two settings,
 * POWERTOOLS_LOG_LEVEL and POWERTOOLS_SERVICE_NAME. Why it is ours: docs/adr/0015-cold-start.md.
 */

const ranks = { DEBUG: 0, INFO: 1, WARN: 2, ERROR: 3, SILENT: 4 } as const;
type Level = Exclude<keyof typeof ranks, 'SILENT'>;

/** What is said of an event besides its code. */
export type Facts = Readonly<Record<string, unknown>>;

const rankNamed = (name: string | undefined): number =>
  Object.entries(ranks).find(([level]) => level === name?.toUpperCase())?.[1] ?? ranks.INFO;

/** `Root=1-5759e988-bd862e3fe1be46a994272793;Parent=…`: https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html */
const traceOf = (header: string | undefined): string | undefined => /Root=([^;]+)/.exec(header ?? '')?.[1];

/** Writes events from a level on, INFO unless set, to the standard output, where Lambda takes JSON as it is. */
export const jsonLines = (environment: Readonly<Record<string, string | undefined>>) => {
  const lowest = rankNamed(environment.POWERTOOLS_LOG_LEVEL);
  const service = environment.POWERTOOLS_SERVICE_NAME ?? 'transformation-tracker';
  const at =
    (level: Level) =>
    (message: string, facts: Facts = {}): void => {
      if (ranks[level] < lowest) return;
      const timestamp = new Date().toISOString();
      const trace = traceOf(environment._X_AMZN_TRACE_ID);
      process.stdout.write(
        `${JSON.stringify({ level, message, timestamp, service, ...(trace === undefined ? {} : { xray_trace_id: trace }), ...facts })}\n`,
      );
    };
  return { info: at('INFO'), warn: at('WARN'), error: at('ERROR') };
};
