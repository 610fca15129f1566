import { z } from "zod";
import { openStandIn, type StandIn } from "./stand_in.ts";

// What https://docs.slack.dev/reference/block-kit/blocks says.
const plain = (most: number) =>
  z.strictObject({
    type: z.literal("plain_text"),
    text: z.string().min(1).max(most),
    emoji: z.boolean().optional(),
  });
const text = (most: number) =>
  z.union([
    plain(most),
    z.strictObject({ type: z.literal("mrkdwn"), text: z.string().min(1).max(most) }),
  ]);
const button = z.strictObject({
  type: z.literal("button"),
  text: plain(75),
  url: z.url().max(3000),
  action_id: z.string().max(255).optional(),
});
const block = z.union([
  z.strictObject({ type: z.literal("header"), text: plain(150) }),
  z.strictObject({ type: z.literal("section"), text: text(3000) }),
  z.strictObject({ type: z.literal("section"), fields: z.array(text(2000)).min(1).max(10) }),
  z.strictObject({ type: z.literal("actions"), elements: z.array(button).min(1).max(25) }),
  z.strictObject({ type: z.literal("context"), elements: z.array(text(3000)).min(1).max(10) }),
]);
const payload = z.object({ text: z.string().optional(), blocks: z.unknown().optional() });

/** The path of the one webhook that it knows. */
export const slackPath = "/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX";

const refused = (status: number, why: string) => new Response(why, { status });

/** Incoming webhooks as Slack answers them: `ok`, or the word for what is wrong. */
export function openSlack(): StandIn {
  return openStandIn((request, body) => {
    if (new URL(request.url).pathname !== slackPath) return refused(404, "no_service");
    if (request.method !== "POST") return refused(405, "method_not_allowed");
    let json: unknown;
    try {
      json = JSON.parse(body);
    } catch {
      return refused(400, "invalid_payload");
    }
    const read = payload.safeParse(json);
    if (!read.success) return refused(400, "invalid_payload");
    if (!read.data.text && read.data.blocks === undefined) return refused(400, "no_text");
    const blocks = z.array(block).min(1).max(50).optional().safeParse(read.data.blocks);
    return blocks.success ? new Response("ok") : refused(400, "invalid_blocks");
  });
}
