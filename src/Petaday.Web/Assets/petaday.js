// What a script adds to pages that are whole without it: charts come alive and are taken along, links are copied. Asking is a script of its own.
document.addEventListener("click", async (event) => {
  const copied = event.target.closest?.("[data-copy]");
  if (copied && navigator.clipboard) {
    event.preventDefault();
    await navigator.clipboard.writeText(copied.href);
    const text = copied.textContent;
    copied.textContent = "✓ " + text;
    setTimeout(() => (copied.textContent = text), 1500);
  }
});

/** Every chart can be taken along: as it is drawn, as a picture, and as the data behind it. */
function offer() {
  for (const figure of document.querySelectorAll("figure.chart:not([data-offered])")) {
    figure.dataset.offered = "";
    const tools = document.createElement("p");
    tools.className = "tools";
    const name = figure.dataset.name || "chart";
    const add = (label, make) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.addEventListener("click", make);
      tools.append(button);
    };
    add("SVG", () => save(`${name}.svg`, new Blob([drawing(figure)], { type: "image/svg+xml" })));
    add("PNG", async () => save(`${name}.png`, await picture(figure)));
    if (figure.dataset.chart) add("CSV", () => save(`${name}.csv`, new Blob([table(JSON.parse(figure.dataset.chart))], { type: "text/csv" })));
    figure.append(tools);
  }
}

function save(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function drawing(figure) {
  const svg = figure.querySelector("svg").cloneNode(true);
  const box = figure.querySelector("svg").getBoundingClientRect();
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  if (!svg.getAttribute("viewBox")) svg.setAttribute("viewBox", `0 0 ${box.width} ${box.height}`);
  svg.setAttribute("width", box.width);
  svg.setAttribute("height", box.height);
  return new XMLSerializer().serializeToString(svg);
}

async function picture(figure) {
  const box = figure.querySelector("svg").getBoundingClientRect();
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([drawing(figure)], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * box.width;
  canvas.height = 2 * box.height;
  const paper = canvas.getContext("2d");
  paper.fillStyle = getComputedStyle(document.body).backgroundColor;
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function table(data) {
  const cell = (value) => (/[",\n]/.test(String(value ?? "")) ? `"${String(value).replaceAll('"', '""')}"` : String(value ?? ""));
  const rows = data.series.flatMap((one) => one.points.map((point) => [one.name, point[0], point[1], point[3]]));
  return [["series", data.x.caption, data.y.caption, "label"], ...rows].map((row) => row.map(cell).join(",")).join("\n") + "\n";
}

/** Charts: the drawing of the server stands until the library is there. */
async function enliven() {
  offer();
  const library = document.body.dataset.charts;
  const figures = [...document.querySelectorAll("figure[data-chart]:not([data-done])")];
  if (!library || figures.length === 0) return;
  const { init } = await import(library);
  for (const figure of figures) {
    figure.dataset.done = "";
    draw(init, figure, JSON.parse(figure.dataset.chart));
  }
}

function draw(init, figure, data) {
  const plot = figure.querySelector(".plot");
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const { color: ink, fontFamily } = getComputedStyle(document.body);
  const bars = data.series.some((one) => one.mark === "bar" || one.mark === "stack");
  const stacked = data.series.some((one) => one.mark === "stack");
  plot.replaceChildren();
  plot.classList.add("live");
  const chart = init(plot, dark ? "dark" : null, { renderer: "svg" });
  const axis = (of) => ({
    type: of.categories.length ? "category" : of.log ? "log" : "value",
    data: of.categories.length ? of.categories : undefined,
    name: of.caption, nameLocation: "middle", nameGap: 32, scale: !of.log && !bars, axisLabel: of.categories.length ? named(of.categories, plot) : { hideOverlap: true, formatter: of.log ? undefined : short },
  });
  chart.setOption({
    backgroundColor: "transparent", animation: false, aria: { enabled: true }, textStyle: { color: ink, fontFamily },
    grid: { left: 70, right: 24, top: stacked ? legendHeight(data.series, plot) : 48, bottom: stacked ? 76 : 56, containLabel: false },
    legend: { top: 4, type: stacked ? "plain" : "scroll", textStyle: { color: ink } },
    tooltip: { trigger: "item", confine: true, formatter: (at) => escape(at.data[3] ?? at.seriesName) },
    color: ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f"],
    xAxis: axis(data.x), yAxis: axis(data.y),
    series: data.series.map((one) => ({
      name: one.name, data: one.points,
      type: one.mark === "bar" || one.mark === "stack" ? "bar" : one.mark === "line" || one.mark === "joined" ? "line" : "scatter",
      stack: one.mark === "stack" ? "all" : undefined, barMaxWidth: one.mark === "stack" ? 120 : undefined,
      showSymbol: one.mark === "joined", symbol: one.mark === "cross" ? "path://M0,0L10,10M10,0L0,10" : "circle",
      symbolSize: (point) => 2 * (point[2] ?? 3),
    })),
  });
  chart.on("click", (at) => { const row = at.data[3] && document.getElementById(String(at.data[3]).split(/[:,\s]/)[0]); if (row) location.hash = row.id; });
  new ResizeObserver(() => chart.resize()).observe(plot);
}

/** Names along an axis: a few are written in full, on several lines where they are long. */
function named(categories, plot) {
  if (categories.length > 6) return { hideOverlap: true };
  return { interval: 0, overflow: "break", width: Math.max(40, (plot.clientWidth - 94) / categories.length - 8), lineHeight: 14 };
}

/** Room for a legend that shows every name at once. */
function legendHeight(series, plot) {
  const wide = series.reduce((sum, one) => sum + 44 + 7 * one.name.length, 0);
  return 26 + 24 * Math.ceil(wide / Math.max(120, plot.clientWidth - 20));
}

const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 2 });
function short(value) {
  return Math.abs(value) >= 1e5 ? compact.format(value) : value.toLocaleString("en", { maximumFractionDigits: 6 , useGrouping: Math.abs(value) >= 1e4 });
}

function escape(text) {
  const holder = document.createElement("span");
  holder.textContent = text;
  return holder.innerHTML;
}

document.addEventListener("petaday:answer", enliven);
if (document.readyState === "loading") addEventListener("DOMContentLoaded", enliven);
else enliven();
