/** What `supabase db lint` prints: plpgsql_check's issues, by function. */
interface LintReport {
  readonly function: string;
  readonly issues: readonly { readonly message: string; readonly detail?: string }[];
}

const dynamic = /dynamic SQL/;
/** Functions that are called by a name put together: each has the parameters of its family. */
const ofFamily = /^cogo\.level_/;
const followsFromDynamic = /is not assigned yet|has no field|maybe unmodified/;

/**
 * The issues to act on, a line each. plpgsql_check cannot see what dynamic SQL returns and warns of
 * false alarms about the records that take its rows; both are left out, and so are parameters that
 * one of a family has and does not need. Nothing else.
 */
export function lintIssues(stdout: string): string[] {
  const reports = JSON.parse(stdout.trim() || "[]") as LintReport[];
  return reports.flatMap(({ function: name, issues }) => {
    const texts = issues.map(({ message, detail = "" }) => `${message} ${detail}`.trim());
    const isDynamic = texts.some((text) => dynamic.test(text));
    return texts
      .filter((text) => !isDynamic || !(dynamic.test(text) || followsFromDynamic.test(text)))
      .filter((text) => !(ofFamily.test(name) && /^unused parameter/.test(text)))
      .map((text) => `${name}: ${text}`);
  });
}
