import type { Channel, Message, Notification } from "../notification.ts";

/** A notification of tests. */
export function example(more: Partial<Message> = {}, key = "alert:wait:1"): Notification {
  return {
    id: "7",
    kind: "alert",
    dedupe_key: key,
    message: {
      title: "Wait p95 is over 5 s",
      severity: "critical",
      text: "Jobs of executor default wait too long.\nSee the runbook.",
      facts: [{ name: "wait p95", value: "7.2 s" }, { name: "burn", value: 14.4 }],
      links: [{ title: "Runbook", url: "https://example.com/runbook#wait" }],
      at: "2026-11-26T06:00:00Z",
      thread: "alert:wait",
      ...more,
    },
  };
}

/** A message at every limit of `cogo.notify`, with what services could take for their own signs. */
export const extreme: Notification = example({
  title: "é🚨&<".repeat(40),
  text: "a line & <b> @team <!channel> <users/all> `code` | 🚨\n".repeat(400),
  facts: Array.from({ length: 50 }, (_, nth) => ({
    name: `name <${nth}> & | `.repeat(20),
    value: "value <!here> @everyone |\n".repeat(30),
  })),
  links: Array.from({ length: 50 }, (_, nth) => ({
    title: `link ${nth} & <x> `.repeat(20),
    url: `https://example.com/${nth}?a=1&b=(2)`,
  })),
  thread: "t".repeat(200),
}, "k".repeat(200));

/** A channel of tests, whose secret is in the variable `NOTIFY_TEST`. */
export const channelOf = (
  kind: Channel["kind"],
  settings: Record<string, unknown> = {},
): Channel => ({ name: "ops", kind, settings, secret_env: "NOTIFY_TEST" });
