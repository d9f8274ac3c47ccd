/* Listens for rebuilds: shows the new text where the reader was, and what is wrong. */
(function () {
  "use strict";
  var shown = document.currentScript.dataset.state;

  function show(problems) {
    var old = document.getElementById("preview-problems");
    if (old) old.remove();
    if (!problems.length) return;
    var box = document.createElement("section");
    box.id = "preview-problems";
    box.setAttribute("role", "status");
    box.setAttribute("aria-label", "What to mend");
    box.style.cssText =
      "position:fixed;inset:auto 1rem 1rem 1rem;max-height:45vh;overflow:auto;z-index:1000;" +
      "padding:1rem;border:3px solid #8a1f11;border-radius:.5rem;background:#fff;color:#222;" +
      "font:1rem/1.5 system-ui,sans-serif;box-shadow:0 .25rem 1rem rgba(0,0,0,.3)";
    var title = document.createElement("strong");
    title.textContent = problems.length === 1 ? "One thing to mend" : problems.length + " things to mend";
    box.appendChild(title);
    var list = document.createElement("ul");
    list.style.margin = ".5rem 0 0";
    problems.forEach(function (problem) {
      var item = document.createElement("li");
      var place = document.createElement("code");
      place.textContent = problem.place;
      item.appendChild(place);
      item.appendChild(document.createTextNode(" " + problem.message));
      list.appendChild(item);
    });
    box.appendChild(list);
    document.body.appendChild(box);
  }

  var again = 0;

  // The text is exchanged at once. The page loads itself again in the next pause, since its scripts
  // and its head know the old one.
  function exchange(html) {
    var page = new DOMParser().parseFromString(html, "text/html");
    var text = page.querySelector("main");
    var script = page.querySelector("script[data-state]");
    var old = document.querySelector("main");
    if (!text || !script || !old) return location.reload();
    old.replaceWith(text);
    shown = script.dataset.state;
    clearTimeout(again);
    again = setTimeout(function () { location.reload(); }, 1500);
  }

  var news = new EventSource("/-/news?page=" + encodeURIComponent(location.pathname));
  news.onmessage = function (event) {
    var told = JSON.parse(event.data);
    show(told.problems);
    if (told.state === shown) return;
    fetch(location.href, { cache: "no-store" })
      .then(function (answer) { return answer.text(); })
      .then(exchange)
      .catch(function () { location.reload(); });
  };
})();
