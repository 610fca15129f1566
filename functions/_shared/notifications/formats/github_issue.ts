import { cut, type Notification, shortHash, signs, threadOf } from "../notification.ts";

const most = { title: 256, body: 65_536 };

/** By which an issue is known as the one of a thread; a reader does not see it. */
export const threadMark = (notification: Notification): string =>
  `<!-- cogo:thread:${shortHash(threadOf(notification))} -->`;

/** By which a body or comment is known to be this very notification, so that none is written twice. */
export const notificationMark = ({ dedupe_key }: Notification): string =>
  `<!-- cogo:notification:${shortHash(dedupe_key)} -->`;

/** A text in which GitHub finds nobody to call and nothing to run. */
const calm = (text: string) => text.replace(/@(?=[A-Za-z0-9])/g, "@\u200b").replaceAll("<", "&lt;");

const cell = (text: string) => calm(text).replaceAll("|", "\\|").replace(/\s*\n\s*/g, "<br>");

/** The title of a thread's issue. */
export const issueTitle = ({ message }: Notification): string =>
  cut(message.title.replace(/\s+/g, " "), most.title);

/** The Markdown of an issue or comment, within the limits of GitHub; the marks always fit. */
export function issueBody(notification: Notification): string {
  const { title, severity, text = "", facts = [], links = [], at } = notification.message;
  const marks = `${threadMark(notification)}\n${notificationMark(notification)}`;
  const listed = links.map((link) => `- [${cell(link.title)}](${link.url.replaceAll(")", "%29")})`);
  const table = facts.map(({ name, value }) => `| ${cell(name)} | ${cell(String(value))} |`);
  const rest = links[0] === undefined ? "" : `\n\n[read on](${links[0].url})`;
  const parts = [
    `${signs[severity]} **${calm(title)}**${at === undefined ? "" : ` (${at})`}`,
    calm(text),
    ...(table.length === 0 ? [] : [["| | |", "| --- | --- |", ...table].join("\n")]),
    ...(listed.length === 0 ? [] : [listed.join("\n")]),
  ].filter((part) => part !== "");
  return `${cut(parts.join("\n\n"), most.body - marks.length - 2, rest)}\n\n${marks}`;
}
