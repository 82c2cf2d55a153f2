import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hosts, operations } from '#schemas/operations.ts';
import { pageRouteKeys } from '#schemas/page-routes.ts';
import { routes as apiRoutes } from '#schemas/routes.ts';
import { entra, type Synthesised, synthesised } from './synthesised.ts';

const made = synthesised();
const functionsByHost = ({ ofType }: Synthesised): ReadonlyMap<string, string> =>
  new Map(
    ofType('AWS::Lambda::Function').map(([id, { Properties }]) => [
      Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME as string,
      id,
    ]),
  );

interface Route {
  readonly key: string;
  readonly lambda: string;
  readonly payload: string;
  readonly authorizer: string | undefined;
  readonly scopes: readonly string[] | undefined;
}

const routesOf = ({ ofType }: Synthesised): ReadonlyMap<string, Route> => {
  const integrations = new Map(ofType('AWS::ApiGatewayV2::Integration'));
  return new Map(
    ofType('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => {
      const integration = integrations.get(Properties.Target['Fn::Join'][1][1].Ref)?.Properties;
      return [
        Properties.RouteKey,
        {
          key: Properties.RouteKey,
          lambda: integration.IntegrationUri['Fn::GetAtt'][0],
          payload: integration.PayloadFormatVersion,
          authorizer: Properties.AuthorizationType === 'JWT' ? Properties.AuthorizerId.Ref : undefined,
          scopes: Properties.AuthorizationScopes,
        },
      ];
    }),
  );
};

describe('the routes of the API', () => {
  const routes = routesOf(made);
  const functions = functionsByHost(made);
  const authorizers = made.ofType('AWS::ApiGatewayV2::Authorizer');

  it.each(
    apiRoutes.flatMap(({ key, operations }) => operations.map((operation) => [key, operation.id, operation] as const)),
  )('%s (%s) goes to the function of its trust boundary, with a token unless anyone may ask', (key, _, operation) => {
    const route = routes.get(key);
    expect(route?.lambda).toBe(functions.get(operation.host));
    expect(route?.payload).toBe('2.0');
    expect(route?.authorizer).toBe(operation.roles === 'anyone' ? undefined : authorizers[0]?.[0]);
    expect(route?.scopes).toEqual(operation.roles === 'anyone' ? undefined : ['tracker/use']);
  });

  it('reach every operation once, and are far fewer than the operations: a register adds none', () => {
    const reached = apiRoutes.flatMap((route) => route.operations.map(({ id }) => id));
    expect(reached.toSorted()).toEqual(operations.map(({ id }) => id).toSorted());
    expect(routes.size).toBeLessThan(operations.length / 3);
    expect(apiRoutes.filter(({ path }) => path.includes('{register}'))).toHaveLength(19);
  });

  it('throttle apart only what costs much, and share no route with what does not', () => {
    for (const { operations: shared, isCostly } of apiRoutes)
      expect(shared.map(({ costly }) => costly === true)).toEqual(shared.map(() => isCostly));
  });

  it('send whatever else is asked to the front, which says in a problem that there is no such thing', () => {
    expect(routes.get('$default')).toMatchObject({ lambda: functions.get('front'), authorizer: undefined });
  });

  it('are those of the operations and of the pages, and no others', () => {
    const expected = [...apiRoutes.map(({ key }) => key), ...pageRouteKeys, '$default'];
    expect([...routes.keys()].toSorted()).toEqual(expected.toSorted());
  });

  it('are created ten at a time: each waits for the one ten before it', () => {
    const all = made.ofType('AWS::ApiGatewayV2::Route');
    const ids = new Set(all.map(([id]) => id));
    const waits = all.map(([, { DependsOn = [] }]) => DependsOn.filter((id) => ids.has(id)).length);
    expect(waits.filter((count) => count === 0)).toHaveLength(10);
    expect(waits.filter((count) => count === 1)).toHaveLength(all.length - 10);
  });

  it('share one authorizer and one integration for each function', () => {
    expect(authorizers).toHaveLength(1);
    expect(made.ofType('AWS::ApiGatewayV2::Integration')).toHaveLength(hosts.length + 1);
  });
});

describe('who may call a function', () => {
  const permissions = made.ofType('AWS::Lambda::Permission').map(([, { Properties }]) => Properties);
  const functions = functionsByHost(made);

  it.each(hosts)('%s may be called by this API, in one statement that covers its every route', (host) => {
    const own = permissions.filter(({ FunctionName }) => FunctionName['Fn::GetAtt'][0] === functions.get(host));
    expect(own).toHaveLength(1);
    expect(own[0].Principal).toBe('apigateway.amazonaws.com');
    const parts: readonly unknown[] = own[0].SourceArn['Fn::Join'][1];
    expect(parts.at(-2)).toEqual({ Ref: made.ofType('AWS::ApiGatewayV2::Api')[0]?.[0] });
    // The catch-all route calls as <api>/<stage>/$default: a third part would not match it.
    expect(parts.at(-1)).toBe('/*/*');
  });

  it('the roll-up may be called by no API', () => {
    expect(
      permissions.filter(({ FunctionName }) => FunctionName['Fn::GetAtt'][0] === functions.get('roll-up')),
    ).toEqual([]);
  });

  it('the token trigger may be called by the one user pool only', () => {
    const own = permissions.filter(({ FunctionName }) => FunctionName['Fn::GetAtt'][0] === functions.get('pre-token'));
    expect(own).toEqual([
      expect.objectContaining({
        Principal: 'cognito-idp.amazonaws.com',
        SourceArn: { 'Fn::GetAtt': [made.ofType('AWS::Cognito::UserPool')[0]?.[0], 'Arn'] },
      }),
    ]);
  });
});

/** Half a megabyte for whoever does not take gzip. */
const description = 'GET /openapi.json';

describe('the stage of the API', () => {
  const stage = made.ofType('AWS::ApiGatewayV2::Stage').map(([, { Properties }]) => Properties);

  it('is throttled', () => {
    expect(stage).toHaveLength(1);
    expect(stage[0].DefaultRouteSettings).toEqual({ ThrottlingBurstLimit: 100, ThrottlingRateLimit: 50 });
  });

  it('lets as much through as a deployment chooses that many councils share, and a tenth of that of what costs much', () => {
    const [shared] = synthesised({ requestsPerSecond: 1200 })
      .ofType('AWS::ApiGatewayV2::Stage')
      .map(([, { Properties }]) => Properties);
    expect(shared.DefaultRouteSettings).toEqual({ ThrottlingBurstLimit: 2_400, ThrottlingRateLimit: 1_200 });
    const { [description]: _, ...settings } = shared.RouteSettings;
    expect(new Set(Object.values(settings).map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ ThrottlingRateLimit: 120, ThrottlingBurstLimit: 240 })]),
    );
  });

  const costly = [...apiRoutes.filter(({ isCostly, isOpen }) => isCostly || isOpen).map(({ key }) => key), '$default'];

  it('lets few of those requests through that cost much or that anybody may send, once their routes are there', () => {
    expect(costly).toEqual(
      expect.arrayContaining([
        'GET /programmes/{programmeId}/export',
        // Each reads something of every review.
        'GET /programmes/{programmeId}/across/{register}',
        'GET /programmes/{programmeId}/across/actions',
        'GET /programmes/{programmeId}/ledger-figures',
        'GET /programmes/{programmeId}/returns-of-month/{month}',
        'GET /openapi.json',
      ]),
    );
    expect(stage[0].RouteSettings).toEqual(
      Object.fromEntries(
        costly.map((key) => [
          key,
          key === description
            ? { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 2 }
            : { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 10 },
        ]),
      ),
    );
    const waitsFor: readonly string[] = Object.values(
      made.application.findResources('AWS::ApiGatewayV2::Stage'),
    ).flatMap((resource) => resource.DependsOn);
    const routes = made
      .ofType('AWS::ApiGatewayV2::Route')
      .flatMap(([id, { Properties }]) => (costly.includes(Properties.RouteKey) ? [id] : []));
    expect(routes.filter((id) => !waitsFor.includes(id))).toEqual([]);
  });

  it('writes who asked for what, and whether they were refused, into a log of its own that outlives the application', () => {
    const fields = JSON.parse(stage[0].AccessLogSettings.Format);
    expect(fields).toMatchObject({
      requestId: '$context.requestId',
      route: '$context.routeKey',
      path: '$context.path',
      status: '$context.status',
      refusal: '$context.authorizer.error',
      subject: '$context.authorizer.claims.sub',
      organisation: '$context.authorizer.claims.organisation',
      roles: '$context.authorizer.claims.roles',
    });
    expect(JSON.stringify(fields)).not.toMatch(/header|querystring|claims\.(?:name|email)/i);
    const [log] = Object.values(made.storage.findResources('AWS::Logs::LogGroup'));
    expect(log).toMatchObject({
      Properties: { RetentionInDays: 365, LogGroupName: '/aws/vendedlogs/Tracker-kent-live-Access' },
      DeletionPolicy: 'RetainExceptOnCreate',
    });
    expect(JSON.stringify(stage[0].AccessLogSettings.DestinationArn)).toContain('AccessLog');
    const names = made.ofType('AWS::Lambda::Function').map(([, { Properties }]) => Properties.LoggingConfig.LogGroup);
    expect(JSON.stringify(names)).not.toContain('vendedlogs');
  });

  it("has Lambda's own status and the other fields by which the runbook distinguishes a body that was too large from a fault", () => {
    const fields = JSON.parse(stage[0].AccessLogSettings.Format);
    expect(fields.lambdaStatus).toBe('$context.integrationStatus');
    const [, query = ''] = /stats count\(\*\) by ([\w, ]+)/.exec(readFileSync('docs/runbook.md', 'utf8')) ?? [];
    expect(query).toContain('lambdaStatus');
    expect(Object.keys(fields)).toEqual(expect.arrayContaining(['status', ...query.split(', ')]));
  });

  it.each([
    ['the subject of Entra ID', 'subject', '$context.authorizer.claims.oid'],
    ['the tenant', 'organisation', '$context.authorizer.claims.tid'],
  ])('names %s there as the tracker does', (_what, field, variable) => {
    const [, { Properties }] = synthesised(entra).ofType('AWS::ApiGatewayV2::Stage')[0] ?? ['', { Properties: {} }];
    expect(JSON.parse(Properties.AccessLogSettings.Format)[field]).toBe(variable);
  });
});

describe('the functions', () => {
  it.each(
    made
      .ofType('AWS::Lambda::Function')
      .map(
        ([, { Properties }]) =>
          [Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME as string, Properties] as const,
      ),
  )('%s runs on arm64 Node 24, is traced, and writes a log of its own that ends', (_host, properties) => {
    expect(properties.Runtime).toBe('nodejs24.x');
    expect(properties.Architectures).toEqual(['arm64']);
    expect(properties.Handler).toBe('index.handler');
    expect(properties.TracingConfig).toEqual({ Mode: 'Active' });
    expect(properties.Environment.Variables.NODE_OPTIONS).toBe('--enable-source-maps');
    const log = new Map(made.ofType('AWS::Logs::LogGroup')).get(properties.LoggingConfig.LogGroup.Ref);
    expect(log?.Properties.RetentionInDays).toBe(90);
  });

  const ofPeople = [
    'ISSUER',
    'ORGANISATIONS',
    'ORGANISATION_CLAIM',
    'REQUESTS_AT_ONCE',
    'REQUESTS_PER_SECOND',
    'ROLES_CLAIM',
    'SUBJECT_CLAIM',
  ];
  it.each([
    ['commands', [...ofPeople, 'QUEUE_URL', 'TABLE_NAME'].toSorted()],
    ['queries', [...ofPeople, 'TABLE_NAME']],
    ['board', [...ofPeople, 'TABLE_NAME']],
    ['front', []],
    ['roll-up', ['QUEUE_URL', 'TABLE_NAME']],
    ['pre-token', ['MACHINES', 'ORGANISATIONS']],
    ['users-export', ['BUCKET', 'USER_POOL_ID']],
  ])('%s is told what it needs and no more', (host, names) => {
    const lambda = new Map(made.ofType('AWS::Lambda::Function')).get(functionsByHost(made).get(host) ?? '');
    const recorded = Object.keys(lambda?.Properties.Environment.Variables);
    expect(recorded.filter((name) => name !== 'NODE_OPTIONS' && !name.startsWith('POWERTOOLS_')).toSorted()).toEqual(
      names,
    );
  });
});
