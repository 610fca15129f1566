import { cut, type Notification, signs, threadOf } from "../notification.ts";

/** A message may have 32,000 bytes; what stands around the texts is left room. */
const mostBytes = 30_000;
const mostText = 4096;
const mostWidgets = 100;

/** What an incoming webhook of Google Chat takes. */
export interface GoogleChatPayload {
  readonly text: string;
  readonly cardsV2: readonly object[];
  readonly thread: { readonly threadKey: string };
}

/** A text for a card, which knows a little HTML. */
const html = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replaceAll("\n", "<br>");

/** A text that calls nobody: `<users/all>` would. */
const calm = (text: string) => text.replaceAll("<", "‹").replaceAll(">", "›");

/** A notification as a card (v2), within the limits of Google Chat. */
export function googleChatPayload(notification: Notification): GoogleChatPayload {
  const whole = payloadOf(notification, 20_000);
  const size = (payload: object) => new TextEncoder().encode(JSON.stringify(payload)).length;
  for (let texts = 10_000, payload = whole;; texts = Math.floor(texts / 2)) {
    if (size(payload) <= mostBytes || texts < 10) return payload;
    payload = payloadOf(notification, texts);
  }
}

function payloadOf(notification: Notification, texts: number): GoogleChatPayload {
  const { title, severity, text = "", facts = [], links = [], at } = notification.message;
  const rest = links[0] === undefined ? "" : ` ${links[0].url}`;
  const short = Math.min(1000, texts);
  const widgets: object[] = [
    ...(text === "" ? [] : [{ textParagraph: { text: html(cut(text, texts, rest)) } }]),
    ...facts.map(({ name, value }) => ({
      decoratedText: {
        topLabel: html(cut(name, 100)),
        text: html(cut(String(value), short)),
        wrapText: true,
      },
    })),
    ...(links.length === 0 ? [] : [{
      buttonList: {
        buttons: links.map((link) => ({
          text: cut(link.title, 80),
          onClick: { openLink: { url: link.url } },
        })),
      },
    }]),
    {
      textParagraph: { text: html(cut(`${notification.kind} · ${notification.dedupe_key}`, 300)) },
    },
  ];
  const header = {
    title: cut(`${signs[severity]} ${title}`, 200),
    ...(at === undefined ? {} : { subtitle: at }),
  };
  return {
    text: calm(cut(`${signs[severity]} ${title}`, mostText)),
    cardsV2: [{
      cardId: `cogo-${notification.id}`,
      card: { header, sections: [{ widgets: widgets.slice(0, mostWidgets) }] },
    }],
    thread: { threadKey: cut(threadOf(notification), 4000) },
  };
}
