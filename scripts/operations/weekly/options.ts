import { z } from "zod";
import { readOptionsBy } from "../../command_line/read_options.ts";
import { directKinds } from "./direct.ts";

/** What `--help` says. */
export const usage = `npm run notify:weekly -- [options]      figures from a gateway's /api/metrics
npm run notify:weekly:sb -- [options]   figures straight from Supabase, with links of gate fixes

Tells operators how the last seven days were. Through the channels that the project knows, once per
week and target however often it is run; or with --direct at once, without channels.

  --dry            prints the message and sends nothing
  --json           one JSON object on stdout; with --dry each channel's exact payload
  --channel NAME   only this channel of the project; repeatable
  --direct KIND    sends at once: slack, google-chat, github, email or webhook; repeatable. Reads
                   SLACK_WEBHOOK_URL, GOOGLE_CHAT_WEBHOOK_URL, GITHUB_TOKEN and GITHUB_REPOSITORY,
                   SMTP_URL, MAIL_TO and MAIL_FROM, NOTIFY_WEBHOOK_URL and NOTIFY_WEBHOOK_SECRET
  --week WEEK      the ISO week it is told under (default: the current one); figures are always of
                   the last seven days
  --target TEXT    what it is about (default: .)
  --url URL        the project: https://…, or postgresql://… for :sb (default: SUPABASE_URL, else
                   SUPABASE_DB_URL or DATABASE_URL for :sb, else the stack that runs here)
  --key KEY        a secret key (default: SUPABASE_SECRET_KEYS or SUPABASE_SERVICE_ROLE_KEY)
  --help           this text

Exit codes: 0 told, told before, or nobody wants to hear it; 1 somebody could not be told; 2 wrong
usage; 3 the figures cannot be read.`;

const schema = z.object({
  sb: z.boolean().default(false),
  dry: z.boolean().default(false),
  json: z.boolean().default(false),
  channel: z.array(z.string()).default([]),
  direct: z.array(z.enum(directKinds)).default([]),
  week: z.string().regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, "must read like 2026-W48").optional(),
  target: z.string().min(1).max(150).default("."),
  url: z.string().optional(),
  key: z.string().optional(),
  help: z.boolean().default(false),
});

/** What was typed. */
export type Options = z.output<typeof schema>;

/** Reads the command line. @throws Error saying what is wrong with it */
export function readOptions(args: readonly string[]): Options {
  const options = readOptionsBy(schema, args);
  if (options.channel.length > 0 && options.direct.length > 0) {
    throw new Error("--channel and --direct exclude each other");
  }
  return options;
}

/** The ISO 8601 week of a moment in UTC, such as 2026-W48. */
export function isoWeekOf(at: Date): string {
  // The week belongs to the year of its Thursday.
  const day = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  const first = Date.UTC(day.getUTCFullYear(), 0, 1);
  const week = Math.ceil(((day.getTime() - first) / 86_400_000 + 1) / 7);
  return `${day.getUTCFullYear()}-W${String(week).padStart(2, "0")}`;
}
