// Every page: the reading settings. Nothing here is needed to read.
const root = document.documentElement;
const settings = document.querySelector("#reading-settings form");

function stored() {
  try {
    return JSON.parse(localStorage.getItem("reading")) || {};
  } catch {
    return {};
  }
}

function store(chosen) {
  try {
    localStorage.setItem("reading", JSON.stringify(chosen));
  } catch {
    // The choice then holds for this page only.
  }
}

function apply(name, value) {
  if (value) root.setAttribute(`data-${name}`, value);
  else root.removeAttribute(`data-${name}`);
}

for (const [name, value] of Object.entries(stored())) {
  const choice = settings.querySelector(`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
  if (choice) choice.checked = true;
}

settings.addEventListener("change", ({ target }) => {
  const chosen = stored();
  if (target.value) chosen[target.name] = target.value;
  else delete chosen[target.name];
  store(chosen);
  apply(target.name, target.value);
});

settings.addEventListener("reset", () => {
  for (const name of Object.keys(stored())) apply(name, "");
  store({});
});

// A term opens its meaning at the word, for those who do not want to lose their place.
function explain(event) {
  const link = event.currentTarget;
  const meaning = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!meaning || !HTMLElement.prototype.showPopover) return;
  event.preventDefault();
  const note = document.createElement("div");
  note.className = "word-note";
  note.popover = "auto";
  note.tabIndex = -1;
  note.setAttribute("role", "note");
  note.setAttribute("aria-label", `Meaning of ${meaning.querySelector("dt").textContent}`);
  note.append(...[...meaning.cloneNode(true).children]);
  link.after(note);
  link.setAttribute("aria-expanded", "true");
  note.addEventListener("toggle", ({ newState }) => {
    if (newState !== "closed") return;
    link.setAttribute("aria-expanded", "false");
    const within = note.contains(document.activeElement);
    note.remove();
    if (within) link.focus();
  });
  note.showPopover();
  const place = link.getClientRects()[0];
  const room = root.clientWidth - note.offsetWidth - 8;
  note.style.left = `${Math.max(8, Math.min(place.left, room)) + scrollX}px`;
  note.style.top = `${place.bottom + scrollY + 6}px`;
  note.focus({ preventScroll: true });
}

for (const link of document.querySelectorAll("a.term")) link.addEventListener("click", explain);

// A table that fits needs no stop for Tab.
const fits = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const region of document.querySelectorAll(".table-wrapper")) fits.observe(region);
