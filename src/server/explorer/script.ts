/**
 * What the explorer's page runs beside Altair where there are demo accounts: a picker of the account, and a token of it
 * in every request, which is fetched anew before it ends. A token that somebody types into the headers is left alone.
 */
import { GRAPHQL_PATH } from '../graphql-route';
import { ACCOUNT_HEADER, type Demo } from './tabs';

export const scriptOf = ({ emails, password }: Demo): string =>
  `(${page})(${JSON.stringify({ emails, password, path: GRAPHQL_PATH, header: ACCOUNT_HEADER })});`;

const page = `({ emails, password, path, header }) => {
  const ask = window.fetch.bind(window);
  const sessions = new Map();
  let picked = '';

  async function signIn(email) {
    const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken accessTokenExpiresAt } } }';
    const body = JSON.stringify({ query, variables: { input: { email, password } } });
    const answer = await ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return (await answer.json()).data.signIn.session;
  }

  async function tokenOf(email) {
    let session = await sessions.get(email);
    if (!session || Date.parse(session.accessTokenExpiresAt) < Date.now() + 30000) {
      sessions.set(email, signIn(email));
      session = await sessions.get(email);
    }
    return session && session.accessToken;
  }

  const isOurs = (url) => new URL(url, location.href).pathname === path;

  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!isOurs(request.url)) return ask(request);
    const headers = new Headers(request.headers);
    const email = picked || headers.get(header);
    headers.delete(header);
    if (email && !headers.has('authorization')) headers.set('authorization', 'Bearer ' + (await tokenOf(email)));
    return ask(new Request(request, { headers }));
  };

  const { open, send, setRequestHeader } = XMLHttpRequest.prototype;
  const told = new WeakMap();
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    if (isOurs(url)) told.set(this, { email: '', hasToken: false });
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.setRequestHeader = function (name, value) {
    const ours = told.get(this);
    if (ours && name.toLowerCase() === header) return void (ours.email = value);
    if (ours && name.toLowerCase() === 'authorization') ours.hasToken = true;
    return setRequestHeader.call(this, name, value);
  };
  XMLHttpRequest.prototype.send = function (body) {
    const ours = told.get(this);
    const email = ours && !ours.hasToken && (picked || ours.email);
    if (!email) return send.call(this, body);
    tokenOf(email).then((token) => {
      setRequestHeader.call(this, 'authorization', 'Bearer ' + token);
      send.call(this, body);
    });
  };

  addEventListener('DOMContentLoaded', () => {
    const label = document.createElement('label');
    label.textContent = 'Ask as ';
    label.style.cssText = 'position:fixed;right:12px;bottom:12px;z-index:9999;padding:6px 10px;border-radius:4px;'
      + 'background:#222;color:#fff;font:13px sans-serif';
    const select = document.createElement('select');
    select.id = 'ask-as';
    select.style.cssText = 'color:#000;background:#fff;font:inherit';
    select.append(new Option('the account of the tab', ''), ...emails.map((email) => new Option(email, email)));
    select.addEventListener('change', () => (picked = select.value));
    label.append(select);
    document.body.append(label);
  });
}`;
