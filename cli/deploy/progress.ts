/*
 * What CloudFormation reports through the CDK, in plain words. A line of the CDK's is
 * `Tracker-kent-live-Application | 12/98 | 10:31:05 AM | CREATE_COMPLETE | AWS::SQS::Queue | RollUpQueue/DeadLetters (RollUpQueue...)`.
 */

const kinds: Readonly<Record<string, string>> = {
  'AWS::ApiGatewayV2::Api': 'the API',
  'AWS::ApiGatewayV2::Stage': "the API's routes",
  'AWS::CloudFormation::Stack': 'the stack',
  'AWS::Cognito::UserPool': 'the user pool',
  'AWS::Cognito::UserPoolDomain': 'the sign-in page',
  'AWS::CloudWatch::Dashboard': 'the dashboard',
  'AWS::DynamoDB::GlobalTable': 'the table',
  'AWS::KMS::Key': 'the key',
  'AWS::Lambda::Function': 'a function',
  'AWS::SQS::Queue': 'a queue',
  'AWS::Scheduler::Schedule': 'the schedule',
};

interface Event {
  readonly stack: string;
  readonly count: string;
  readonly status: string;
  readonly type: string;
  readonly path: string;
}

const eventOf = (line: string): Event | undefined => {
  const [stack, count, , status, type, path = ''] = line.split('|').map((part) => part.trim());
  return stack === undefined || count === undefined || status === undefined || type === undefined
    ? undefined
    : { stack, count, status, type, path: path.replace(/ \(.*$/, '') };
};

/** A sentence for a line that a person wants to read; undefined for all others. */
export const inPlainWords = (line: string): string | undefined => {
  const event = eventOf(line);
  if (event === undefined) return undefined;
  const { stack, count, status, type, path } = event;
  if (/_FAILED$/.test(status)) return `  FAILED: ${type} ${path}`;
  const kind = kinds[type];
  if (kind === undefined || !/^(?:CREATE|UPDATE|DELETE)_COMPLETE$/.test(status)) return undefined;
  const verb = { C: 'made', U: 'changed', D: 'removed' }[status.charAt(0)] ?? 'done';
  return kind === 'the stack'
    ? `  ${stack} is done.`
    : `  ${count.replace('/', ' of ')}: ${verb} ${kind}${path === '' ? '' : ` (${path})`}`;
};

/**
 * A line of `cdk diff` that names a stack or a resource of it; undefined for all others. A resource is
 * `[~] AWS::Lambda::Function Board/Function BoardFunction2B1C0DE3`, added, removed or changed.
 */
export const changeInWords = (line: string): string | undefined => {
  const stack = /^Stack \S+ \((\S+)\)/.exec(line)?.[1];
  if (stack !== undefined) return `  ${stack}`;
  if (/^There were no differences/.test(line)) return '    nothing';
  const [, sign, type, path] = /^\[([-+~])\] (AWS::\S+) (\S+)/.exec(line) ?? [];
  if (sign === undefined || type === undefined || path === undefined) return undefined;
  const verb = { '+': 'makes', '-': 'REMOVES', '~': 'changes' }[sign] ?? 'changes';
  return `    ${verb} ${kinds[type] ?? type} (${path})`;
};
