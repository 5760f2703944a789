// A line with Urdu letters in it goes from right to left, whatever it begins with: by the first
// letter, «COP30 میں 12.5 فیصد کمی» would be read the wrong way. Others go the screen's way.

import { fieldOf } from "./fields.js";

const URDU = /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]/;

export function listen() {
  document.addEventListener("input", ({ target }) => turn(target));
  document.addEventListener("focusin", ({ target }) => turn(target));
  for (const field of document.querySelectorAll("input, textarea")) turn(field);
}

function turn(target) {
  const field = fieldOf(target);
  if (!field || field.editor) return;
  if (URDU.test(field.input.value)) field.input.dir = "rtl";
  else field.input.removeAttribute("dir");
}
