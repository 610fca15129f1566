import { bars, type Board, lines, number } from "./panel.ts";

/** The vault: who reads, what is refused, what is due. */
export const keys: Board = {
  name: "keys",
  title: "COGO: keys and security",
  about: "Keys released, refused, changed and due; no value is ever in a metric.",
  variables: {},
  rows: [
    {
      title: "Now",
      panels: [
        number(
          "Keys that are due",
          "short",
          "Rotation, expiry, a KEK that retires: npm run keys -- list tells which.",
          { redFrom: 1, queries: [{ expr: "(sum(key_vault_alerts) or vector(0))" }] },
        ),
        number(
          "Refused openings, 1 h",
          "short",
          "A rising figure is a broken client or somebody who tries.",
          {
            redFrom: 10,
            queries: [{ expr: "(sum(increase(key_vault_fail_total[1h])) or vector(0))" }],
          },
        ),
        number("Keys released, 1 h", "short", "Each has a committed row in the audit.", {
          queries: [{ expr: "sum(increase(key_vault_reads_total[1h]))" }],
        }),
      ],
    },
    {
      title: "Over time",
      panels: [
        lines("Keys released a second", "ops", "By the kind of opening.", {
          queries: [{
            expr: "sum by (action) (rate(key_vault_reads_total[$__rate_interval]))",
            legend: "{{action}}",
          }],
        }),
        lines("Refused openings a second", "ops", "By the reason of the refusal.", {
          needs: "a refused opening",
          queries: [{
            expr: "sum by (reason) (rate(key_vault_fail_total[$__rate_interval]))",
            legend: "{{reason}}",
          }],
        }),
        bars(
          "Changes of keys",
          "short",
          "Added, rotated, revoked, sealed anew: in the range shown.",
          {
            queries: [{
              expr: "sum by (action) (increase(key_vault_writes_total[$__rate_interval]))",
              legend: "{{action}}",
            }],
          },
        ),
        lines("What is due", "short", "Keys by what is due: rotation, expiry, an old KEK.", {
          needs: "a key",
          queries: [{ expr: "sum by (alert) (key_vault_alerts)", legend: "{{alert}}" }],
        }),
        lines("Answers that refuse a caller", "reqps", "401 and 403 of edge functions, a second.", {
          needs: "a caller who was refused",
          queries: [{
            expr:
              'sum by (function, status) (rate(cogo_http_request_duration_seconds_count{status=~"401|403"}[$__rate_interval]))',
            legend: "{{function}} {{status}}",
          }],
        }),
      ],
    },
  ],
};
