// npm run notify:weekly and notify:weekly:sb: tells operators how the last seven days were.
import { EnvironmentError } from "../../../functions/_shared/platform/env.ts";
import type { Notification } from "../../../functions/_shared/notifications/notification.ts";
import { runCommand } from "../../command_line/run_command.ts";
import { directChannel } from "./direct.ts";
import { readFigures } from "./figures.ts";
import { isoWeekOf, type Options, readOptions, usage } from "./options.ts";
import { weeklyReport } from "./report.ts";
import { withSignedLinks } from "./signed_links.ts";
import { openGateway, openSupabase, type Project } from "./sources.ts";
import { fileWeekly, kindsShown, showDry, tellDirectly, writeStepSummary } from "./tell.ts";

/** The figures could not be read. */
class Unreadable extends Error {}

async function notificationOf(project: Project, options: Options): Promise<Notification> {
  const at = new Date();
  const week = options.week ?? isoWeekOf(at);
  const dedupe_key = `weekly:${week}:${options.target}`;
  const figures = await readFigures(project.read).catch((thrown: unknown) => {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new Unreadable(`Cannot read the figures of the week: ${why}`, { cause: thrown });
  });
  const linked = await withSignedLinks(figures, project.sign);
  const message = weeklyReport(linked, { week, target: options.target, base: project.base, at });
  return { id: dedupe_key, kind: "weekly", dedupe_key, message };
}

async function run(options: Options): Promise<number> {
  // What is missing is told before anything is read or sent.
  const channels = options.direct.map((kind) => directChannel(kind, (name) => Deno.env.get(name)));
  const address = { url: options.url, key: options.key };
  const project = options.sb ? openSupabase(address) : openGateway(address);
  try {
    const notification = await notificationOf(project, options);
    if (options.dry) {
      showDry(notification, await kindsShown(options, project), options.json);
      await writeStepSummary(notification, []);
      return 0;
    }
    // A stack on this machine may be told of by a receiver on this machine.
    const isLocal = /^https?:\/\/(127\.0\.0\.1|localhost)[:/]/.test(`${project.base}/`);
    const told = options.direct.length > 0
      ? await tellDirectly(channels, notification, isLocal)
      : await fileWeekly(project, notification, options.channel);
    await writeStepSummary(notification, told);
    if (options.json) console.log(JSON.stringify({ dedupe_key: notification.dedupe_key, told }));
    else {
      for (const { channel, is_sent, says } of told) {
        console.log(`${channel}: ${is_sent ? "" : "NOT TOLD, "}${says}`);
      }
      if (told.length === 0) {
        console.log("Nobody is told: no channel hears `weekly` (docs/guides/notifications.md).");
      }
    }
    return told.every(({ is_sent }) => is_sent) ? 0 : 1;
  } finally {
    await project.close();
  }
}

function onError(error: unknown): number {
  console.error(error instanceof Error ? error.message : error);
  return error instanceof Unreadable || error instanceof EnvironmentError ? 3 : 1;
}

if (import.meta.main) Deno.exit(await runCommand({ usage, read: readOptions, run, onError }));
