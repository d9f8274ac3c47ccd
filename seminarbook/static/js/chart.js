// Pages with charts: turns a plain chart into an interactive one when a reader asks for it.
// The library and the chart's data are scripts of this book, fetched on that request only.
window.bookCharts = {};
const page = document.documentElement;
const loading = new Map();

function load(address) {
  if (!loading.has(address)) {
    loading.set(address, new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = () => {
        loading.delete(address);
        failed(new Error(address));
      };
      document.head.append(script);
    }));
  }
  return loading.get(address);
}

// Each part of the drawing names its colour; the page's style sheet says what it is just now.
function paint(part, palette) {
  const style = getComputedStyle(page);
  const side = style.colorScheme === "dark" ? "dark" : "light";
  for (const [path, key] of Object.entries(part.meta?.paint ?? {})) {
    const names = path.split(".");
    const last = names.pop();
    let target = part;
    for (const name of names) target = target[name] ??= {};
    target[last] = style.getPropertyValue(`--chart-${key}`).trim() || palette[side][key];
  }
}

class Explorer {
  constructor(button) {
    this.button = button;
    this.block = button.closest(".chart-block");
    this.picture = this.block.querySelector(".chart-picture");
    this.status = this.block.querySelector("[role=status]");
    this.words = [...button.childNodes].map((node) => node.cloneNode(true));
    this.note = this.status.textContent;
    button.addEventListener("click", () => (this.live ? this.close() : this.open()));
  }

  async open() {
    if (this.busy) return;
    this.busy = true;
    this.status.textContent = "Loading the interactive chart …";
    const { chart, script, bundle, title } = this.button.dataset;
    try {
      await Promise.all([load(bundle), load(script)]);
      this.live = document.createElement("div");
      this.live.className = "chart-live";
      this.live.setAttribute("role", "group");
      this.live.setAttribute("aria-label", `Interactive chart: ${title}`);
      this.picture.after(this.live);
      this.picture.hidden = true;
      await this.draw(chart);
      this.button.textContent = "Back to the plain chart";
      this.status.textContent = "The interactive chart is shown above. Its numbers are in the table.";
    } catch {
      this.close();
      this.status.textContent =
        "The interactive chart could not be loaded. The plain chart and the table show the same.";
    }
    this.busy = false;
  }

  draw(chart) {
    const { data, layout } = structuredClone(window.bookCharts[chart]);
    for (const part of [...data, layout]) paint(part, layout.meta.palette);
    layout.font.family = getComputedStyle(this.block).fontFamily;
    return Plotly.newPlot(this.live, data, layout, {
      displayModeBar: false,
      responsive: true,
    });
  }

  redraw() {
    if (this.live && !this.busy) this.draw(this.button.dataset.chart);
  }

  close() {
    if (this.live) {
      Plotly.purge(this.live);
      this.live.remove();
    }
    this.live = null;
    this.picture.hidden = false;
    this.button.replaceChildren(...this.words.map((node) => node.cloneNode(true)));
    this.status.textContent = this.note;
  }
}

const explorers = [...document.querySelectorAll("button[data-chart]")].map((button) => new Explorer(button));
const recolour = () => explorers.forEach((explorer) => explorer.redraw());
new MutationObserver(recolour).observe(page, { attributeFilter: ["data-colours"] });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
