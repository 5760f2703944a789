// Carrying a story to a place: with a mouse or a finger by dragging, with keys by arrows, and
// for who can do neither by two presses, on the story and on its place.

const FAR = 6; // pixels until a press is a drag
const EDGE = 70; // pixels from an edge where the board begins to roll
const SPEED = 14; // pixels a frame

// `desk` says what is carried: places(), over(key), put(story, key), moveStrip(section, before),
// picked(story), canceled(). `root` holds the board and the tray, `board` rolls.
export function carrying(root, board, desk) {
  let pressed = null; // a press that may become a drag
  let carried = null; // { story | strip, key, ghost }
  let rolling = 0;
  let dragged = false;

  // -- by pointer

  root.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || carried?.ghost) return;
    const handle = event.target.closest(".front-handle");
    if (!handle && (event.pointerType !== "mouse" || event.target.closest("button, a, input, select"))) return;
    const strip = event.target.closest("[data-strip-handle]");
    const item = event.target.closest("[data-story]");
    if (!strip && !item) return;
    pressed = { item: strip ? strip.closest("[data-strip]") : item, x: event.clientX, y: event.clientY, id: event.pointerId };
    pressed.what = strip ? { strip: Number(strip.dataset.stripHandle) } : { story: Number(item.dataset.story) };
    if (!handle) event.preventDefault(); // no text is marked, no picture dragged by the browser
  });

  document.addEventListener("pointermove", (event) => {
    if (!pressed || event.pointerId !== pressed.id) return;
    if (!carried?.ghost && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < FAR) return;
    if (!carried?.ghost) lift(event);
    follow(event);
  });

  document.addEventListener("pointerup", (event) => {
    if (!pressed || event.pointerId !== pressed.id) return;
    pressed = null;
    if (!carried?.ghost) return;
    dragged = true;
    setTimeout(() => (dragged = false)); // the click that follows is no press
    drop();
  });

  document.addEventListener("pointercancel", (event) => {
    if (pressed && event.pointerId === pressed.id && carried?.ghost) cancel();
    pressed = null;
  });

  function lift() {
    if (carried) release();
    const box = pressed.item.getBoundingClientRect();
    const ghost = pressed.item.cloneNode(true);
    ghost.className += " front-ghost";
    ghost.setAttribute("aria-hidden", "true");
    for (const name of ["data-story", "data-place", "data-strip"]) ghost.removeAttribute(name);
    ghost.style.inlineSize = `${Math.min(box.width, 340)}px`;
    document.body.append(ghost);
    carried = { ...pressed.what, key: null, ghost };
    pressed.item.classList.add("is-carried");
    root.classList.add("is-carrying");
  }

  function follow(event) {
    carried.ghost.style.transform = `translate(${event.clientX + 8}px, ${event.clientY + 8}px)`;
    const under = document.elementFromPoint(event.clientX, event.clientY);
    aim(carried.strip ? under?.closest("[data-strip]")?.dataset.strip : under?.closest("[data-place]")?.dataset.place);
    roll(event.clientY);
  }

  function roll(y) {
    cancelAnimationFrame(rolling);
    const box = board.getBoundingClientRect();
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    const by = y < top + EDGE ? -SPEED : y > bottom - EDGE ? SPEED : 0;
    if (!by || !carried?.ghost) return;
    const turn = () => {
      board.scrollBy(0, by);
      scrollBy(0, by);
      rolling = requestAnimationFrame(turn);
    };
    rolling = requestAnimationFrame(turn);
  }

  // -- by keys, and by two presses

  root.addEventListener("click", (event) => {
    if (dragged) return;
    const handle = event.target.closest("[data-handle]");
    const place = event.target.closest("[data-place]");
    if (carried) {
      if (event.target.closest(".front-tool")) return cancel();
      const story = Number(handle?.dataset.handle);
      if (story === carried.story) return carried.key ? drop() : cancel();
      if (place) aim(place.dataset.place), drop();
      else cancel();
    } else if (handle) {
      pick(handle);
    }
  });

  function pick(handle) {
    const item = handle.closest("[data-story]");
    carried = { story: Number(item.dataset.story), key: null, start: item.dataset.place ?? null };
    item.classList.add("is-carried");
    root.classList.add("is-carrying");
    desk.picked(carried.story);
  }

  const STEPS = { ArrowDown: 1, ArrowUp: -1, ArrowLeft: 1, ArrowRight: -1 };

  root.addEventListener("keydown", (event) => {
    const strip = event.target.closest("[data-strip-handle]");
    const by = STEPS[event.key];
    if (strip && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      return desk.stepStrip(Number(strip.dataset.stripHandle), by);
    }
    if (!carried || carried.ghost) return;
    if (event.key === "Tab") return cancel();
    const keys = desk.places();
    const now = keys.indexOf(carried.key ?? carried.start);
    let next = null;
    if (by) next = now < 0 ? (by > 0 ? 0 : keys.length - 1) : now + by;
    else if (event.key === "Home") next = 0;
    else if (event.key === "End") next = keys.length - 1;
    else if (event.key === "PageDown" || event.key === "PageUp") next = group(keys, now, event.key === "PageDown");
    if (next === null) return;
    event.preventDefault();
    aim(keys[Math.min(Math.max(next, 0), keys.length - 1)]);
    desk.over(carried.key);
    at(carried.key)?.scrollIntoView({ block: "nearest" });
  });

  // The first place of the row after or before this one.
  function group(keys, now, forward) {
    const row = (key) => key?.replace(/:?\d+$/, "");
    const first = keys.map((key, n) => n).filter((n) => row(keys[n]) !== row(keys[n - 1]));
    return forward ? (first.find((n) => n > now) ?? keys.length - 1) : (first.findLast((n) => n < now) ?? 0);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && carried) cancel();
  });

  // -- both

  const at = (key) => root.querySelector(`[data-place="${key}"], [data-strip="${key}"]`);

  function aim(key) {
    for (const old of root.querySelectorAll(".is-target")) old.classList.remove("is-target");
    carried.key = key ?? null;
    if (carried.key === null) return;
    (carried.strip ? root.querySelector(`[data-strip="${key}"]`) : root.querySelector(`[data-place="${key}"]`))?.classList.add("is-target");
  }

  function drop() {
    const { story, strip, key } = carried;
    if (key === null) return cancel();
    release();
    if (strip) desk.moveStrip(strip, Number(key));
    else desk.put(story, key);
  }

  function cancel() {
    pressed = null;
    release();
    desk.canceled();
  }

  function release() {
    cancelAnimationFrame(rolling);
    carried?.ghost?.remove();
    carried = null;
    root.classList.remove("is-carrying");
    for (const one of root.querySelectorAll(".is-target, .is-carried")) one.classList.remove("is-target", "is-carried");
  }

  // After the board was drawn anew in the middle of a walk.
  function again() {
    if (!carried) return;
    root.querySelector(`[data-story="${carried.story}"]`)?.classList.add("is-carried");
    if (carried.key !== null) aim(carried.key);
  }

  return { again, isCarrying: () => Boolean(carried) };
}
