// Runs before the page is drawn, so that chosen colours and sizes never flash.
(function (root) {
  root.classList.replace("no-js", "js");
  try {
    var chosen = JSON.parse(localStorage.getItem("reading")) || {};
    for (var name in chosen) root.setAttribute("data-" + name, chosen[name]);
  } catch (unavailable) {
    // Storage may be off or hold something else; the usual settings then stand.
  }
})(document.documentElement);
