/** The form that one signs in by: what the API asks for more appears when it is asked for. */
import { h, newId, replace } from './dom';
import { Failure, type Api } from './api';
import { signInDocument, type Account, type SignedIn } from './documents';
import type { Words } from './words';

type Field = 'email' | 'password' | 'oneTimeCode' | 'newPassword';

const kinds: Readonly<Record<Field, { readonly type: string; readonly autocomplete: string }>> = {
  email: { type: 'email', autocomplete: 'username' },
  password: { type: 'password', autocomplete: 'current-password' },
  oneTimeCode: { type: 'text', autocomplete: 'one-time-code' },
  newPassword: { type: 'password', autocomplete: 'new-password' },
};

/** Which problem asks for which field. */
const askedBy: Readonly<Record<string, Field>> = {
  SECOND_FACTOR_REQUIRED: 'oneTimeCode',
  PASSWORD_CHANGE_REQUIRED: 'newPassword',
};

interface SignInParts {
  readonly api: Api;
  readonly words: Words;
  /** Said above the form: why it is there again. */
  readonly notice: string | null;
  readonly signedIn: (account: Account) => void;
}

export function signInForm({ api, words, notice, signedIn }: SignInParts): HTMLFormElement {
  const inputs = new Map<Field, HTMLInputElement>();
  const problems = h('div', { class: 'problems', role: 'alert', id: newId('problems') });
  const button = h('button', { type: 'submit', class: 'main' }, words.signIn);
  const fields = h('div', { class: 'fields' });
  const add = (name: Field): void => {
    if (inputs.has(name)) return;
    const id = newId(name);
    const input = h('input', {
      id,
      name,
      required: true,
      ...kinds[name],
      'aria-describedby': problems.id,
      spellcheck: 'false',
      autocapitalize: 'none',
    });
    inputs.set(name, input);
    fields.append(h('p', {}, h('label', { for: id }, words[name]), input));
  };
  add('email');
  add('password');
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    button.disabled = true;
    button.textContent = words.signingIn;
    replace(problems);
    try {
      const input = Object.fromEntries(
        [...inputs].map(([name, { value }]) => [
          name,
          name === 'email' || name === 'oneTimeCode' ? value.trim() : value,
        ]),
      );
      const { signIn } = await api.anonymously<SignedIn>(signInDocument, { input });
      if (signIn.session && signIn.viewer) {
        for (const one of inputs.values()) one.value = '';
        api.keep(signIn.session);
        return signedIn(signIn.viewer.account);
      }
      replace(problems, ...signIn.problems.map(({ message }) => h('p', {}, message)));
      const asked = signIn.problems.flatMap(({ code }) => askedBy[code] ?? []);
      for (const name of asked) add(name);
      inputs.get(asked[0] ?? 'password')?.focus();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      replace(problems, h('p', {}, error.message));
    } finally {
      button.disabled = false;
      button.textContent = words.signIn;
    }
  };
  return h(
    'form',
    { class: 'sign-in', method: 'post', submit: (event) => void submit(event) },
    h('h1', {}, words.signIn),
    notice && h('p', { class: 'notice', role: 'status' }, notice),
    fields,
    problems,
    h('p', {}, button),
    h('p', { class: 'small' }, words.kept),
  );
}
