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

/** What people copy with a space around it; a password is taken as it is. */
const isTrimmed = (name: Field): boolean => name === 'email' || name === 'oneTimeCode';

export interface SignInParts {
  readonly api: Api;
  readonly words: Words;
  /** Said above the form: why it is there again. */
  readonly notice: string | null;
  readonly signedIn: (account: Account) => void;
}

export class SignIn {
  readonly element: HTMLFormElement;
  readonly #parts: SignInParts;
  readonly #inputs = new Map<Field, HTMLInputElement>();
  readonly #fields = h('div', { class: 'fields' });
  readonly #problems = h('div', { class: 'problems', role: 'alert', id: newId('problems') });
  readonly #button: HTMLButtonElement;

  constructor(parts: SignInParts) {
    const { words, notice } = (this.#parts = parts);
    this.#button = h('button', { type: 'submit', class: 'main' }, words.signIn);
    this.#add('email');
    this.#add('password');
    this.element = h(
      'form',
      { class: 'sign-in', method: 'post', submit: (event) => void this.#submit(event) },
      h('h1', {}, words.signIn),
      notice && h('p', { class: 'notice', role: 'status' }, notice),
      this.#fields,
      this.#problems,
      h('p', {}, this.#button),
      h('p', { class: 'small' }, words.kept),
    );
  }

  #add(name: Field): void {
    if (this.#inputs.has(name)) return;
    const id = newId(name);
    const plain = { spellcheck: 'false', autocapitalize: 'none', 'aria-describedby': this.#problems.id };
    const input = h('input', { id, name, required: true, ...kinds[name], ...plain });
    this.#inputs.set(name, input);
    this.#fields.append(h('p', {}, h('label', { for: id }, this.#parts.words[name]), input));
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { words } = this.#parts;
    this.#button.disabled = true;
    this.#button.textContent = words.signingIn;
    replace(this.#problems);
    try {
      await this.#signIn();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      replace(this.#problems, h('p', {}, error.message));
    } finally {
      this.#button.disabled = false;
      this.#button.textContent = words.signIn;
    }
  }

  async #signIn(): Promise<void> {
    const { api, signedIn } = this.#parts;
    const given = [...this.#inputs].map(([name, { value }]) => [name, isTrimmed(name) ? value.trim() : value]);
    const told = await api.anonymously<SignedIn>(signInDocument, { input: Object.fromEntries(given) });
    const { session, viewer, problems } = told.signIn;
    if (session && viewer) {
      for (const one of this.#inputs.values()) one.value = '';
      api.keep(session);
      return signedIn(viewer.account);
    }
    replace(this.#problems, ...problems.map(({ message }) => h('p', {}, message)));
    const asked = problems.flatMap(({ code }) => askedBy[code] ?? []);
    for (const name of asked) this.#add(name);
    this.#inputs.get(asked[0] ?? 'password')?.focus();
  }
}
