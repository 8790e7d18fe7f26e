// From rows to an ECharts option: one function for each kind of picture.

import { BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { cell, cellTone, format, formatOf, isChange, labelOf, nameOf, toneOf } from "./format.ts";
import type { Chart, Format, Row } from "./model.ts";
import { inkOn, mix, palette, type Palette } from "./palette.ts";

echarts.use([BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

type Option = Record<string, unknown>;
type Item = { value: unknown; row: number | null } & Record<string, unknown>;

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif';

/** What a chart needs to know beside its rows. */
interface Drawing {
    chart: Chart;
    rows: Row[];
    colours: Palette;
    narrow: boolean;
    /** pixels from side to side */
    width: number;
}

export function optionOf(chart: Chart, rows: Row[], narrow: boolean, width: number): Option {
    const drawing: Drawing = { chart, rows, colours: palette(), narrow, width };
    const { colours } = drawing;
    return {
        animation: false,
        color: colours.series,
        textStyle: { fontFamily: FONT, color: colours.text },
        // The card describes the chart itself; the description that ECharts writes reads axis numbers as values.
        aria: { enabled: false },
        ...pictureOf(drawing),
    };
}

function pictureOf(drawing: Drawing): Option {
    switch (drawing.chart.kind) {
        case "heatmap":
            return heatmap(drawing);
        case "waterfall":
            return waterfall(drawing);
        case "scatter":
            return scatter(drawing);
        default:
            return cartesian(drawing);
    }
}

/** Height in pixels that the rows ask for. */
export function heightOf(chart: Chart, rows: Row[], narrow: boolean): number {
    const distinct = (column: string | null): number => new Set(rows.map((row) => row[column ?? ""])).size;
    if (chart.kind === "heatmap") return Math.min(720, distinct(chart.y[0] ?? null) * (narrow ? 26 : 30) + 64);
    if (chart.kind === "bar" && isHorizontal(chart)) return Math.max(180, Math.min(760, distinct(chart.x) * thickness(chart, rows) + 62));
    return narrow ? 260 : 300;
}

const isHorizontal = (chart: Chart): boolean => chart.options.includes("horizontal");
const thickness = (chart: Chart, rows: Row[]): number =>
    chart.options.includes("stacked") ? 30 : 14 + 12 * Math.max(1, seriesOf(chart, rows).length);

// ---- lines and bars -------------------------------------------------------------------------------------------------

interface Series {
    name: string;
    column: string;
    axis: 0 | 1;
    type: "bar" | "line";
    /** one row number for each category, or null where the series has none */
    rows: (number | null)[];
}

const categoriesOf = (rows: Row[], column: string | null): string[] => [...new Set(rows.map((row) => String(row[column ?? ""] ?? "\u2013")))];

function seriesOf(chart: Chart, rows: Row[]): Series[] {
    const categories = categoriesOf(rows, chart.x);
    const place = new Map(categories.map((category, index) => [category, index]));
    const at = (wanted: (row: Row) => boolean): (number | null)[] => {
        const found: (number | null)[] = categories.map(() => null);
        rows.forEach((row, number) => {
            if (wanted(row)) found[place.get(String(row[chart.x ?? ""] ?? "\u2013")) ?? 0] = number;
        });
        return found;
    };
    const bars = chart.kind === "line" ? "line" : "bar";
    const many = categories.length > 62;
    const first = chart.y.flatMap((column): Series[] => {
        const base = { column, axis: 0 as const, type: chart.kind === "dual" && many ? ("line" as const) : bars } as const;
        if (!chart.series) return [{ ...base, name: labelOf(chart, column), rows: at(() => true) }];
        return categoriesOf(rows, chart.series).map((name) => ({
            ...base,
            name: chart.y.length > 1 ? `${nameOf(name)}, ${labelOf(chart, column)}` : nameOf(name),
            rows: at((row) => String(row[chart.series ?? ""] ?? "\u2013") === name),
        }));
    });
    const second = chart.line.map((column): Series => ({
        column, axis: chart.kind === "dual" ? 1 : 0, type: "line", name: labelOf(chart, column), rows: at(() => true),
    }));
    return [...first, ...second];
}

function cartesian(drawing: Drawing): Option {
    const { chart, rows, colours, narrow } = drawing;
    const horizontal = isHorizontal(chart);
    const categories = categoriesOf(rows, chart.x);
    const series = seriesOf(chart, rows);
    const numbers = (axis: 0 | 1): number[] =>
        series.filter((one) => one.axis === axis).flatMap((one) => one.rows.map((row) => (row === null ? null : rows[row]?.[one.column])))
            .filter((value): value is number => typeof value === "number");
    const stacked = chart.options.includes("stacked") || chart.options.includes("share");
    const axisOf = (axis: 0 | 1): Option => {
        const of = series.find((one) => one.axis === axis);
        const as = of ? formatOf(chart, of.column) : "text";
        const isLine = series.filter((one) => one.axis === axis).every((one) => one.type === "line" && !isFilled(chart, one));
        return valueAxis(drawing, as, numbers(axis), { isLine, secondary: axis === 1, stacked });
    };
    const category = categoryAxis(drawing, categories, horizontal);
    const values = series.some((one) => one.axis === 1) ? [axisOf(0), axisOf(1)] : [axisOf(0)];
    const showLegend = series.length > 1;
    const drawn = series.map((one, number) => drawSeries(drawing, one, number, series, horizontal, stacked));
    return {
        grid: { left: 4, right: horizontal ? 48 : 8, top: showLegend ? 34 : 12, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
        legend: showLegend ? legend(colours, narrow) : undefined,
        xAxis: horizontal ? { ...(values[0] as Option), axisLabel: { ...((values[0] as Option)["axisLabel"] as Option), hideOverlap: true } } : category,
        yAxis: horizontal ? { ...category, inverse: true } : values,
        series: [...drawn, ...markSeries(drawing, series, categories)],
        tooltip: tooltip(drawing, { trigger: "axis", axisPointer: { type: series.every((one) => one.type === "line") ? "line" : "shadow",
            lineStyle: { color: colours.muted }, shadowStyle: { color: colours.muted, opacity: 0.1 } } }, (items) => axisTip(drawing, items)),
    };
}

const isFilled = (chart: Chart, series: Series): boolean =>
    chart.options.includes("area") || chart.options.includes("stacked") || chart.options.includes("share") || (chart.kind === "dual" && series.axis === 0);

function drawSeries(drawing: Drawing, series: Series, number: number, all: Series[], horizontal: boolean, stacked: boolean): Option {
    const { chart, rows, colours, narrow } = drawing;
    const colour = colours.series[number % colours.series.length] ?? colours.text;
    const signedBars = series.type === "bar" && all.length === 1 && isChange(chart, series.column);
    const items = series.rows.map((row): Item => {
        const value = row === null ? null : rows[row]?.[series.column] ?? null;
        const tone = signedBars && typeof value === "number" ? toneOf(value, chart.better[series.column]) : "neutral";
        return { value, row, ...(tone === "neutral" ? {} : { itemStyle: { color: colours[tone] } }) };
    });
    const as = formatOf(chart, series.column);
    if (series.type === "bar") {
        return {
            name: series.name, type: "bar", data: items, yAxisIndex: horizontal ? undefined : series.axis,
            stack: stacked ? "all" : undefined, barMaxWidth: 34, cursor: chart.clicks.length > 0 ? "pointer" : "default",
            itemStyle: { color: colour, borderRadius: stacked ? 0 : horizontal ? [0, 2, 2, 0] : [2, 2, 0, 0] },
            label: horizontal && all.length === 1 ? {
                show: true, position: "right", color: colours.muted, fontSize: 12,
                formatter: (item: { value: number }) => format(item.value, as, { plus: isChange(chart, series.column) }),
            } : undefined,
        };
    }
    const filled = isFilled(chart, series);
    return {
        name: series.name, type: "line", data: items, yAxisIndex: series.axis, stack: stacked ? "all" : undefined,
        showSymbol: series.rows.length <= 31 && !narrow, symbol: "circle", symbolSize: 6, connectNulls: false,
        cursor: chart.clicks.length > 0 ? "pointer" : "default",
        lineStyle: { width: filled && !stacked ? 1.25 : 2.25, color: colour }, itemStyle: { color: colour },
        areaStyle: filled ? { color: colour, opacity: stacked ? 0.75 : 0.16 } : undefined,
        z: series.axis === 1 ? 4 : 3,
    };
}

/** Points that the data itself calls out, such as anomalies. */
function markSeries({ chart, rows, colours }: Drawing, series: Series[], categories: string[]): Option[] {
    const { marks, x } = chart;
    const of = series[0];
    if (!marks || !of) return [];
    const data = rows.flatMap((row, number): Item[] => {
        const value = row[of.column];
        return row[marks] === null || typeof value !== "number" ? [] : [{ value: [categories.indexOf(String(row[x ?? ""])), value], row: number }];
    });
    return [{ name: labelOf(chart, marks), type: "scatter", data, symbol: "diamond", symbolSize: 11, z: 6,
        itemStyle: { color: colours.mark, borderColor: colours.card, borderWidth: 1.5 } }];
}

// ---- axes -----------------------------------------------------------------------------------------------------------

function categoryAxis({ chart, colours, narrow, width }: Drawing, categories: string[], horizontal: boolean): Option {
    const as = formatOf(chart, chart.x ?? "");
    const isTime = as === "date" || as === "month";
    const name = (category: string): string => (isTime ? shortDate(category, as, categories) : format(nameOf(category), as));
    return {
        type: "category",
        data: categories,
        axisLine: { lineStyle: { color: colours.rule } },
        axisTick: { show: false },
        axisLabel: {
            color: colours.muted, fontSize: 12, formatter: name, hideOverlap: isTime || categories.length > 12,
            interval: horizontal || (!isTime && categories.length <= 12) ? 0 : isTime && categories.length > 62 ? (_: number, category: string) => category.endsWith("-01") : undefined,
            ...(horizontal ? { width: narrow ? 110 : 170, overflow: "truncate" } : {}),
            ...(!horizontal && !isTime && categories.length <= 12 ? below(chart, categories.map(name), width) : {}),
        },
    };
}

/** Names below columns: in lines where each word has room, else slanting; none is dropped. */
function below(chart: Chart, names: string[], width: number): Option {
    const room = Math.floor((width - (chart.kind === "heatmap" ? 125 : 70)) / Math.max(1, names.length)) - 4;
    const longest = Math.max(...names.flatMap((name) => name.split(" ")).map((word) => word.length)) * 6.7;
    return longest <= room ? { width: room, overflow: "break", lineHeight: 14 } : { rotate: 38 };
}

/** Many days are told by their month, few by day and month. */
function shortDate(text: string, as: Format, all: string[]): string {
    const full = format(text, as);
    const oneYear = new Set(all.map((one) => one.slice(0, 4))).size === 1;
    if (as === "date" && all.length > 62) return full.replace(/^\d+ /, "").replace(oneYear ? / \d{4}$/ : /^$/, "");
    return oneYear ? full.replace(/ \d{4}$/, "") : full;
}

interface AxisRole {
    isLine: boolean;
    secondary: boolean;
    stacked: boolean;
}

/** Bars start at zero. A line may not, but then it spans at least ten points, so that noise does not look like news. */
function valueAxis({ chart, colours }: Drawing, as: Format, values: number[], { isLine, secondary, stacked }: AxisRole): Option {
    // Shares lie close together: only amounts and counts spread over powers of ten.
    const isLog = chart.options.includes("log") && !secondary && as !== "percent";
    const range = isLine && !stacked && !isLog ? lineRange(values, as) : {};
    return {
        type: isLog ? "log" : "value",
        ...range,
        ...(chart.options.includes("share") && !secondary ? { min: 0, max: 1 } : {}),
        splitNumber: 4,
        axisLabel: { color: colours.muted, fontSize: 12, formatter: (value: number) => axisText(value, as) },
        splitLine: secondary ? { show: false } : { lineStyle: { color: colours.rule } },
        axisLine: { show: false },
        axisTick: { show: false },
    };
}

function lineRange(values: number[], as: Format): { min?: number; max?: number; interval?: number } {
    const low = Math.min(...values);
    const high = Math.max(...values);
    if (as !== "percent" || values.length === 0 || low < 0) return { ...(low >= 0 ? { min: 0 } : {}) };
    if (high < 0.1) return { min: 0 };
    const step = high - low > 0.2 ? 0.1 : high - low > 0.08 ? 0.05 : 0.025;
    const middle = (low + high) / 2;
    const min = Math.max(0, Math.floor((middle - step * 2) / step + 1e-9) * step);
    const from = Math.min(min, Math.floor(low / step) * step);
    const upto = Math.max(Math.min(1, from + step * 4), Math.ceil(high / step - 1e-9) * step);
    return { min: round(from), max: round(upto), interval: step };
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

function axisText(value: number, as: Format): string {
    if (as === "percent") return `${String(round(value * 100)).replace("-", "\u2212")}\u202f%`;
    return format(value, as).replace(/\.0(?=[KMB]|$|\u202f)/, "").replace(/\.00$/, "");
}

const legend = (colours: Palette, narrow: boolean): Option => ({
    type: "plain", top: 0, left: 0, itemWidth: 12, itemHeight: 8, itemGap: narrow ? 10 : 16, icon: "roundRect",
    textStyle: { color: colours.muted, fontSize: 12 },
});

// ---- waterfall ------------------------------------------------------------------------------------------------------

interface Step {
    from: number;
    to: number;
    isTotal: boolean;
}

export function stepsOf(chart: Chart, rows: Row[]): Step[] {
    let level = 0;
    return rows.map((row) => {
        const value = Number(row[chart.y[0] ?? ""] ?? 0);
        const isTotal = chart.low !== null && row[chart.low] === true;
        const from = isTotal ? 0 : level;
        level = isTotal ? value : level + value;
        return { from, to: level, isTotal };
    });
}

function waterfall(drawing: Drawing): Option {
    const { chart, rows, colours } = drawing;
    const column = chart.y[0] ?? "";
    const steps = stepsOf(chart, rows);
    const categories = rows.map((row) => String(row[chart.x ?? ""] ?? "\u2013"));
    const as = formatOf(chart, column);
    const better = chart.better[column] ?? "higher";
    const colourOf = ({ from, to, isTotal }: Step): string =>
        isTotal ? (colours.series[0] ?? colours.text) : colours[toneOf(to - from, better) === "bad" ? "bad" : "good"];
    return {
        grid: { left: 4, right: 8, top: 24, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
        xAxis: categoryAxis(drawing, categories, false),
        yAxis: valueAxis(drawing, as, steps.flatMap(({ from, to }) => [from, to]), { isLine: false, secondary: false, stacked: true }),
        series: [{
            type: "custom", name: labelOf(chart, column), clip: true,
            data: steps.map((step, row): Item => ({ value: [row, step.from, step.to], row })),
            encode: { x: 0, y: [1, 2] },
            renderItem: (_: unknown, api: { value(i: number): number; coord(p: number[]): number[]; size(p: number[]): number[] }) => {
                const place = api.value(0);
                const step = steps[place] ?? { from: 0, to: 0, isTotal: false };
                const [x = 0, start = 0] = api.coord([place, step.from]);
                const end = api.coord([place, step.to])[1] ?? 0;
                const wide = api.size([1, 0])[0] ?? 0;
                const width = Math.min(48, wide * 0.64);
                const next = steps[place + 1];
                const value = step.isTotal ? step.to : step.to - step.from;
                const text = format(value, as, { plus: !step.isTotal });
                const shape = { x: x - width / 2, y: Math.min(start, end), width, height: Math.max(1, Math.abs(end - start)) };
                return {
                    type: "group",
                    children: [
                        { type: "rect", shape, style: { fill: colourOf(step) }, cursor: chart.clicks.length > 0 ? "pointer" : "default" },
                        ...(next && !next.isTotal ? [{ type: "line", silent: true, shape: { x1: x + width / 2, y1: end, x2: x + wide - width / 2, y2: end },
                            style: { stroke: colours.muted, lineWidth: 1, lineDash: [2, 2] } }] : []),
                        ...(wide >= text.length * 6.6 ? [{ type: "text", silent: true, style: { text, x, y: shape.y - 4, fill: colours.muted, font: `12px ${FONT}`, textAlign: "center", textVerticalAlign: "bottom" } }] : []),
                    ],
                };
            },
        }],
        tooltip: tooltip(drawing, { trigger: "axis", axisPointer: { type: "shadow", shadowStyle: { color: colours.muted, opacity: 0.1 } } }, (items) => axisTip(drawing, items)),
    };
}

// ---- heat map -------------------------------------------------------------------------------------------------------

export interface Scale {
    low: number;
    high: number;
    colour(value: number): string;
    css: string;
}

export function scaleOf(chart: Chart, rows: Row[]): Scale {
    const colours = palette();
    const values = rows.map((row) => row[chart.value ?? ""]).filter((value): value is number => typeof value === "number");
    const low = Math.min(...values);
    const high = Math.max(...values);
    if (low < 0) {
        const reach = Math.max(-low, high);
        const [below, zero, above] = chart.better[chart.value ?? ""] === "lower" ? [...colours.diverging].reverse() as [string, string, string] : colours.diverging;
        return { low: -reach, high: reach, css: `linear-gradient(to right, ${below}, ${zero}, ${above})`,
            colour: (value) => (value < 0 ? mix(zero, below, -value / reach) : mix(zero, above, reach === 0 ? 0 : value / reach)) };
    }
    const [little, much] = colours.scale;
    return { low, high, css: `linear-gradient(to right, ${little}, ${much})`, colour: (value) => mix(little, much, high === low ? 0.5 : (value - low) / (high - low)) };
}

function heatmap(drawing: Drawing): Option {
    const { chart, rows, colours } = drawing;
    const [across, down] = [categoriesOf(rows, chart.x), categoriesOf(rows, chart.y[0] ?? null)];
    const value = chart.value ?? "";
    const as = formatOf(chart, value);
    const scale = scaleOf(chart, rows);
    const data = rows.map((row, number): Item => {
        const figure = row[value];
        const colour = typeof figure === "number" ? scale.colour(figure) : colours.card;
        return {
            value: [across.indexOf(String(row[chart.x ?? ""] ?? "\u2013")), down.indexOf(String(row[chart.y[0] ?? ""] ?? "\u2013")), figure ?? "-"],
            row: number,
            itemStyle: { color: colour, borderColor: colours.card, borderWidth: 1.5 },
            label: { show: drawing.width - 125 >= across.length * 34 && typeof figure === "number", color: inkOn(colour), fontSize: across.length > 14 ? 10 : 12 },
        };
    });
    const down_ = categoryAxis({ ...drawing, chart: { ...chart, x: chart.y[0] ?? null } }, down, true);
    return {
        grid: { left: 4, right: 8, top: 4, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
        xAxis: { ...categoryAxis(drawing, across, false), axisLine: { show: false } },
        yAxis: { ...down_, inverse: true, axisLine: { show: false } },
        series: [{
            type: "heatmap", data, name: labelOf(chart, value), cursor: chart.clicks.length > 0 ? "pointer" : "default",
            label: { show: true, formatter: (item: { value: unknown[] }) => (typeof item.value[2] === "number" ? tight(format(item.value[2], as)) : "") },
            emphasis: { itemStyle: { borderColor: colours.text } },
        }],
        tooltip: tooltip(drawing, { trigger: "item" }, (items) => itemTip(drawing, items[0])),
    };
}

/** In a cell the unit is told by the scale above. */
const tight = (text: string): string => text.replace(/\u202f(%|pp|bps)$/, "");

// ---- scatter --------------------------------------------------------------------------------------------------------

function scatter(drawing: Drawing): Option {
    const { chart, rows, colours, narrow } = drawing;
    const [x, y] = [chart.x ?? "", chart.y[0] ?? ""];
    const sizes = rows.map((row) => Number(row[chart.value ?? ""] ?? 0));
    const largest = Math.max(...sizes, 1);
    const groups = chart.series ? categoriesOf(rows, chart.series) : [""];
    const numbers = (column: string): number[] => rows.map((row) => row[column]).filter((value): value is number => typeof value === "number");
    const axis = (column: string): Option => ({
        ...valueAxis(drawing, formatOf(chart, column), numbers(column), { isLine: true, secondary: false, stacked: false }),
        name: labelOf(chart, column), nameLocation: "middle", nameGap: column === x ? 30 : 52, nameTextStyle: { color: colours.muted, fontSize: 12 },
    });
    return {
        grid: { left: 8, right: 16, top: groups.length > 1 ? 34 : 12, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "all" },
        legend: groups.length > 1 ? legend(colours, narrow) : undefined,
        xAxis: axis(x),
        yAxis: axis(y),
        series: groups.map((group, number) => ({
            type: "scatter", name: nameOf(group),
            itemStyle: { color: colours.series[number % colours.series.length], opacity: 0.72 },
            cursor: chart.clicks.length > 0 ? "pointer" : "default",
            data: rows.flatMap((row, place): Item[] =>
                chart.series && String(row[chart.series] ?? "\u2013") !== group ? []
                    : [{ value: [row[x], row[y]], row: place, symbolSize: chart.value ? 6 + 26 * Math.sqrt((sizes[place] ?? 0) / largest) : 9 }]),
        })),
        tooltip: tooltip(drawing, { trigger: "item" }, (items) => itemTip(drawing, items[0])),
    };
}

// ---- tooltips -------------------------------------------------------------------------------------------------------

interface TipItem {
    data: Item;
    seriesName: string;
    color: string;
}

function tooltip({ colours }: Drawing, how: Option, tip: (items: TipItem[]) => string): Option {
    return {
        ...how,
        confine: true,
        backgroundColor: colours.card,
        borderColor: colours.rule,
        padding: [8, 12],
        textStyle: { color: colours.text, fontSize: 13, fontFamily: FONT },
        extraCssText: "box-shadow: 0 4px 16px rgb(0 0 0 / 18%); max-width: 340px; white-space: normal;",
        formatter: (items: TipItem | TipItem[]) => tip(Array.isArray(items) ? items : [items]),
    };
}

export const escape = (text: string): string =>
    text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

function line(label: string, value: string, tone = "", dot = ""): string {
    const mark = dot === "" ? "" : `<span class="dot" style="background:${dot}"></span>`;
    return `<div class="tip-line"><span>${mark}${escape(label)}</span><span class="tip-value ${tone}">${escape(value)}</span></div>`;
}

function columnLine(chart: Chart, column: string, row: Row): string {
    const value = row[column];
    return line(labelOf(chart, column), cell(chart, column, value, { exact: true }), cellTone(chart, column, value));
}

function axisTip({ chart, rows }: Drawing, items: TipItem[]): string {
    const shown = items.filter((item) => item.data?.row !== null && item.data?.row !== undefined);
    const first = rows[shown[0]?.data.row ?? -1];
    if (!first) return "";
    const head = `<div class="tip-head">${escape(cell(chart, chart.x ?? "", first[chart.x ?? ""]))}</div>`;
    const mark = chart.marks ? first[chart.marks] : null;
    const marked = mark === null || mark === undefined ? "" : `<div class="tip-mark">\u25c6 ${escape(String(mark))}</div>`;
    if (!chart.series) {
        const columns = chart.tooltip.length > 0 ? chart.tooltip : [...chart.y, ...chart.line];
        return head + columns.filter((column) => column !== chart.x && column !== chart.marks).map((column) => columnLine(chart, column, first)).join("") + marked;
    }
    const lines = shown.map((item) => {
        const row = rows[item.data.row ?? -1] ?? {};
        const column = chart.y.find((one) => item.seriesName.endsWith(labelOf(chart, one))) ?? chart.y[0] ?? "";
        const more = chart.tooltip.filter((one) => one !== column && one !== chart.x && one !== chart.series)
            .map((one) => `${labelOf(chart, one).toLowerCase()} ${cell(chart, one, row[one], { exact: true })}`);
        return line(item.seriesName, cell(chart, column, row[column], { exact: true }), "", item.color) +
            (more.length > 0 ? `<div class="tip-more">${escape(more.join(", "))}</div>` : "");
    });
    return head + lines.join("") + marked;
}

function itemTip({ chart, rows }: Drawing, item: TipItem | undefined): string {
    const row = rows[item?.data.row ?? -1];
    if (!row) return "";
    const heads = (chart.kind === "scatter" ? [chart.label, chart.series] : [chart.y[0] ?? null, chart.x]).filter((column): column is string => column !== null);
    const head = `<div class="tip-head">${heads.map((column) => escape(cell(chart, column, row[column]))).join(", ")}</div>`;
    const usual = chart.kind === "scatter" ? [chart.x, chart.y[0], chart.value] : [chart.value];
    const columns = chart.tooltip.length > 0 ? chart.tooltip : usual.filter((column): column is string => !!column);
    return head + columns.filter((column) => !heads.includes(column)).map((column) => columnLine(chart, column, row)).join("");
}

// ---- the instance ---------------------------------------------------------------------------------------------------

export type Instance = echarts.ECharts;

export const createChart = (element: HTMLElement): Instance => echarts.init(element, null, { renderer: "svg" });

/** Which row lies under a click: the item itself, or the category of the column that was hit. */
export function onRow(instance: Instance, chart: Chart, rows: () => Row[], then: (row: Row, exact: boolean) => void): void {
    instance.on("click", (event) => {
        const item = event.data as unknown as Item | undefined;
        const row = rows()[item?.row ?? -1];
        if (row) then(row, true);
    });
    if (chart.kind === "scatter" || chart.kind === "heatmap") return;
    instance.getZr().on("click", (event) => {
        if (event.target) return;
        const at = [event.offsetX, event.offsetY];
        if (!instance.containPixel("grid", at)) return;
        const found = instance.convertFromPixel("grid", at)[isHorizontal(chart) ? 1 : 0] ?? -1;
        const category = categoriesOf(rows(), chart.x)[Math.round(found)];
        const row = rows().find((one) => String(one[chart.x ?? ""] ?? "\u2013") === category);
        if (row) then(row, chart.series === null);
    });
}
