/** Columns of the terminal behind a stream; undefined when it is a pipe or a file. */
export function columnsOf(stream: typeof Deno.stdout | typeof Deno.stderr): number | undefined {
  if (!stream.isTerminal()) return undefined;
  try {
    return Math.max(40, Deno.consoleSize().columns);
  } catch {
    return 80;
  }
}

/**
 * Folds a line at spaces so that no part is wider than `columns`; what follows is indented by two
 * more. A word is never cut: an address that is too long stays whole, for people copy it.
 */
export function fold(line: string, columns: number): string[] {
  const indent = /^ */.exec(line)?.[0] ?? "";
  const lines: string[] = [];
  let rest = line;
  while (rest.length > columns) {
    const start = /^ */.exec(rest)?.[0].length ?? 0;
    const before = rest.lastIndexOf(" ", columns);
    const cut = before > start ? before : rest.indexOf(" ", start);
    if (cut < 0) break;
    lines.push(rest.slice(0, cut).trimEnd());
    rest = `${indent}  ${rest.slice(cut + 1).trimStart()}`;
  }
  return [...lines, rest];
}

/** `934 B`, `11.5 KB`, `2.0 MB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
