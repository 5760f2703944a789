// Everything by keyboard: Alt with a key, the same key whatever its letter is in this layout.

import { find } from "./dom.js";

export class Keys {
  constructor(acts) {
    this.acts = acts;
    addEventListener("keydown", (event) => this.#pressed(event));
    find("#help-open").addEventListener("click", () => this.help());
  }

  help() {
    const sheet = find("#help");
    if (sheet.open) sheet.close();
    else sheet.showModal();
  }

  #pressed(event) {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const act = event.code === "Slash" ? () => this.help() : this.acts[event.code];
    const dialog = find("dialog[open]");
    if (!act || (dialog && event.code !== "Slash")) return;
    event.preventDefault();
    act();
  }
}
