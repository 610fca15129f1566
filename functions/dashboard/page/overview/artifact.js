import { h } from "../shared/dom.js";

/** Where an artifact opens: what it says itself, or this stack's own store; null elsewhere. */
export function artifactAddress({ url, location, sha256 }) {
  if (typeof url === "string" && url.startsWith("/") && !url.startsWith("//")) return url;
  return location?.startsWith("local:") ? `/artifacts/${sha256}` : null;
}

/** An artifact's name, as a link where it opens. */
export function artifactLink(artifact, words = artifact.name) {
  const href = artifactAddress(artifact);
  return href === null
    ? h("span", { title: artifact.location }, words)
    : h("a", { href, target: "_blank", rel: "noopener" }, words);
}
