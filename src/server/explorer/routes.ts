/** GET /: Altair, a GraphQL client in the browser, from this server and without the network. Not in production by default. */
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { GRAPHQL_PATH } from '../graphql-route';
import { scriptOf } from './script';
import { tabsOf, type Demo } from './tabs';

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

const welcome = `# Sign in, then put the access token into the headers: Authorization: Bearer <accessToken>
mutation SignIn($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password }) {
    session { accessToken accessTokenExpiresAt }
    viewer { account { name role } }
    problems { code message }
  }
}
`;

const common = {
  baseURL: ASSETS,
  endpointURL: GRAPHQL_PATH,
  // It opens with the examples each time; what somebody wrote goes into a file of theirs.
  preserveState: false,
  // Nothing that calls home or advertises.
  disableAccount: true,
  initialSettings: {
    'banners.disable': true,
    'alert.disableUpdateNotification': true,
    disablePushNotification: true,
  },
  serveInitialOptionsInSeperateRequest: `${ASSETS}options.js`,
} as const;

/** @param demoOf the demo accounts with their published password; none in production */
export async function explorerRoutes(http: FastifyInstance, demoOf: () => Promise<Demo>): Promise<void> {
  // Loaded when it is served only: half a megabyte of code.
  const { getDistDirectory, renderAltair, renderInitSnippet } = await import('altair-static');
  const script = `<script src="${ASSETS}session.js"></script>`;
  const page = renderAltair(common).replace('</head>', `${script}</head>`);
  const options = async (): Promise<string> => {
    const initialWindows = await tabsOf(http, await demoOf());
    const first = initialWindows.length > 0 ? { initialWindows } : { initialQuery: welcome };
    return renderInitSnippet({ ...common, ...first });
  };
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
    const asScript = 'text/javascript; charset=utf-8';
    scope.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
    scope.get(`${ASSETS}options.js`, async (_request, reply) => reply.type(asScript).send(await options()));
    scope.get(`${ASSETS}session.js`, async (_request, reply) => {
      const demo = await demoOf();
      return reply.type(asScript).send(demo.emails.length > 0 ? scriptOf(demo) : '');
    });
  });
}
