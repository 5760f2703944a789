/* The four crops of a picture, live beside its focal point. A crop can be moved by itself, with
   the pointer or the arrow keys; what is set by hand stays until it is given back. The same sums
   as in roznama/newsroom/pictures/crops.py. */

const FOCAL = ["x", "y", "width", "height"];

function number(name) {
  const field = document.querySelector(`input.focal_point_${name}`);
  return field && field.value !== "" ? Number(field.value) : null;
}

/* The focal area as first and last in pixels, on one axis; null without one. */
function focus(middle, length) {
  const at = number(middle);
  const size = number(length);
  return at === null || size === null ? null : [at - size / 2, at + size / 2];
}

/* Where the part begins, in pixels of the whole. */
function start(whole, part, area, own) {
  const room = whole - part;
  if (own !== null) return own * room;
  if (!area) return room / 2;
  const [first, last] = area;
  let at = ((first + last) / 2 / whole) * room;
  if (last - first < part) at = Math.min(Math.max(at, last - part), first);
  return Math.min(Math.max(at, 0), room);
}

class CropView {
  constructor(input, source) {
    this.input = input;
    this.crop = JSON.parse(input.dataset.crop);
    this.size = [Number(source.dataset.originalWidth), Number(source.dataset.originalHeight)];
    this.figure = document.createElement("figure");
    this.frame = document.createElement("button");
    this.frame.type = "button";
    this.frame.className = "crops-frame";
    this.frame.setAttribute("aria-label", this.crop.label);
    this.frame.style.aspectRatio = String(this.crop.ratio);
    this.image = document.createElement("img");
    this.image.src = source.src;
    this.image.alt = "";
    this.frame.append(this.image);
    const caption = document.createElement("figcaption");
    const label = document.createElement("span");
    label.textContent = this.crop.label;
    this.reset = document.createElement("button");
    this.reset.type = "button";
    this.reset.textContent = `${this.crop.own} · ${this.crop.reset}`;
    caption.append(label, this.reset);
    this.figure.append(this.frame, caption);
    this.listen();
  }

  listen() {
    this.reset.addEventListener("click", () => this.set(null));
    this.frame.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (!step) return;
      event.preventDefault();
      const [x, y] = this.point();
      this.set([x + step[0] * 0.02, y + step[1] * 0.02]);
    });
    this.frame.addEventListener("pointerdown", (event) => {
      this.frame.setPointerCapture(event.pointerId);
      this.drag = { at: [event.clientX, event.clientY], from: this.point() };
    });
    this.frame.addEventListener("pointermove", (event) => {
      if (!this.drag) return;
      const { offsetWidth, offsetHeight } = this.frame;
      const [across, down] = this.part();
      // How far the picture reaches over the frame, in pixels of the screen.
      const over = [(this.size[0] / across - 1) * offsetWidth, (this.size[1] / down - 1) * offsetHeight];
      const moved = [event.clientX - this.drag.at[0], event.clientY - this.drag.at[1]];
      this.set(this.drag.from.map((share, axis) => (over[axis] > 1 ? share - moved[axis] / over[axis] : share)));
    });
    for (const end of ["pointerup", "pointercancel"]) {
      this.frame.addEventListener(end, () => { this.drag = null; });
    }
  }

  part() {
    const across = Math.min(this.size[0], this.size[1] * this.crop.ratio);
    return [across, across / this.crop.ratio];
  }

  own() {
    return this.input.value ? this.input.value.split(",").map(Number) : null;
  }

  /* The crop's place as shares of the room it has. */
  point() {
    const own = this.own();
    const areas = [focus("x", "width"), focus("y", "height")];
    return this.part().map((part, axis) => {
      const room = this.size[axis] - part;
      return room > 0 ? start(this.size[axis], part, areas[axis], own ? own[axis] : null) / room : 0.5;
    });
  }

  set(point) {
    const inside = point && point.map((share) => Math.min(1, Math.max(0, share)).toFixed(3));
    this.input.value = inside ? inside.join(",") : "";
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
    this.show();
  }

  show() {
    this.image.style.objectPosition = this.point().map((share) => `${share * 100}%`).join(" ");
    this.reset.hidden = !this.own();
  }
}

function begin() {
  const chooser = document.querySelector(".focal-point-chooser");
  const source = chooser && chooser.querySelector("img[data-original-width]");
  const inputs = [...document.querySelectorAll("input[data-crop]")];
  if (!source || !inputs.length) return;
  const views = inputs.map((input) => new CropView(input, source));
  const list = document.createElement("div");
  list.className = "crops";
  list.append(...views.map((view) => view.figure));
  chooser.after(list);
  let seen = "";
  // The focal point's own script writes its fields without telling anybody.
  setInterval(() => {
    const now = FOCAL.map(number).join();
    if (now !== seen) views.forEach((view) => view.show());
    seen = now;
  }, 100);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();
