import type { Stack } from "./stack_settings.ts";
import { withoutPassword } from "./postgres_database.ts";

/** What a person needs to know once the stack is up: addresses, keys, next steps. */
export function welcome(stack: Stack): string {
  const { file, functions, schedules } = stack;
  const rows: [string, string][] = [
    ["REST, Auth", `${file.url}/rest/v1  ${file.url}/auth/v1`],
    ["Functions", `${file.url}/functions/v1/{${functions.join(",")}}`],
    ["Dashboard", `${file.url}/dashboard/local`],
    ...(file.database === "embedded" ? [["Studio", `${file.url}/`] as [string, string]] : []),
    ["Postgres", file.database === "embedded" ? file.db_url : withoutPassword(file.db_url)],
    ["Publishable", file.publishable_key],
    ["Secret", file.secret_key],
    ["Data", `${file.data_folder} (${schedules} schedules ticking)`],
  ];
  return ["", ...rows.map(([name, value]) => `  ${name.padEnd(12)} ${value}`), ""].join("\n");
}
