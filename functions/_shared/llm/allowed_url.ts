import { LlmError } from "./llm_error.ts";

/** Names that mean this machine or its network, whatever they resolve to. */
const insideNames = /^(localhost|[^.]+)$|\.(localhost|local|internal|lan|home\.arpa)$/;

/**
 * The URL of a call, or a refusal: only https, only to a host that the provider's row names, never
 * to an address or an inner name, unless the caller listed it in `localHosts`. The certificate ties
 * the connection to the name, so a name that changes its address gets no request.
 * @param allowedHosts `api.openai.com` stands for each port of it; no wildcards
 * @param localHosts `host` or `host:port` which may be reached by http and may be inside
 * @throws LlmError unsafe_target
 */
export function allowedUrl(
  text: string,
  allowedHosts: readonly string[],
  localHosts: readonly string[] = [],
): URL {
  const refuse = (why: string): never => {
    throw new LlmError("unsafe_target", `Cannot call the provider: ${why}`, {
      hint: "Correct base_url and allowed_hosts of the provider, or list its host in localHosts.",
    });
  };
  // As written, before a parser makes something else of it: plain ASCII, no user, no escapes.
  if (
    !/^https?:\/\/(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?(\/[\w.~%!$&'()*+,;=:/-]*)?$/i.test(text)
  ) {
    refuse("its URL is not a plain one");
  }
  const url = URL.canParse(text) ? new URL(text) : refuse("its URL is none");
  const host = url.hostname.toLowerCase();
  const isLocal = localHosts.some((one) => one === url.host || one === host);
  const hosts = allowedHosts.map((one) => one.toLowerCase());
  if (!hosts.includes(url.host) && !hosts.includes(host)) {
    refuse(`${url.host} is none of its allowed hosts`);
  }
  if (isLocal && ["http:", "https:"].includes(url.protocol)) return url;
  if (url.protocol !== "https:") refuse("its URL is not https");
  if (host.startsWith("[") || /^\d+(\.\d+){3}$/.test(host)) refuse(`${host} is an address`);
  if (host.endsWith(".") || insideNames.test(host)) refuse(`${host} is an inner name`);
  return url;
}
