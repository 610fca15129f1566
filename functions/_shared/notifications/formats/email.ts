import { cut, type Notification, shortHash, threadOf } from "../notification.ts";

const most = { subject: 200, text: 100_000 };

/** A mail, without whom it is from and to. */
export interface Email {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same for each try, so that a mailbox knows a repeat. */
  readonly messageId: string;
  /** What mail programs thread by. */
  readonly references: string;
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const idOf = (text: string) => `<${shortHash(text)}@cogo.invalid>`;

const colours = { info: "#2563eb", warning: "#b45309", critical: "#b91c1c", recovered: "#15803d" };

/** A notification as a mail of text and HTML. */
export function emailOf(notification: Notification): Email {
  const { title, severity, text = "", facts = [], links = [], at } = notification.message;
  const rest = links[0] === undefined ? "" : `\n${links[0].url}`;
  const body = cut(text, most.text, rest);
  const foot = [notification.kind, notification.dedupe_key, at].filter(Boolean).join(" · ");
  const plain = [
    title,
    body,
    facts.map(({ name, value }) => `${name}: ${value}`).join("\n"),
    links.map((link) => `${link.title}: ${link.url}`).join("\n"),
    foot,
  ].filter((part) => part !== "").join("\n\n");
  const rows = facts.map(({ name, value }) =>
    `<tr><th align="left" style="padding:2px 12px 2px 0">${escaped(name)}</th><td>${
      escaped(String(value)).replaceAll("\n", "<br>")
    }</td></tr>`
  );
  const items = links.map((link) =>
    `<li><a href="${escaped(link.url)}">${escaped(link.title)}</a></li>`
  );
  const html = `<!doctype html><html lang="en"><body style="font-family:sans-serif">
<h1 style="font-size:1.2em;color:${colours[severity]}">${escaped(title)}</h1>
${body === "" ? "" : `<p style="white-space:pre-wrap">${escaped(body)}</p>`}
${rows.length === 0 ? "" : `<table>${rows.join("")}</table>`}
${items.length === 0 ? "" : `<ul>${items.join("")}</ul>`}
<p style="color:#666;font-size:0.85em">${escaped(foot)}</p>
</body></html>
`;
  const subject = `[${severity}] ${title.replace(/\s+/g, " ")}`;
  return {
    subject: cut(subject, most.subject),
    text: plain,
    html,
    messageId: idOf(`notification ${notification.dedupe_key}`),
    references: idOf(`thread ${threadOf(notification)}`),
  };
}
