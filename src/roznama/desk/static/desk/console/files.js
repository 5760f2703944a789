// Pictures and PDF on their way to a message: chosen, dropped or pasted, uploaded, then sent by id.

import { announce, arrange, find, make } from "./dom.js";
import { config, say } from "./words.js";

const MOST = 5; // of one message: MOST_FILES of desk/chat/commands.py
const LARGEST = 8 * 1024 * 1024;

export class Files {
  #chat = 0;
  #of = new Map(); // chat -> files on their way to its next message

  constructor(store, changed) {
    this.store = store;
    this.changed = changed;
    this.input = find("#files");
    this.input.addEventListener("change", () => {
      this.#add([...this.input.files]);
      this.input.value = "";
    });
    find("#attach-button").addEventListener("click", () => this.input.click());
    find("#words").addEventListener("paste", (event) => this.#brought(event, event.clipboardData));
    const talk = find("#talk");
    talk.addEventListener("dragover", (event) => event.preventDefault());
    talk.addEventListener("drop", (event) => this.#brought(event, event.dataTransfer));
  }

  get isBusy() {
    return this.#files().some(({ state }) => state === "coming");
  }

  change(chat) {
    this.#chat = chat;
    this.#draw();
  }

  // Returns those that are uploaded, for a message that is sent now.
  take() {
    const ready = this.#files().filter(({ state }) => state === "ready");
    this.#of.delete(this.#chat);
    this.#draw();
    return ready;
  }

  #files() {
    return this.#of.get(this.#chat) ?? [];
  }

  #brought(event, data) {
    const files = [...(data?.files ?? [])];
    if (!files.length || find("#attach").hidden) return;
    event.preventDefault();
    this.#add(files);
  }

  #add(files) {
    const free = MOST - this.#files().length;
    if (files.length > free) announce(say("files_most", { count: MOST }));
    for (const file of files.slice(0, Math.max(0, free))) this.#upload(file);
  }

  async #upload(file) {
    const chat = this.#chat;
    const one = { name: file.name, state: "coming", id: "", why: "" };
    this.#of.set(chat, [...(this.#of.get(chat) ?? []), one]);
    this.#draw();
    Object.assign(one, file.size > LARGEST ? wrong(say("file_too_big")) : await sent(chat, file));
    announce(one.state === "ready" ? say("file_ready", { name: one.name }) : one.why);
    this.#draw();
  }

  #draw() {
    arrange(find("#on-their-way"), this.#files().map((one) => make(
      "li", { class: `going going--${one.state}` },
      make("bdi", { text: one.name }), " ",
      make("span", { text: one.state === "wrong" ? one.why : say(`file_${one.state}_mark`) }),
      make("button", {
        type: "button", class: "small", text: "×",
        "aria-label": say("file_remove", { name: one.name }), onclick: () => this.#remove(one),
      }),
    )));
    this.changed();
  }

  #remove(one) {
    this.#of.set(this.#chat, this.#files().filter((other) => other !== one));
    this.#draw();
  }
}

const wrong = (why) => ({ state: "wrong", why });

async function sent(chat, file) {
  const body = new FormData();
  body.append("file", file);
  try {
    const answer = await fetch(config.upload.replace("0", chat), {
      method: "POST", body, headers: { "X-CSRFToken": config.csrf },
    });
    const told = await answer.json();
    return answer.ok ? { state: "ready", id: told.id } : wrong(told.text);
  } catch {
    return wrong(say("file_failed"));
  }
}
