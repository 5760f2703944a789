// Runs before the first paint, so that a reader's own theme and text size
// never flash in: it only copies them from storage to <html>.
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
})(document.documentElement);
