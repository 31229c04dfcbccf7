/** What was measured, written to FAULTS.md by each file under a heading of its own. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(__dirname, 'FAULTS.md');
const head = '# `npm run faults`\n\nWritten by the command.\n';

/** In the order in which they stand in the file. */
const headings = ['Under load', 'While it counts and publishes'] as const;

/** Sections that were not run now keep what they said. */
export function report(heading: (typeof headings)[number], lines: readonly string[]): void {
  const sections = new Map(
    readFileSync(file, 'utf8')
      .split(/^## /m)
      .slice(1)
      .map((text) => [text.slice(0, text.indexOf('\n')), text.slice(text.indexOf('\n')).trim()] as const),
  );
  sections.set(heading, lines.join('\n'));
  const told = headings.filter((name) => sections.has(name)).map((name) => `## ${name}\n\n${sections.get(name)}\n`);
  writeFileSync(file, [head, ...told].join('\n'));
}
