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

// The list of chapters shows where the reader is, however long it is.
const contents = document.getElementById("contents");
const here = contents.querySelector("[aria-current]");
const showPlace = () => {
  if (here && here.offsetTop + here.offsetHeight > contents.clientHeight) {
    contents.scrollTop = here.offsetTop - contents.clientHeight / 3;
  }
};
contents.addEventListener("toggle", showPlace);
// To ask for its place lays out the page: only where the list stands beside the text.
if (matchMedia("(min-width: 64em)").matches) showPlace();

// A term opens its meaning, and a citation its source, at their place in the text: nobody who
// wants to know more has to leave, and none of it waits for a mouse to hover.
function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function meaningOf(link) {
  const meaning = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  return meaning && [...meaning.cloneNode(true).children];
}

function sourceOf(link, words) {
  const more = element("a", "In the list of sources");
  more.href = link.href;
  const told = element("p", words);
  const [address] = words.match(/https?:\/\/[^\s,]+[^\s,.]/) ?? [];
  if (address) {
    const source = element("a", address);
    source.href = address;
    source.className = "external";
    const [before, after] = words.split(address);
    told.replaceChildren(before, source, after);
  }
  return [told, more];
}

function openNote(link, label, content) {
  const note = document.createElement("div");
  note.className = "note";
  note.popover = "auto";
  note.tabIndex = -1;
  note.setAttribute("role", "note");
  note.setAttribute("aria-label", label);
  note.append(...content);
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

if (HTMLElement.prototype.showPopover) {
  const opens = (link, label, content) => {
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("click", (event) => {
      const found = content();
      if (!found || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      openNote(link, label, found);
    });
  };
  for (const link of document.querySelectorAll("a.term")) {
    opens(link, `Meaning of ${link.textContent}`, () => meaningOf(link));
  }
  for (const link of document.querySelectorAll("a.cited[title]")) {
    const words = link.title;
    link.removeAttribute("title");
    opens(link, "Source", () => sourceOf(link, words));
  }
}

// A table that fits needs no stop for Tab, and no name besides the table's own.
const scrolling = ["role", "aria-label", "tabindex"];
const fits = new ResizeObserver((entries) => {
  // All is measured before anything is changed, so that the page is laid out once.
  const rooms = entries.map(({ target }) => [target, target.scrollWidth > target.clientWidth]);
  for (const [target, scrolls] of rooms) {
    if (scrolls) {
      scrolling.forEach((name) => target.setAttribute(name, target.scrolling[name]));
    } else {
      scrolling.forEach((name) => target.removeAttribute(name));
    }
  }
});
for (const region of document.querySelectorAll(".table-wrapper")) {
  region.scrolling = Object.fromEntries(scrolling.map((name) => [name, region.getAttribute(name)]));
  fits.observe(region);
}
