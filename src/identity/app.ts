/** What serving knows beside reading and writing: who signs in. */
import type { RequestContext, Services } from '../base/context';
import type { IdentityService } from './identity.service';

export interface App extends Services {
  readonly identity: IdentityService;
}

/** The context of requests that are about accounts and sessions. */
export interface IdentityContext extends RequestContext {
  readonly app: App;
}
