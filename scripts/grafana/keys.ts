import type { Board } from "./panel.ts";

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
        {
          title: "Keys that are due",
          about: "Rotation, expiry, a KEK that retires: npm run keys -- list tells which.",
          kind: "number",
          unit: "short",
          redFrom: 1,
          queries: [{ expr: "(sum(key_vault_alerts) or vector(0))" }],
        },
        {
          title: "Refused openings, 1 h",
          about: "A rising figure is a broken client or somebody who tries.",
          kind: "number",
          unit: "short",
          redFrom: 10,
          queries: [{ expr: "(sum(increase(key_vault_fail_total[1h])) or vector(0))" }],
        },
        {
          title: "Keys released, 1 h",
          about: "Each has a committed row in the audit.",
          kind: "number",
          unit: "short",
          queries: [{ expr: "sum(increase(key_vault_reads_total[1h]))" }],
        },
      ],
    },
    {
      title: "Over time",
      panels: [
        {
          title: "Keys released a second",
          about: "By the kind of opening.",
          kind: "lines",
          unit: "ops",
          queries: [{
            expr: "sum by (action) (rate(key_vault_reads_total[$__rate_interval]))",
            legend: "{{action}}",
          }],
        },
        {
          title: "Refused openings a second",
          about: "By reason.",
          kind: "lines",
          unit: "ops",
          needs: "a refused opening",
          queries: [{
            expr: "sum by (reason) (rate(key_vault_fail_total[$__rate_interval]))",
            legend: "{{reason}}",
          }],
        },
        {
          title: "Changes of keys",
          about: "Added, rotated, revoked, sealed anew: in the range shown.",
          kind: "bars",
          unit: "short",
          queries: [{
            expr: "sum by (action) (increase(key_vault_writes_total[$__rate_interval]))",
            legend: "{{action}}",
          }],
        },
        {
          title: "What is due",
          about: "By alert.",
          kind: "lines",
          unit: "short",
          needs: "a key",
          queries: [{ expr: "sum by (alert) (key_vault_alerts)", legend: "{{alert}}" }],
        },
        {
          title: "Answers that refuse a caller",
          about: "401 and 403 of edge functions, a second.",
          kind: "lines",
          unit: "reqps",
          needs: "a caller who was refused",
          queries: [{
            expr:
              'sum by (function, status) (rate(cogo_http_request_duration_seconds_count{status=~"401|403"}[$__rate_interval]))',
            legend: "{{function}} {{status}}",
          }],
        },
      ],
    },
  ],
};
