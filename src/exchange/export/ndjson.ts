/** Newline-delimited JSON: each row as the API answers it, on a line of its own. */

/** @param pages rows, each a JSON object without line breaks */
export async function* writeNdjson(pages: AsyncIterable<readonly string[]>): AsyncGenerator<Buffer> {
  for await (const rows of pages) if (rows.length > 0) yield Buffer.from(`${rows.join('\n')}\n`);
}
