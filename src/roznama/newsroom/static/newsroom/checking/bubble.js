// The card beside the words that it is about.

import { card, h } from "./cards.js";

export function makeBubble(desk) {
  const bubble = h("div", {
    class: "copydesk-bubble",
    popover: "auto",
    role: "dialog",
    "aria-label": desk.words.title,
  });
  document.body.append(bubble);

  return {
    element: bubble,
    open(finding, rect) {
      const list = h("ol", {}, card(finding, desk));
      bubble.replaceChildren(list);
      bubble.dataset.open = finding.id;
      if (!bubble.matches(":popover-open")) bubble.showPopover?.();
      place(bubble, rect);
    },
    move(rect) {
      place(bubble, rect);
    },
    close() {
      if (bubble.matches(":popover-open")) bubble.hidePopover();
    },
    get finding() {
      return bubble.matches(":popover-open") ? bubble.dataset.open : null;
    },
  };
}

// Under the words, or over them where there is no room; never outside the window.
function place(bubble, rect) {
  const gap = 8;
  const { width, height } = bubble.getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  const left = Math.min(Math.max(rect.right - width, gap), innerWidth - width - gap);
  const below = rect.bottom + gap;
  const above = rect.top - height - gap;
  const wanted = below + height < innerHeight || above < gap ? below : above;
  const top = Math.min(Math.max(wanted, gap), innerHeight - height - gap);
  bubble.style.left = `${Math.max(left, gap)}px`;
  bubble.style.top = `${top}px`;
}
