import {
  LegendDisplayMode,
  LegendPlacement,
  ReduceDataOptionsBuilder,
  TooltipDisplayMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from "@grafana/grafana-foundation-sdk/common";
import * as grafana from "@grafana/grafana-foundation-sdk/dashboard";
import { DataqueryBuilder, PromQueryFormat } from "@grafana/grafana-foundation-sdk/prometheus";
import { PanelBuilder as StatBuilder } from "@grafana/grafana-foundation-sdk/stat";
import { PanelBuilder as TableBuilder } from "@grafana/grafana-foundation-sdk/table";
import { PanelBuilder as LinesBuilder } from "@grafana/grafana-foundation-sdk/timeseries";
import { GraphDrawStyle } from "@grafana/grafana-foundation-sdk/common";
import type { Board, Panel } from "./panel.ts";

const datasource = { type: "prometheus", uid: "${datasource}" };

function query({ kind, queries }: Panel, nth: number): DataqueryBuilder {
  const { expr, legend } = queries[nth]!;
  const made = new DataqueryBuilder().expr(expr).refId(String.fromCharCode(65 + nth))
    .datasource(datasource);
  if (kind === "table") return made.instant().format(PromQueryFormat.Table);
  return (kind === "number" ? made.instant() : made.range()).legendFormat(legend ?? "__auto");
}

function colours({ redFrom, redBelow }: Panel): grafana.ThresholdsConfigBuilder {
  const steps = redBelow !== undefined
    ? [{ value: null, color: "red" }, { value: redBelow, color: "green" }]
    : [
      { value: null, color: "green" },
      ...redFrom === undefined ? [] : [{ value: redFrom, color: "red" }],
    ];
  return new grafana.ThresholdsConfigBuilder().mode(grafana.ThresholdsMode.Absolute).steps(steps);
}

function number(panel: Panel): StatBuilder {
  return new StatBuilder().thresholds(colours(panel)).noValue("none yet")
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(["lastNotNull"]));
}

function lines({ kind }: Panel): LinesBuilder {
  const made = new LinesBuilder().min(0)
    .legend(
      new VizLegendOptionsBuilder().displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom).showLegend(true),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi));
  return kind === "bars" ? made.drawStyle(GraphDrawStyle.Bars).fillOpacity(60) : made;
}

// The name of a series is in its title, and the time of a query that asks for now tells nothing.
const table = () =>
  new TableBuilder().withTransformation({
    id: "organize",
    options: {
      excludeByName: { Time: true, __name__: true, instance: true, job: true },
      indexByName: {},
      renameByName: {},
    },
  });

function panelOf(panel: Panel, id: number) {
  const { kind, title, about, unit, queries } = panel;
  const made = kind === "number" ? number(panel) : kind === "table" ? table() : lines(panel);
  return made.id(id).title(title).description(about).unit(unit).datasource(datasource)
    .span(panel.width ?? (kind === "number" ? 4 : 12)).height(kind === "number" ? 4 : 8)
    .targets(queries.map((_, nth) => query(panel, nth)));
}

function variable(name: string, expr: string): grafana.QueryVariableBuilder {
  return new grafana.QueryVariableBuilder(name).label(name).datasource(datasource).query(expr)
    .refresh(grafana.VariableRefresh.OnTimeRangeChanged).sort(grafana.VariableSort.AlphabeticalAsc)
    .multi(true).includeAll(true).allValue(".*")
    .current({ selected: true, text: "All", value: "$__all" });
}

/** The dashboard as Grafana imports it. */
export function writeBoard(board: Board): grafana.Dashboard {
  const made = new grafana.DashboardBuilder(board.title).uid(`cogo-${board.name}`)
    .description(board.about).tags(["cogo"]).timezone("browser").refresh("30s")
    .time({ from: "now-3h", to: "now" }).tooltip(grafana.DashboardCursorSync.Crosshair)
    .link(
      new grafana.DashboardLinkBuilder("COGO").type(grafana.DashboardLinkType.Dashboards)
        .tags(["cogo"]).asDropdown(true).keepTime(true),
    )
    .withVariable(
      new grafana.DatasourceVariableBuilder("datasource").label("Prometheus").type("prometheus"),
    );
  for (const [name, expr] of Object.entries(board.variables)) {
    made.withVariable(variable(name, expr));
  }
  let id = 1;
  for (const row of board.rows) {
    made.withRow(new grafana.RowBuilder(row.title).id(id++));
    for (const panel of row.panels) made.withPanel(panelOf(panel, id++));
  }
  return made.build();
}
