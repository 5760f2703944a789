// Runs before the first paint: a reader's own theme and text size, and the
// wait for the Nastaliq, must be settled by then or they would flash or move.
(function (root) {
  root.classList.add("js");
  try {
    var theme = localStorage.getItem("theme");
    var text = localStorage.getItem("text");
    if (theme === "dark" || theme === "light") root.dataset.theme = theme;
    if (/^[0-4]$/.test(text)) root.dataset.text = text;
  } catch (error) {
    // Storage may be forbidden; the page then follows the device.
  }

  // Words are never as wide in another face, so a late Nastaliq would break
  // lines anew and push the story about. The page waits for it until DEADLINE
  // after the navigation began, then shows the reader's own face and keeps it;
  // the font goes on loading and the next page has it at once.
  var DEADLINE = 1100;
  if (!document.fonts || !document.fonts.load) return;
  root.dataset.face = "waiting";
  var settle = function (face) {
    if (root.dataset.face === "waiting") root.dataset.face = face;
  };
  setTimeout(settle, Math.max(0, DEADLINE - performance.now()), "late");
  document.addEventListener("DOMContentLoaded", function () {
    document.fonts.load('1em "Noto Nastaliq Urdu"', "ا").then(
      function (faces) { settle(faces.length ? "nastaliq" : "late"); },
      function () { settle("late"); }
    );
  });
})(document.documentElement);
