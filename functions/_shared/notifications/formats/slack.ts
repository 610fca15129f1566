import { cut, type Notification, signs } from "../notification.ts";

/** The limits of Block Kit. */
const most = { header: 150, section: 3000, field: 2000, fields: 10, blocks: 50, button: 75 };
const mostText = 4000;
const buttonsInRow = 5;

/** What an incoming webhook of Slack takes. */
export interface SlackPayload {
  readonly text: string;
  readonly blocks: readonly object[];
}

/** A text in which Slack finds neither links nor people nor channels to call. */
function slackText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** An escaped text of at most `limit` characters, with no entity and no character cut in half. */
function fitted(text: string, limit: number, rest = ""): string {
  const whole = slackText(text);
  if (whole.length <= limit) return whole;
  const kept = whole.slice(0, limit - rest.length - 1).replace(/&[a-z]{0,3}$|[\ud800-\udbff]$/, "");
  return `${kept}…${rest}`;
}

function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from(
    { length: Math.ceil(items.length / size) },
    (_, nth) => items.slice(nth * size, (nth + 1) * size),
  );
}

/** A notification in Slack's Block Kit, within its limits. */
export function slackPayload({ kind, dedupe_key, message }: Notification): SlackPayload {
  const { title, severity, text = "", facts = [], links = [], at } = message;
  const rest = links[0] === undefined ? "" : ` <${slackText(links[0].url)}|read on>`;
  const head = `${signs[severity]} ${title}`;
  const plain = (value: string, limit: number) => ({
    type: "plain_text",
    text: cut(value, limit),
    emoji: true,
  });
  const markdown = (value: string) => ({ type: "mrkdwn", text: value });
  const blocks: object[] = [
    { type: "header", text: plain(head, most.header) },
    ...(text === "" ? [] : [{ type: "section", text: markdown(fitted(text, most.section, rest)) }]),
    ...chunksOf(facts, most.fields).map((some) => ({
      type: "section",
      fields: some.map(({ name, value }) =>
        markdown(`*${fitted(name, 200)}*\n${fitted(String(value), most.field - 210)}`)
      ),
    })),
    ...chunksOf(links, buttonsInRow).map((some) => ({
      type: "actions",
      elements: some.map((link) => ({
        type: "button",
        text: plain(link.title, most.button),
        url: link.url,
      })),
    })),
    {
      type: "context",
      elements: [markdown(fitted([kind, dedupe_key, at].filter(Boolean).join(" · "), 1000))],
    },
  ];
  return {
    text: fitted(text === "" ? head : `${head}\n${text}`, mostText),
    blocks: blocks.slice(0, most.blocks),
  };
}
