import { CfnOutput, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  type HttpApi,
  HttpIntegrationType,
  HttpMethod,
  HttpRoute,
  HttpRouteIntegration,
  type HttpRouteIntegrationConfig,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { hosts, type Method } from '#schemas/operations.ts';
import { frontPath, pageRouteKeys } from '#schemas/page-routes.ts';
import { routes } from '#schemas/routes.ts';
import type { TokenIssuer } from './sign-in.ts';

const methods: Readonly<Record<Method, HttpMethod>> = {
  GET: HttpMethod.GET,
  PUT: HttpMethod.PUT,
  PATCH: HttpMethod.PATCH,
  POST: HttpMethod.POST,
};

/**
 * The fields of the access log: who asked for what, from where, and how it was answered. It says who read what is exempt,
 * who exported and who was refused; the functions' own logs name nobody (docs/adr/0051-who-asked-for-what.md).
 */
const accessLogOf = ({ subject, organisation, roles }: TokenIssuer['claims']) => ({
  requestId: AccessLogField.contextRequestId(),
  at: AccessLogField.contextRequestTimeEpoch(),
  route: AccessLogField.contextRouteKey(),
  status: AccessLogField.contextStatus(),
  responseBytes: AccessLogField.contextResponseLength(),
  milliseconds: AccessLogField.contextResponseLatency(),
  functionMilliseconds: AccessLogField.contextIntegrationLatency(),
  // Of Lambda itself, not of our answer: 413 where it did not take a body that the gateway took.
  lambdaStatus: AccessLogField.contextIntegrationStatus(),
  functionFault: AccessLogField.contextIntegrationErrorMessage(),
  refusal: AccessLogField.contextAuthorizerError(),
  path: AccessLogField.contextPath(),
  subject: AccessLogField.contextAuthorizerClaims(subject),
  organisation: AccessLogField.contextAuthorizerClaims(organisation),
  roles: AccessLogField.contextAuthorizerClaims(roles),
  address: AccessLogField.contextIdentitySourceIp(),
});

/** The functions behind the API. */
const served = [...hosts, 'pages'] as const;
type Served = (typeof served)[number];

/**
 * A function behind the API with ONE statement in its resource policy: one for each route would pass the policy's limit of
 * 20 KB. The CDK's own integration can give one statement too, but for `<api>/<any>/<any>/<any>`, and the catch-all route
 * calls as `<api>/<stage>/$default`: one part fewer, which that pattern does not match. `<api>/<any>/<any>` matches both.
 */
class HostIntegration extends HttpRouteIntegration {
  readonly #lambda: IFunction;

  constructor(host: Served, lambda: IFunction, api: HttpApi) {
    super(host);
    this.#lambda = lambda;
    lambda.addPermission('FromApi', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(api).formatArn({ service: 'execute-api', resource: api.apiId, resourceName: '*/*' }),
    });
  }

  bind(): HttpRouteIntegrationConfig {
    return {
      type: HttpIntegrationType.AWS_PROXY,
      uri: this.#lambda.functionArn,
      payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
    };
  }
}

interface Throttle {
  readonly rateLimit: number;
  readonly burstLimit: number;
}

/**
 * A tenth: for runs of reports and pages of an export, enough for their callers and too few to hold others up; and for what is
 * open to anybody, a page and its files that a browser asks for once.
 */
const aTenth = ({ rateLimit, burstLimit }: Throttle): Throttle => ({
  rateLimit: Math.ceil(rateLimit / 10),
  burstLimit: Math.ceil(burstLimit / 10),
});

/** Of the API's description, which is half a megabyte for whoever does not take gzip: nobody needs it twice. */
const oneASecond: Throttle = { rateLimit: 1, burstLimit: 2 };
const description = 'GET /openapi.json';

/** CloudFormation creates at most so many routes at once: the gateway refuses more as concurrent modifications. */
const routesAtOnce = 10;

/** A route's own throttle is a setting of the stage, which is refused until the route exists. */
const throttleApart = (stage: HttpStage, route: HttpRoute, { key }: HttpRouteKey, throttle: Throttle): void => {
  const { defaultChild } = stage.node;
  if (!(defaultChild instanceof CfnStage)) throw new Error('the stage has no settings for its routes');
  defaultChild.addPropertyOverride(`RouteSettings.${key.replaceAll('.', '\\.')}`, {
    ThrottlingRateLimit: throttle.rateLimit,
    ThrottlingBurstLimit: throttle.burstLimit,
  });
  defaultChild.node.addDependency(route);
};

const pageMethods: Readonly<Record<string, HttpMethod>> = {
  GET: HttpMethod.GET,
  HEAD: HttpMethod.HEAD,
  POST: HttpMethod.POST,
};

/**
 * The first address has the id by which 0.2.0 made it: CloudFormation makes what is new before it deletes what goes, and the gateway
 * takes no second route of one key.
 */
const pageRoutes = pageRouteKeys.map((key, n): readonly [string, HttpRouteKey] => {
  const [method = '', path = ''] = key.split(' ');
  return [key === `GET ${frontPath}` ? 'getPage' : `page${n + 1}`, HttpRouteKey.with(path, pageMethods[method])];
});

/** Why a route asks for no token of its own accord. */
const openBecause = (key: string, host: Served): string =>
  host === 'pages'
    ? `"${key}" needs no token in its header: whoever opens a page is known by a session, and the pages ask the API with the token that is kept there.`
    : `"${key}" needs no token: it serves the API's description, or says that there is no such page, from a function that holds no grant on any data.`;

/**
 * What a route asks of a token. Without a scope the authorizer takes any token of the issuer for this client, an ID token too: the functions
 * refuse it then.
 */
const authorizationOf = ({ issuer, audience, scopeInToken, scopeAskedByFunctions }: TokenIssuer) => ({
  authorizer: new HttpJwtAuthorizer('Tokens', issuer, { jwtAudience: [...audience] }),
  ...(scopeAskedByFunctions ? {} : { authorizationScopes: [scopeInToken] }),
});

export interface ApiProps {
  readonly api: HttpApi;
  readonly tokens: TokenIssuer;
  readonly accessLog: ILogGroup;
  readonly functions: Readonly<Record<Served, IFunction>>;
  readonly requestsPerSecond: number;
  /** Where people go. */
  readonly address: string;
}

/** The one HTTP API: each route to the function of its trust boundary; those of registers are shared by all of them. */
export class Api extends Construct {
  readonly api: HttpApi;
  readonly stage: HttpStage;

  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id);
    this.api = props.api;

    // Met well before the thousand functions at a time that all of an account shares.
    const throttle = { rateLimit: props.requestsPerSecond, burstLimit: 2 * props.requestsPerSecond };
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(props.accessLog),
        format: AccessLogFormat.custom(JSON.stringify(accessLogOf(props.tokens.claims))),
      },
    });

    this.stage = stage;
    const authorization = authorizationOf(props.tokens);
    const integrations = new Map(
      served.map((host) => [host, new HostIntegration(host, props.functions[host], this.api)]),
    );
    const made: HttpRoute[] = [];
    const route = (id: string, routeKey: HttpRouteKey, host: Served, isOpen: boolean): HttpRoute => {
      const integration = integrations.get(host);
      if (integration === undefined) throw new Error(`no function serves ${host}`);
      const added = new HttpRoute(this, id, {
        httpApi: this.api,
        routeKey,
        integration,
        ...(isOpen ? {} : authorization),
      });
      if (isOpen) {
        Validations.of(added).acknowledge({ id: 'AwsSolutions-APIG4', reason: openBecause(routeKey.key, host) });
      }
      const earlier = made.at(-routesAtOnce);
      if (made.length >= routesAtOnce && earlier !== undefined) added.node.addDependency(earlier);
      made.push(added);
      // The pages' own files are kept by browsers for ever; each page is asked for by a person.
      if (isOpen && host !== 'pages')
        throttleApart(stage, added, routeKey, routeKey.key === description ? oneASecond : aTenth(throttle));
      return added;
    };
    for (const { method, path, host, isOpen, isCostly, operations } of routes) {
      const key = HttpRouteKey.with(path, methods[method]);
      const [first] = operations;
      // A route of every register is named by the use case that it leads to.
      const name = first?.pattern === undefined ? first?.id : [first.useCase, first.scope].filter(Boolean).join('-of-');
      const added = route(name ?? key.key, key, host, isOpen);
      if (isCostly) throttleApart(stage, added, key, aTenth(throttle));
    }
    for (const [id, key] of pageRoutes) route(id, key, 'pages', true);
    // Unknown paths and wrong methods get a problem answer of ours (docs/meaning.md WRITE-12).
    route('anythingElse', HttpRouteKey.DEFAULT, 'front', true);

    new CfnOutput(Stack.of(this), 'Address', { value: props.address });
  }
}
