// Marks in the text. In rich text they are highlights over its text nodes: the editor's own
// elements, which React looks after, stay untouched. A plain field gets a line of chips under it,
// for nothing can be drawn inside one.

const SEVERITIES = ["hint", "warning", "blocking"];

// The range of [from, to) in a paragraph of a rich text editor; null when the screen is not at
// what the editor knows, as in the middle of a composed letter.
export function rangeOf({ input, block, text }, from, to) {
  const editor = input.parentNode.querySelector(".DraftEditor-root");
  const element = editor?.querySelector(`[data-block="true"][data-offset-key="${block}-0-0"]`);
  if (!element) return null;
  const nodes = textNodes(element);
  const shown = nodes.map((node) => node.data).join("");
  if (shown !== text && shown !== `${text}\n`) return null;
  const range = new Range();
  const [first, start] = nodeAt(nodes, from, false);
  const [last, end] = nodeAt(nodes, to, true);
  range.setStart(first, start);
  range.setEnd(last, end);
  return range;
}

function textNodes(element) {
  const nodes = [];
  for (const span of element.querySelectorAll('[data-text="true"]')) {
    const walker = document.createTreeWalker(span, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode);
  }
  return nodes;
}

function nodeAt(nodes, offset, isEnd) {
  let left = offset;
  for (const node of nodes) {
    if (left < node.length || (isEnd && left === node.length)) return [node, left];
    left -= node.length;
  }
  const last = nodes.at(-1);
  return [last, last.length];
}

// Shows what is found in rich text: `shown` are { finding, place, from, to }.
export function paint(shown, current) {
  const ranges = new Map();
  for (const one of shown)
    if (one.place?.block) {
      const range = rangeOf(one.place, one.from, one.to);
      if (range) ranges.set(one, range);
    }
  if (window.CSS?.highlights) {
    for (const severity of SEVERITIES) {
      const own = [...ranges].filter(([one]) => one.finding.severity === severity);
      highlight(`copydesk-${severity}`, own.map(([, range]) => range));
    }
    const now = [...ranges].filter(([one]) => one.finding === current);
    highlight("copydesk-current", now.map(([, range]) => range));
  }
  return ranges;
}

function highlight(name, ranges) {
  if (!ranges.length) {
    CSS.highlights.delete(name);
    return;
  }
  const made = new Highlight(...ranges);
  made.priority = name.endsWith("current") ? 9 : SEVERITIES.indexOf(name.slice(9));
  CSS.highlights.set(name, made);
}

// Puts a line of chips under each plain field, and takes it away where nothing is found any more.
export function chips(shown, open) {
  const fields = Map.groupBy
    ? Map.groupBy(plain(shown), (one) => one.place.input)
    : grouped(plain(shown));
  for (const line of document.querySelectorAll("[data-copydesk-chips]"))
    if (!fields.has(line.field)) line.remove();
  for (const [input, own] of fields) {
    const line = chipLine(input);
    const state = JSON.stringify(own.map(({ finding, from }) => [finding.id, from]));
    if (line.dataset.state === state) continue;
    line.dataset.state = state;
    line.replaceChildren(...own.map((one) => chip(one, open)));
  }
}

const plain = (shown) => shown.filter((one) => one.place && !one.place.block);

function grouped(shown) {
  const map = new Map();
  for (const one of shown) map.set(one.place.input, [...(map.get(one.place.input) ?? []), one]);
  return map;
}

function chipLine(input) {
  const field = input.closest(".w-field__input") ?? input;
  const next = field.nextElementSibling;
  if (next?.field === input) return next;
  const line = document.createElement("div");
  line.className = "copydesk-chips";
  line.dataset.copydeskChips = "";
  line.field = input;
  field.after(line);
  return line;
}

function chip(one, open) {
  const { finding } = one;
  const button = document.createElement("button");
  button.type = "button";
  button.className = `copydesk-chip copydesk-${finding.severity}`;
  button.textContent = cut(finding.text);
  button.title = finding.message;
  button.setAttribute("aria-label", `${cut(finding.text)}: ${finding.message}`);
  button.addEventListener("click", () => open(finding, button));
  return button;
}

// Words for a button: not too long, and spaces that can be seen where there is nothing else.
export function cut(text) {
  if (!text.trim()) return "␣".repeat(Math.min(text.length, 5));
  return text.length > 40 ? `${text.slice(0, 40).trimEnd()}…` : text;
}
