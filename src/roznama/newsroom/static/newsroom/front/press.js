// What the server tells is drawn at the end of a press: a button that is drawn anew under one would
// take no click.

const ENDS = ["pointerup", "pointercancel", "contextmenu", "keydown"];
const due = new Set();
let isPressed = false;

export function watch(root) {
  root.addEventListener(
    "pointerdown",
    // A list of options takes the end of its press to itself.
    ({ button, target }) => (isPressed = button === 0 && !target.closest("select")),
    true,
  );
  for (const end of ENDS) window.addEventListener(end, release, true);
  window.addEventListener("blur", release); // the window's; a press takes the focus from something
}

function release() {
  isPressed = false;
  setTimeout(drawDue); // after the click
}

export function drawDue() {
  for (const draw of due) {
    due.delete(draw);
    draw();
  }
}

export function whenReleased(draw) {
  if (isPressed) due.add(draw);
  else draw();
}
