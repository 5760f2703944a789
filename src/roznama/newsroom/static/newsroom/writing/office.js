// Documents of Word, LibreOffice and Google, as they lie on the clipboard: what of them a rich text
// field can hold, as raw content of Draft.js. Letters, quotes and joiners stay as they were typed.

import { block } from "./typing.js";

const SIGNS =
  /class="?Mso|mso-|urn:schemas-microsoft-com|name="?generator"?\s+content="?(LibreOffice|OpenOffice|Microsoft)|docs-internal-guid|content="?(LibreOffice|OpenOffice|Microsoft Word)/i;
const BLOCKS = "p, div, h1, h2, h3, h4, h5, h6, li, tr, blockquote, pre, ul, ol, table, dd, dt";
const SKIPPED = "head, style, script, title, meta, link, xml, template, del, svg, math";
const HEADERS = ["header-one", "header-two", "header-three", "header-four", "header-five", "header-six"];
const DEEPEST = 4;
const LINKS = /^(https?:|mailto:|tel:)/i;

export const isOffice = (html) => SIGNS.test(html);

// Returns { raw, pictures }: the content and the number of pictures that were left out. `props` are
// the editor's, which say what the field can hold.
export function read(html, props) {
  const has = (list, type) => (list ?? []).some((one) => one.type === type);
  const can = {
    block: (type) => has(props.blockTypes, type),
    style: (type) => has(props.inlineStyles, type),
    link: has(props.entityTypes, "LINK"),
  };
  const page = new DOMParser().parseFromString(html, "text/html");
  const pictures = page.querySelectorAll("img").length;
  const raw = { blocks: [], entityMap: {} };
  new Reader(raw, can).inside(page.body, { styles: new Set(), link: null });
  raw.blocks = raw.blocks.map(trimmed).filter(({ text }) => text.trim());
  return { raw, pictures };
}

class Reader {
  constructor(raw, can) {
    this.raw = raw;
    this.can = can;
    this.open = null; // the block that text goes to
  }

  inside(node, look) {
    for (const child of node.childNodes) this.node(child, look);
  }

  node(node, look) {
    if (node.nodeType === Node.TEXT_NODE) return this.text(node.data, look);
    if (node.nodeType !== Node.ELEMENT_NODE || isHidden(node)) return;
    const inner = lookOf(node, look, this.can);
    if (node.localName === "br") return this.text("\n", look, true);
    if (node.matches("td, th") && node.previousElementSibling) this.text(" | ", look, true);
    if (!node.matches(BLOCKS) || node.closest("td, th")) return this.inside(node, inner);
    this.start(node, inner);
    this.inside(node, inner);
    this.open = null;
  }

  start(node, look) {
    const [type, depth] = this.kindOf(node);
    if (HEADINGS.test(node.localName) && type === "unstyled" && this.can.style("BOLD"))
      look.styles = new Set([...look.styles, "BOLD"]);
    this.open = block("", type, depth);
    this.raw.blocks.push(this.open);
  }

  // A heading that the field has not becomes the nearest that it has, else a bold line.
  kindOf(node) {
    if (HEADINGS.test(node.localName)) {
      const level = Number(node.localName[1]) - 1;
      const near = HEADERS.filter(this.can.block).sort(
        (a, b) => Math.abs(HEADERS.indexOf(a) - level) - Math.abs(HEADERS.indexOf(b) - level),
      );
      return [near[0] ?? "unstyled", 0];
    }
    const [list, depth] = listOf(node);
    return list && this.can.block(list) ? [list, Math.min(depth, DEEPEST)] : ["unstyled", 0];
  }

  text(data, { styles, link }, isSign = false) {
    let text = isSign ? data : data.replace(/[ \t\r\n\f]+/g, " ");
    if (!this.open) {
      if (!text.trim()) return;
      this.open = block("");
      this.raw.blocks.push(this.open);
    }
    const before = this.open.text;
    if (!isSign && (!before || /[ \n]$/.test(before))) text = text.replace(/^ +/, "");
    if (!text) return;
    // Draft.js counts letters, not halves of pairs.
    const range = { offset: [...before].length, length: [...text].length };
    this.open.text += text;
    for (const style of styles) this.open.inlineStyleRanges.push({ ...range, style });
    if (link) this.open.entityRanges.push({ ...range, key: this.entity(link) });
  }

  entity(url) {
    const known = Object.entries(this.raw.entityMap).find(([, one]) => one.data.url === url);
    if (known) return Number(known[0]);
    const key = Object.keys(this.raw.entityMap).length;
    this.raw.entityMap[key] = { type: "LINK", mutability: "MUTABLE", data: { url } };
    return key;
  }
}

const HEADINGS = /^h[1-6]$/;
const styleOf = (node) => node.getAttribute("style") ?? "";

// Word keeps the bullets of its lists as text, and marks them so.
const isHidden = (node) =>
  node.matches(SKIPPED) || /mso-list:\s*Ignore|mso-hide:\s*all|display:\s*none/i.test(styleOf(node));

function lookOf(node, look, can) {
  const styles = new Set(look.styles);
  const style = styleOf(node);
  const set = (name, on, off) => {
    if (off) styles.delete(name);
    else if (on && can.style(name)) styles.add(name);
  };
  const weight = style.match(/font-weight:\s*(\w+)/i)?.[1];
  const isBold = weight ? /^bold|^[6-9]00/.test(weight) : node.matches("b, strong");
  set("BOLD", isBold, weight && !isBold);
  set("ITALIC", node.matches("i, em") || /font-style:\s*italic/i.test(style), /font-style:\s*normal/i.test(style));
  const address = node.localName === "a" ? node.getAttribute("href") ?? "" : "";
  const link = can.link && LINKS.test(address) ? address : look.link;
  return { styles, link };
}

// The kind and the depth of the list that a paragraph is in; Word writes lists as paragraphs.
function listOf(node) {
  if (node.localName === "li") {
    const list = node.closest("ol, ul");
    let depth = -1;
    for (let above = list; above; above = above.parentElement?.closest("ol, ul")) depth += 1;
    return [list?.localName === "ol" ? "ordered-list-item" : "unordered-list-item", depth];
  }
  const level = styleOf(node).match(/mso-list:\s*l\d+\s+level(\d+)/i)?.[1];
  if (!level) return [null, 0];
  const marker = [...node.querySelectorAll("span")].find((one) => /mso-list:\s*Ignore/i.test(styleOf(one)));
  const isNumbered = /^\s*[(]?[\p{L}\p{N}]{1,4}[.)۔-]/u.test(marker?.textContent ?? "");
  return [isNumbered ? "ordered-list-item" : "unordered-list-item", Number(level) - 1];
}

// Without the spaces and empty lines at its end; ranges end with the text.
function trimmed(one) {
  const text = one.text.replace(/[ \n\u00a0]+$/, "");
  const size = [...text].length;
  const cut = (ranges) =>
    ranges
      .map((range) => ({ ...range, length: Math.min(range.length, size - range.offset) }))
      .filter(({ length }) => length > 0);
  return { ...one, text, inlineStyleRanges: cut(one.inlineStyleRanges), entityRanges: cut(one.entityRanges) };
}
