// The search page. The whole index comes as one script, so that it works without a server too.
const [pages, entries] = window.bookIndex;
const box = document.getElementById("search-box");
const status = document.getElementById("search-status");
const results = document.getElementById("search-results");

const GROUPS = [
  ["person", "People"],
  ["term", "Words explained"],
  ["page", "Chapters and pages"],
  ["section", "In the text"],
];
const SHOWN = { person: 8, term: 5, page: 8, section: 20 };
// What is named as a whole by the words that were asked for comes before what mentions them.
const NAMED = { person: 60, term: 50, page: 40, section: 12 };

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’']/g, "");

function words(text) {
  const found = [];
  for (const word of fold(text).match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []) {
    const parts = word.split("-");
    if (parts.length > 1) found.push(parts.join(""), ...parts);
    else found.push(word);
  }
  return found;
}

// Endings that change with number and tense; enough to find “seminars” by “seminar”.
const stem = (word) => (word.length > 4 ? word.replace(/(?:ies|ing|ed|es|s|y)$/, "") : word);

const index = new Map();
const lengths = entries.map(() => 0);

function note(number, text, field) {
  for (const word of words(text)) {
    const key = stem(word);
    if (!index.has(key)) index.set(key, new Map());
    const places = index.get(key);
    const place = places.get(number) ?? { title: 0, text: 0 };
    place[field] += 1;
    places.set(number, place);
    lengths[number] += 1;
  }
}

entries.forEach(([, , , title, text], number) => {
  note(number, title, "title");
  note(number, text, "text");
});
const vocabulary = [...index.keys()].sort();

function places(word) {
  const key = stem(word);
  const found = new Map();
  for (const known of vocabulary) {
    const exact = known === key;
    if (!exact && !(word.length > 2 && known.startsWith(key))) continue;
    const rarity = Math.log(1 + entries.length / index.get(known).size);
    for (const [number, place] of index.get(known)) {
      const weight = place.title * 5 + Math.min(place.text, 4) / (1 + lengths[number] / 150);
      const score = weight * rarity * (exact ? 1 : 0.6);
      found.set(number, Math.max(found.get(number) ?? 0, score));
    }
  }
  return found;
}

function search(query) {
  // Every word must be there; if nothing has them all, any will do.
  const asked = words(query);
  const each = asked.map(places);
  const held = new Map();
  for (const found of each) {
    for (const [number, score] of found) {
      const sum = held.get(number) ?? { score: 0, words: 0 };
      held.set(number, { score: sum.score + score, words: sum.words + 1 });
    }
  }
  const most = Math.max(0, ...[...held.values()].map((sum) => sum.words));
  const stems = asked.map(stem);
  return [...held]
    .filter(([, sum]) => sum.words === most)
    .map(([number, sum]) => {
      const [, kind, , title] = entries[number];
      const named = new Set(words(title).map(stem));
      const whole = stems.every((key) => named.has(key));
      return { number, kind, score: sum.score + (whole ? NAMED[kind] / (0.5 + named.size / 6) : 0) };
    })
    .sort((one, other) => other.score - one.score || one.number - other.number);
}

function distance(one, other) {
  let row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] !== other[j - 1]));
    }
    row = next;
  }
  return row[other.length];
}

function nearest(query) {
  let changed = false;
  const better = words(query).map((word) => {
    if (places(word).size || word.length < 4) return word;
    const near = namedWords.map((known) => [distance(word, known), known]).sort((a, b) => a[0] - b[0])[0];
    if (!near || near[0] > 2) return word;
    changed = true;
    return near[1];
  });
  return changed ? better.join(" ") : "";
}
const namedWords = [...new Set(entries.flatMap(([, , , title]) => words(title)))].filter((word) => word.length > 3);

// An excerpt around the first place that holds a word of the query, with those words marked.
function excerpt(text, query) {
  const stems = words(query).map(stem);
  const parts = text.split(/([\p{L}\p{N}’'-]+)/u);
  const hit = (part) => words(part).some((word) => stems.some((key) => stem(word).startsWith(key)));
  const first = Math.max(0, parts.findIndex((part, place) => place % 2 && hit(part)));
  const from = first > 16 ? first - 12 : 0;
  const line = document.createElement("p");
  if (from) line.append("… ");
  parts.slice(from, from + 60).forEach((part, place) => {
    if ((from + place) % 2 && hit(part)) {
      const mark = document.createElement("mark");
      mark.textContent = part;
      line.append(mark);
    } else line.append(part);
  });
  if (parts.length > from + 60) line.append(" …");
  return line;
}

function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function result({ number }, query) {
  const [page, kind, anchor, title, text] = entries[number];
  const [address, pageTitle, part] = pages[page];
  const item = element("li");
  const link = element("a", title);
  link.href = document.documentElement.dataset.content_root + address + (anchor && `#${anchor}`);
  item.append(link);
  const where = kind === "page" ? part : pageTitle;
  if (where) item.append(element("span", where, "where"));
  if (text) item.append(excerpt(text, query));
  return item;
}

function show() {
  const query = box.value.trim();
  results.replaceChildren();
  if (!words(query).length) {
    status.textContent = "";
    return;
  }
  const found = search(query);
  const best = found[0]?.score ?? 0;
  const groups = GROUPS.map(([kind, label]) => {
    const all = found.filter((one) => one.kind === kind);
    return { kind, label, all, score: all[0]?.score ?? 0 };
  }).filter(({ all }) => all.length);
  // The best group leads; the others keep their order.
  groups.sort((one, other) => (other.score === best) - (one.score === best));
  for (const { kind, label, all } of groups) {
    const list = element("ul");
    list.append(...all.slice(0, SHOWN[kind]).map((one) => result(one, query)));
    const section = element("section");
    section.append(element("h2", label), list);
    if (all.length > SHOWN[kind]) section.append(element("p", `And ${all.length - SHOWN[kind]} more. A second word narrows it down.`, "where"));
    results.append(section);
  }
  const count = found.length;
  status.textContent = count
    ? `${count} ${count === 1 ? "place" : "places"} found for “${query}”.`
    : `Nothing found for “${query}”.`;
  const better = count ? "" : nearest(query);
  if (better) {
    const again = element("button", better, "tool");
    again.type = "button";
    again.addEventListener("click", () => {
      box.value = better;
      show();
      box.focus();
    });
    status.append(" Did you mean ", again, "?");
  }
}

let waiting;
box.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(show, 250);
});
box.form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  show();
});

box.value = new URLSearchParams(location.search).get("q") ?? "";
show();
if (!box.value) box.focus();
