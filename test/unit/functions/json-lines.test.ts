import { expect, it, vi } from 'vitest';
import { jsonLines } from '#functions/http/json-lines.ts';

const linesOf = (environment: Record<string, string>, say: (log: ReturnType<typeof jsonLines>) => void) => {
  const lines: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    lines.push(String(chunk));
    return true;
  });
  say(jsonLines(environment));
  spy.mockRestore();
  return lines.map((line) => {
    expect(line.endsWith('\n')).toBe(true);
    return JSON.parse(line);
  });
};

it('An event is one line of JSON: its level, code and time, the function, the trace, and what is said of it', () => {
  const lines = linesOf(
    { POWERTOOLS_SERVICE_NAME: 'queries', _X_AMZN_TRACE_ID: 'Root=1-5759e988-bd862e3f;Parent=53995c3f;Sampled=1' },
    (log) => log.info('REQUEST_DONE', { operation: 'getRisk', status: 200 }),
  );
  expect(lines).toEqual([
    {
      level: 'INFO',
      message: 'REQUEST_DONE',
      timestamp: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
      service: 'queries',
      xray_trace_id: '1-5759e988-bd862e3f',
      operation: 'getRisk',
      status: 200,
    },
  ]);
});

it.each([
  ['', ['INFO', 'WARN', 'ERROR']],
  ['DEBUG', ['INFO', 'WARN', 'ERROR']],
  ['warn', ['WARN', 'ERROR']],
  ['ERROR', ['ERROR']],
  ['SILENT', []],
])('Set to "%s", the log takes %j', (level, taken) => {
  const lines = linesOf({ POWERTOOLS_LOG_LEVEL: level }, (log) => {
    log.info('I');
    log.warn('W');
    log.error('E');
  });
  expect(lines.map((line) => line.level)).toEqual(taken);
});
