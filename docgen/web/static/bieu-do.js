// Pictures of the charts: each is drawn from the table of numbers under it, which is there without this.
const COLOURS = ["#2f7d32", "#1f5fbf", "#b3261e", "#6b7280", "#111827", "#c98a00"];
const PATTERNS = ["slantedLines", "squares", "verticalLines", "circles", "horizontalLines", "slantedLines"];
const LOOKS = {
  "Hoàn thành": 0, "Đã hoàn thành": 0, "Đang thực hiện": 1, "Chưa hoàn thành": 1, "Chậm tiến độ": 2,
  "Chưa bắt đầu": 3, "Không thực hiện": 4, "Chưa nhập": 5,
};

function read(table) {
  const words = (cells) => Array.from(cells, (cell) => cell.textContent.trim());
  const rows = Array.from(table.tBodies[0].rows);
  const names = words(table.tHead.rows[0].cells).slice(1);
  return {
    rows: rows.map((row) => row.cells[0].textContent.trim()),
    series: names.map((name, place) => ({ name, data: rows.map((row) => Number(row.cells[place + 1].textContent)) })),
  };
}

const looks = (series) => series.map((one, place) => LOOKS[one.name] ?? place);
const day = (text) => { const [d, m, y] = text.split("/").map(Number); return Date.UTC(y, m - 1, d); };
const narrow = () => innerWidth < 600;
const short = (text) => (text.length > 18 ? text.slice(0, 17) + "…" : text);

function line(place, words) {
  return { borderColor: "#b3261e", strokeDashArray: 4, label: { text: words, borderColor: "#b3261e", style: { color: "#fff", background: "#b3261e" } }, ...place };
}

const KINDS = {
  chong: ({ rows, series }) => ({
    chart: { type: "bar", stacked: true, stackType: "100%", height: 70 + rows.length * 34 },
    plotOptions: { bar: { horizontal: true, barHeight: "75%" } },
    series,
    xaxis: { categories: rows.map(narrow() ? short : String), labels: { formatter: (value) => `${value}%` } },
    yaxis: { labels: { maxWidth: narrow() ? 130 : 340 } },
    dataLabels: { enabled: true, formatter: (_, at) => at.w.config.series[at.seriesIndex].data[at.dataPointIndex] || "" },
    tooltip: { y: { formatter: (value) => `${value} nhiệm vụ` } },
  }),
  dich: ({ rows, series }) => ({
    chart: { type: "bar", height: 130 },
    plotOptions: { bar: { horizontal: true, barHeight: "45%" } },
    series: [{ name: rows[0], data: [{ x: "Kế hoạch", y: series[0].data[0], goals: [{ name: rows[1], value: series[0].data[1], strokeWidth: 4, strokeColor: "#b3261e" }] }] }],
    xaxis: { min: 0, max: 100, labels: { formatter: (value) => `${value}%` } },
    dataLabels: { enabled: true, formatter: (value) => `${value}%` },
    legend: { show: true, showForSingleSeries: true, customLegendItems: rows, markers: { fillColors: ["#2f7d32", "#b3261e"] } },
  }),
  cot: ({ rows, series }, mark, words) => ({
    chart: { type: "bar", stacked: true, height: 260 },
    series,
    xaxis: { categories: rows.map((one) => one.replace("Tháng ", "T")) },
    dataLabels: { enabled: true, formatter: (value) => value || "" },
    annotations: mark ? { xaxis: [line({ x: mark.replace("Tháng ", "T") }, words)] } : {},
  }),
  bac: ({ rows, series }, mark, words) => ({
    chart: { type: "line", height: 240 },
    series: series.map((one) => ({ name: one.name, data: one.data.map((y, place) => ({ x: day(rows[place]), y })) })),
    stroke: { curve: "stepline", width: 3 },
    markers: { size: 5 },
    xaxis: { type: "datetime", labels: { format: "dd/MM" }, max: Math.max(day(mark), day(rows.at(-1))) + 864e5 },
    yaxis: { min: 0, forceNiceScale: true, decimalsInFloat: 0 },
    tooltip: { x: { format: "dd/MM/yyyy" } },
    annotations: { xaxis: [line({ x: day(mark) }, words)] },
  }),
};

function draw(place) {
  const figure = place.closest("figure");
  const table = read(figure.querySelector("table"));
  const { kieu, vach, vachTen } = place.dataset;
  const own = KINDS[kieu](table, vach, vachTen);
  const chosen = looks(table.series);
  const base = {
    colors: chosen.map((look) => COLOURS[look]),
    legend: { position: "bottom" },
    grid: { borderColor: "#d5dbe3" },
    noData: { text: "Chưa có số liệu" },
  };
  if (own.chart.type === "bar") {
    base.fill = { type: "pattern", pattern: { style: chosen.map((look) => PATTERNS[look]), width: 6, height: 6, strokeWidth: 3 } };
    base.stroke = { width: 1, colors: chosen.map((look) => COLOURS[look]) };
    own.dataLabels.style = { colors: ["#fff"] };
    own.dataLabels.background = { enabled: true, foreColor: "#111827", padding: 3, opacity: 0.95, borderWidth: 0 };
  }
  own.chart = {
    ...own.chart,
    nonce: document.body.dataset.nonce,
    animations: { enabled: false },
    fontFamily: "inherit",
    toolbar: { show: true, tools: { download: true, zoom: false, zoomin: false, zoomout: false, pan: false, reset: false } },
    zoom: { enabled: false },
    locales: [{ name: "vi", options: { toolbar: { exportToSVG: "Tải hình SVG", exportToPNG: "Tải hình PNG", exportToCSV: "Tải số liệu CSV", menu: "Tải về" }, shortMonths: Array.from({ length: 12 }, (_, m) => `Th${m + 1}`), months: Array.from({ length: 12 }, (_, m) => `Tháng ${m + 1}`), days: [], shortDays: [] } }],
    defaultLocale: "vi",
  };
  place.hidden = false;
  new window.ApexCharts(place, { ...base, ...own }).render();
  figure.querySelector("details").open = false;
}

if (window.ApexCharts) document.querySelectorAll("[data-kieu]").forEach(draw);
