/** GET /: Altair, a GraphQL client in the browser, from this server and without the network. Not in production by default. */
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { GRAPHQL_PATH } from './graphql-route';

const ASSETS = '/explorer/';

/** Its own policy: it needs inline styles and workers, and talks to this server only. */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join('; ');

const welcome = `# Sign in with an account of the start banner, then put the access token into the headers:
#   Authorization: Bearer <accessToken>
mutation SignIn($password: String!) {
  signIn(input: { email: "case-manager@za.demo", password: $password }) {
    session { accessToken accessTokenExpiresAt }
    viewer { account { name role } }
    problems { code message }
  }
}
`;

export async function explorerRoutes(http: FastifyInstance): Promise<void> {
  // Loaded when it is served only: half a megabyte of code.
  const { getDistDirectory, renderAltair, renderInitSnippet } = await import('altair-static');
  const options = {
    baseURL: ASSETS,
    endpointURL: GRAPHQL_PATH,
    initialQuery: welcome,
    initialHeaders: { 'content-type': 'application/json' },
    // Nothing that calls home or advertises.
    disableAccount: true,
    initialSettings: {
      'banners.disable': true,
      'alert.disableUpdateNotification': true,
      disablePushNotification: true,
    },
    serveInitialOptionsInSeperateRequest: `${ASSETS}options.js`,
  };
  const page = renderAltair(options);
  const snippet = renderInitSnippet(options);
  await http.register(async (scope) => {
    scope.addHook('onSend', (_request, reply, _payload, done) => {
      void reply.header('content-security-policy', policy);
      done();
    });
    await scope.register(fastifyStatic, {
      root: getDistDirectory(),
      prefix: ASSETS,
      index: false,
      decorateReply: false,
    });
    scope.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
    scope.get(`${ASSETS}options.js`, (_request, reply) => reply.type('text/javascript; charset=utf-8').send(snippet));
  });
}
