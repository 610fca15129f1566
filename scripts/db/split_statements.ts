const dollarQuote = /^\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/;

/** The index just after what begins at `at`: a comment, a quoted text or one character. */
function skip(sql: string, at: number): number {
  const rest = sql.slice(at, at + 2);
  if (rest === "--") return endOf(sql, "\n", at + 2);
  if (rest === "/*") return endOfBlockComment(sql, at);
  if (sql[at] === "'") return endOfQuote(sql, at, /[eE]/.test(sql[at - 1] ?? ""));
  if (sql[at] === '"') return endOfQuote(sql, at, false);
  if (sql[at] === "$" && !/\w/.test(sql[at - 1] ?? "")) {
    const tag = dollarQuote.exec(sql.slice(at, at + 70))?.[0];
    if (tag !== undefined) return endOf(sql, tag, at + tag.length);
  }
  return at + 1;
}

function endOf(sql: string, mark: string, from: number): number {
  const found = sql.indexOf(mark, from);
  return found === -1 ? sql.length : found + mark.length;
}

function endOfBlockComment(sql: string, at: number): number {
  let depth = 1;
  let index = at + 2;
  while (index < sql.length && depth > 0) {
    const two = sql.slice(index, index + 2);
    if (two === "/*") depth++;
    if (two === "*/") depth--;
    index += two === "/*" || two === "*/" ? 2 : 1;
  }
  return index;
}

function endOfQuote(sql: string, at: number, backslashes: boolean): number {
  const quote = sql[at];
  let index = at + 1;
  while (index < sql.length) {
    if (backslashes && sql[index] === "\\") index += 2;
    else if (sql[index] !== quote) index++;
    else if (sql[index + 1] === quote) index += 2;
    else return index + 1;
  }
  return index;
}

/**
 * Cuts SQL text at the semicolons that end statements, as the Supabase CLI records them: trimmed,
 * without the semicolon, comments kept with the statement that they precede. Bodies in quotes or
 * dollar quotes and comments are not cut. (`begin atomic` bodies are; the house does not write them.)
 */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let start = 0;
  let index = 0;
  while (index < sql.length) {
    if (sql[index] === ";") {
      statements.push(sql.slice(start, index).trim());
      start = ++index;
    } else {
      index = skip(sql, index);
    }
  }
  statements.push(sql.slice(start).trim());
  return statements.filter((statement) => statement !== "");
}
