/** The vault: what is sealed opens where it was sealed, with the keys it was sealed with, and nowhere else. */
import { randomBytes, randomUUID } from 'node:crypto';
import { SealBroken } from '../../src/vault/sealing';
import { createVault, type CountryKey } from '../../src/vault/vault';
import type { SealedPlace, Vault } from '../../src/base/vault';

const key = (id: string): CountryKey => ({ id, key: randomBytes(32) });
const za = [key('za-1')];
const bw = [key('bw-1')];
const keys = new Map<string, readonly CountryKey[]>([
  ['ZA', za],
  ['BW', bw],
]);
const logged: unknown[] = [];
const vault = createVault((country) => keys.get(country), { error: (entry: unknown) => void logged.push(entry) });
const place: SealedPlace = { country: 'ZA', table: 'incident_narrative', column: 'text', row: randomUUID() };

describe('a sealed value', () => {
  const { key: dataKey } = vault.newDataKey('ZA');

  it.each(['', 'x', 'Ela não quer queixa.', '🔒'.repeat(5000), 'a\nb\tc'])('opens to what was sealed: %#', (text) => {
    expect(vault.open(dataKey, vault.seal(dataKey, text, place), place)).toBe(text);
  });

  it('is version, nonce, tag and ciphertext, and never the same twice', () => {
    const all = new Set(Array.from({ length: 5000 }, () => vault.seal(dataKey, 'same', place).toString('hex')));
    expect(all.size).toBe(5000);
    const [one = ''] = all;
    expect(one).toHaveLength(2 * (1 + 12 + 16 + 4));
    expect(one.startsWith('01')).toBe(true);
    expect(new Set([...all].map((sealed) => sealed.slice(2, 26))).size).toBe(5000);
  });

  it('does not open when any byte of it is changed, added or left out', () => {
    const sealed = vault.seal(dataKey, 'a narrative', place);
    for (let at = 0; at < sealed.length; at++) {
      for (const flip of [0x01, 0x80]) {
        const changed = Buffer.from(sealed);
        changed[at] = (changed[at] ?? 0) ^ flip;
        expect(() => vault.open(dataKey, changed, place)).toThrow(SealBroken);
      }
      expect(() => vault.open(dataKey, sealed.subarray(0, at), place)).toThrow(SealBroken);
    }
    expect(() => vault.open(dataKey, Buffer.concat([sealed, Buffer.of(0)]), place)).toThrow(SealBroken);
  });

  it.each(['country', 'table', 'column', 'row'] as const)('does not open in another %s', (part) => {
    const sealed = vault.seal(dataKey, 'a narrative', place);
    expect(() => vault.open(dataKey, sealed, { ...place, [part]: 'other' })).toThrow(SealBroken);
  });

  it('does not open with another data key', () => {
    expect(() => vault.open(vault.newDataKey('ZA').key, vault.seal(dataKey, 'x', place), place)).toThrow(SealBroken);
  });

  it('that is broken says so cleanly to the caller, and where it stands to the log', () => {
    logged.length = 0;
    const sealed = vault.seal(dataKey, 'a secret', place);
    sealed[20] = (sealed[20] ?? 0) ^ 1;
    const error = caught(() => vault.open(dataKey, sealed, place));
    expect(error.toJSON()).toEqual({
      message: 'A stored value fails its integrity check and cannot be shown. It has been reported.',
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
    expect(error.in('pt')).toMatch(/integridade/);
    expect(logged).toEqual([{ where: place, reason: expect.any(String) }]);
    expect(JSON.stringify(logged)).not.toContain('secret');
  });
});

describe('a wrapped data key', () => {
  it('opens to the key it wraps, in its country and under its id only', () => {
    const { id, key: dataKey, wrapped } = vault.newDataKey('ZA');
    expect(vault.openDataKey('ZA', id, wrapped).equals(dataKey)).toBe(true);
    expect(wrapped.includes(dataKey)).toBe(false);
    expect(() => vault.openDataKey('BW', id, wrapped)).toThrow(SealBroken);
    expect(() => vault.openDataKey('ZA', randomUUID(), wrapped)).toThrow(SealBroken);
  });

  it('does not open in a country that happens to have the same key', () => {
    const twin = createVault(() => za);
    const { id, wrapped } = twin.newDataKey('ZA');
    expect(() => twin.openDataKey('BW', id, wrapped)).toThrow(SealBroken);
  });

  it('does not open when any byte of it is changed or left out', () => {
    const { id, wrapped } = vault.newDataKey('ZA');
    for (let at = 0; at < wrapped.length; at++) {
      const changed = Buffer.from(wrapped);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => vault.openDataKey('ZA', id, changed)).toThrow(SealBroken);
      expect(() => vault.openDataKey('ZA', id, wrapped.subarray(0, at))).toThrow(SealBroken);
    }
  });
});

describe('keys of a country', () => {
  const [older, newer] = [key('2026'), key('2027')];
  const before = createVault(() => [older]);
  const during = createVault(() => [newer, older]);
  const after = createVault(() => [newer]);

  it('rotate: old data keys open, new ones are under the current key, and old ones can be brought under it', () => {
    const { id, key: dataKey, wrapped } = before.newDataKey('ZA');
    expect(during.openDataKey('ZA', id, wrapped).equals(dataKey)).toBe(true);
    expect(() => after.openDataKey('ZA', id, wrapped)).toThrow(SealBroken);
    const rewrapped = during.rewrapDataKey('ZA', id, wrapped) as Buffer;
    expect(after.openDataKey('ZA', id, rewrapped).equals(dataKey)).toBe(true);
    expect(during.rewrapDataKey('ZA', id, rewrapped)).toBeNull();
    const fresh = during.newDataKey('ZA');
    expect(after.openDataKey('ZA', fresh.id, fresh.wrapped).equals(fresh.key)).toBe(true);
  });

  it('that rotate change neither pseudonyms nor fingerprints while the oldest is kept', () => {
    expect(during.pseudonym('ZA', 'x')).toBe(before.pseudonym('ZA', 'x'));
    expect(during.fingerprint('ZA', 'x').equals(before.fingerprint('ZA', 'x'))).toBe(true);
  });

  it.each<[string, readonly CountryKey[]]>([
    ['No key', []],
    ['not 32 bytes', [{ id: 'a', key: randomBytes(16) }]],
    ['share an id', [key('a'), key('a')]],
    ['no usable id', [key('')]],
  ])('that cannot be used are refused: %s', (message, unusable) => {
    expect(() => createVault(() => unusable).newDataKey('ZA')).toThrow(message);
  });
});

describe('a pseudonym', () => {
  it('is a UUID of version 8, the same for the same value, another in another country', () => {
    const one = vault.pseudonym('ZA', 'case 1');
    expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(vault.pseudonym('ZA', 'case 1')).toBe(one);
    expect(vault.pseudonym('ZA', 'case 2')).not.toBe(one);
    const twins: Vault = createVault(() => za);
    expect(twins.pseudonym('BW', 'case 1')).not.toBe(twins.pseudonym('ZA', 'case 1'));
  });
});

it('never takes a nonce twice, however much it seals', () => {
  const { key: dataKey } = vault.newDataKey('ZA');
  const nonces = new Set<string>();
  for (let n = 0; n < 20_000; n++) nonces.add(vault.seal(dataKey, 'n', place).subarray(1, 13).toString('hex'));
  expect(nonces.size).toBe(20_000);
});

function caught(run: () => unknown): SealBroken {
  try {
    run();
  } catch (error) {
    return error as SealBroken;
  }
  throw new Error('nothing was thrown');
}
