/**
 * Which of a function's route patterns a path is of, such as `/webhooks/:name`; `(none)` when it is
 * of none, so that what strangers ask for makes no labels.
 */
export function routePattern(patterns: readonly string[], path: string): string {
  const asked = path.split("/");
  return patterns.find((pattern) => matches(pattern.split("/"), asked)) ?? "(none)";
}

function matches(pattern: readonly string[], asked: readonly string[]): boolean {
  if (pattern.at(-1) === "*") {
    const before = pattern.slice(0, -1);
    return asked.length >= before.length && matches(before, asked.slice(0, before.length));
  }
  return pattern.length === asked.length && pattern.every((part, place) => {
    const given = asked[place] ?? "";
    return part.startsWith(":") ? given !== "" : part === given;
  });
}
