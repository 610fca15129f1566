import { z } from "zod";
import { openStandIn, type StandIn } from "./stand_in.ts";

// What https://developers.google.com/workspace/chat/api/reference/rest/v1/cards says.
const widget = z.union([
  z.strictObject({ textParagraph: z.strictObject({ text: z.string().min(1) }) }),
  z.strictObject({
    decoratedText: z.strictObject({
      topLabel: z.string().optional(),
      text: z.string().min(1),
      wrapText: z.boolean().optional(),
    }),
  }),
  z.strictObject({
    buttonList: z.strictObject({
      buttons: z.array(z.strictObject({
        text: z.string().min(1),
        onClick: z.strictObject({ openLink: z.strictObject({ url: z.url() }) }),
      })).min(1),
    }),
  }),
]);
const card = z.strictObject({
  header: z.strictObject({ title: z.string().min(1), subtitle: z.string().optional() }).optional(),
  sections: z.array(z.strictObject({
    header: z.string().optional(),
    widgets: z.array(widget).min(1).max(100),
  })).min(1),
});
const message = z.strictObject({
  text: z.string().max(4096).optional(),
  cardsV2: z.array(z.strictObject({ cardId: z.string(), card })).max(100).optional(),
  thread: z.strictObject({ threadKey: z.string().max(4000) }).optional(),
});

/** Path and query of the one webhook that it knows. */
export const googleChatPath = "/v1/spaces/AAAAAAAAAAA/messages?key=KEYKEYKEYKEY&token=TOKENTOKEN";

const refused = (code: number, status: string, message: string) =>
  Response.json({ error: { code, message, status } }, { status: code });

/** Incoming webhooks as Google Chat answers them. */
export function openGoogleChat(): StandIn {
  return openStandIn((request, body) => {
    const url = new URL(request.url);
    const known = new URL(googleChatPath, request.url);
    if (url.pathname !== known.pathname) return refused(404, "NOT_FOUND", "Space not found");
    for (const name of ["key", "token"]) {
      if (url.searchParams.get(name) === known.searchParams.get(name)) continue;
      return refused(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.");
    }
    if (new TextEncoder().encode(body).length > 32_000) {
      return refused(400, "INVALID_ARGUMENT", "Message exceeds the size limit");
    }
    const read = z.string().transform((text) => JSON.parse(text) as unknown).pipe(message)
      .safeParse(body);
    if (!read.success) return refused(400, "INVALID_ARGUMENT", z.prettifyError(read.error));
    return Response.json({ name: "spaces/AAAAAAAAAAA/messages/1", ...read.data });
  });
}
