import { createTransport } from "nodemailer";
import { z } from "zod";
import { isLoopbackAddress } from "../../events/safe_address.ts";
import { emailOf } from "../formats/email.ts";
import type { Notification } from "../notification.ts";
import { SendFailure } from "../send_failure.ts";

/** Settings of a channel of kind email. */
export const emailSettings = z.object({
  to: z.array(z.string()).min(1),
  from: z.string().optional(),
});

const smtpError = z.object({
  message: z.string().catch(""),
  code: z.string().catch(""),
  responseCode: z.number().optional().catch(undefined),
});

/**
 * Sends mail through the server of an SMTP URL (`smtps://user:password@host:465`). Anything but this
 * very machine is only spoken to over TLS.
 * @throws SendFailure
 */
export async function sendByEmail(
  notification: Notification,
  smtpUrl: string,
  settings: z.output<typeof emailSettings>,
  options: { readonly timeoutMs?: number },
): Promise<string> {
  const { messageId, references, ...email } = emailOf(notification);
  const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : undefined;
  if (url === undefined || !/^smtps?:$/.test(url.protocol)) {
    throw new SendFailure("its variable holds no URL smtp:// or smtps://", false);
  }
  const { timeoutMs = 15_000 } = options;
  const isLocal = url.hostname === "localhost" || isLoopbackAddress(url.hostname);
  const secure = url.protocol === "smtps:";
  const user = decodeURIComponent(url.username);
  const transport = createTransport({
    host: url.hostname,
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTLS: !secure && !isLocal,
    ignoreTLS: !secure && isLocal,
    ...(user === "" ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const from = settings.from ?? (user.includes("@") ? user : `cogo@${url.hostname}`);
    const { rejected } = await transport.sendMail({
      ...email,
      messageId,
      references,
      from,
      to: settings.to,
    });
    return rejected.length === 0 ? "mailed" : `mailed, but not to ${rejected.length} refused`;
  } catch (thrown) {
    const { message, code, responseCode } = smtpError.parse(thrown);
    // 4yz of SMTP is "later"; what has no code did not get so far.
    const isPermanent = responseCode !== undefined ? responseCode >= 500 : code === "EAUTH";
    throw new SendFailure(`the mail server: ${message}`.slice(0, 500), !isPermanent);
  } finally {
    transport.close();
  }
}
