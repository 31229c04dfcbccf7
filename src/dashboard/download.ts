/** Hands a text over as a file, or to the clipboard. */
import { h } from './dom';

export function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = h('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has it by then; what is revoked at once some do not save.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** @returns whether it is there now */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
