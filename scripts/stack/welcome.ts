import { relative } from "node:path";
import { root } from "./stack.ts";
import type { Stack } from "./stack_settings.ts";
import { withoutPassword } from "./postgres_database.ts";

/** A path as seen from the checkout where that is shorter. */
function shortPath(path: string): string {
  const inside = relative(root, path);
  return inside.length < path.length ? inside : path;
}

/** What a person needs to know once the stack is up: addresses, keys, next steps. */
export function welcome(stack: Stack): string {
  const { file, functions, schedules } = stack;
  const rows: [string, string][] = [
    ["Dashboard", `${file.url}/dashboard/local`],
    ...(file.database === "embedded" ? [["Studio", `${file.url}/`] as [string, string]] : []),
    ["REST", `${file.url}/rest/v1`],
    ["Auth", `${file.url}/auth/v1`],
    ...functions.map((name, place): [string, string] => [
      place === 0 ? "Functions" : "",
      `${file.url}/functions/v1/${name}`,
    ]),
    ["Postgres", file.database === "embedded" ? file.db_url : withoutPassword(file.db_url)],
    ["Publishable", file.publishable_key],
    ["Secret", file.secret_key],
    ["Data", shortPath(file.data_folder)],
    ["Schedules", `${schedules} ticking`],
  ];
  return ["", ...rows.map(([name, value]) => `  ${name.padEnd(11)} ${value}`), ""].join("\n");
}
