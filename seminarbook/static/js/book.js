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
