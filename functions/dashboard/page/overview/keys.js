import { h, pill, table } from "../shared/dom.js";
import { age, dayOf } from "../shared/format.js";

const stateTone = { active: "good", next: "busy", retiring: "warn" };
const alertWords = {
  expired: ["bad", "expired"],
  expires_soon: ["warn", "expires"],
  rotation_due: ["warn", "rotation due"],
};

const minuteNow = () => Math.floor(Date.now() / 60_000) * 60_000;

/** What the keys' panel shows; ages move by the minute. */
export const keysData = ({ env, keys }, { setup }) => ({ env, keys, setup, now: minuteNow() });

/** The next step towards a first call, or null when a provider can be called with a key. */
export function nextStep({ has_models, keyed_providers }) {
  if (keyed_providers.length > 0) return null;
  const [words, command] = has_models
    ? ["No provider has a key yet. Add one: ", "npm run keys -- add openai"]
    : ["Nothing is set up yet. Next step: ", "npm run keys -- init"];
  return h("p", { class: "quiet" }, words, h("code", {}, command));
}

function due(key) {
  const told = key.alerts.map((alert) => {
    const [tone, words] = alertWords[alert] ?? ["warn", alert];
    return pill(tone, alert === "expires_soon" ? `${words} ${dayOf(key.expires_at)}` : words);
  });
  if (key.refused) {
    told.push(pill("bad", `${key.refused.state}: ${key.refused.http_status}`));
  }
  if (told.length > 0) return told.flatMap((one) => [one, " "]);
  return key.retires_at
    ? `retires ${dayOf(key.retires_at)}`
    : key.rotate_after
    ? `rotate after ${dayOf(key.rotate_after)}`
    : h("span", { class: "nil" }, "–");
}

const fields = (key) =>
  [
    key.alias === "default" ? null : key.alias,
    ...[key.service, key.resource, key.region].filter((one) => one !== "*"),
    key.shared ? "shared" : null,
  ].filter(Boolean).join(" · ");

/** Keys in use: metadata, age, last use, what is due. Values never come here. */
export function drawKeys({ env, keys, setup, now }) {
  if (keys.length === 0) {
    return nextStep(setup) ?? h("p", { class: "quiet" }, "No key is in use.");
  }
  const since = (moment) => age(now - new Date(moment));
  return [
    table("Keys in use", [
      {
        title: "Provider",
        head: true,
        class: "words",
        cell: (key) => [key.provider, " ", h("span", { class: "quiet small" }, fields(key))],
      },
      { title: "Version", number: true, cell: (key) => `v${key.version}` },
      { title: "State", cell: (key) => pill(stateTone[key.state] ?? "idle", key.state) },
      { title: "Ends in", cell: (key) => h("code", { class: "whole" }, `…${key.last4}`) },
      { title: "Age", number: true, cell: (key) => since(key.created_at) },
      {
        title: "Last used",
        number: true,
        cell: (key) =>
          key.last_used_at === null
            ? h("span", { class: "nil" }, "never")
            : `${since(key.last_used_at)} ago`,
      },
      { title: "Due", class: "words", cell: due },
    ], keys),
    h("p", { class: "quiet small" }, `Environment ${env}. Rotate with npm run keys -- rotate.`),
  ];
}
