import { h } from "../shared/dom.js";

/** An artifact's name, as a link: the dashboard leads on to a signed link of its own. */
export function artifactLink({ artifact_id, location, name }, words = name) {
  if (!artifact_id) return h("span", { title: location }, words);
  const href = `/dashboard/artifacts/${encodeURIComponent(artifact_id)}`;
  return h("a", { href, target: "_blank", rel: "noopener" }, words);
}
