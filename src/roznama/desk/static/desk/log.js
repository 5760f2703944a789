// The conversation's log. Elements stay where they are as long as they say the same, so that
// a screen reader is told of what is new alone.

import { button, h, isolated, latin } from "./dom.js";
import { botSays } from "./start.js";

const LINK = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?؟،۔)])/;

export class Log {
  // `does` has answer(key, text), edit(uuid, text), remove(uuid), retry(), url(file), save(file).
  constructor(say, does) {
    Object.assign(this, { say, does, shown: new Map() });
    const name = say("log");
    this.element = h("div.log", { role: "log", "aria-label": name, "aria-live": "off", tabindex: 0 });
    this.isAtEnd = true;
    this.element.addEventListener("scroll", () => {
      const { scrollHeight, scrollTop, clientHeight } = this.element;
      this.isAtEnd = scrollHeight - scrollTop - clientHeight < 80;
    });
    // What comes up under the log takes its room, not its last words.
    const stay = () => this.isAtEnd && this.toEnd();
    new ResizeObserver(stay).observe(this.element);
    this.element.addEventListener("load", stay, true); // a picture, which comes after its message
  }

  show(talk) {
    const { element } = this;
    this.talk = talk;
    const before = this.shown;
    const newest = talk.items.at(-1);
    // One's own words are looked for where they were sent.
    const isAtEnd = this.isAtEnd || (newest?.isWaiting && !before.has(newest.uuid));
    this.shown = new Map();
    let last = null;
    for (const item of talk.items) {
      const known = before.get(item.uuid);
      // Words that are being changed stay, whatever is told of the message meanwhile.
      const isOpen = !item.deleted && known?.node.querySelector("form.editor");
      const mark = isOpen ? known.mark : this.mark(item, talk);
      const node = known?.mark === mark ? known.node : this.make(item, talk);
      if (known && known.node !== node && known.node.isConnected) known.node.replaceWith(node);
      this.shown.set(item.uuid, { mark, node });
      const place = last ? last.nextSibling : element.firstChild;
      if (place !== node) element.insertBefore(node, place);
      last = node;
    }
    while (last && last.nextSibling) last.nextSibling.remove();
    if (talk.chat?.place >= talk.chat?.state.place) element.setAttribute("aria-live", "polite");
    if (isAtEnd || !before.size) this.toEnd();
  }

  toEnd() {
    this.element.scrollTop = this.element.scrollHeight;
  }

  // All that decides how an item looks.
  mark(item, { chat, said }) {
    const { state } = chat ?? {};
    const isMine = item.author === "reader";
    return JSON.stringify([
      item.text, item.deleted, item.edited, item.isWaiting, item.name,
      isMine && [said.has(item.uuid), item.place <= state?.staff_read, state?.state],
      item.kind === "asked" && state?.asking === item.body?.key,
    ]);
  }

  make(item, talk) {
    const { say } = this;
    if (item.kind === "message") return this.message(item, talk);
    if (item.kind === "asked") return this.question(item, talk);
    if (item.kind === "urgent") return this.urgent(item);
    const name = item.kind === "transferred" ? item.body?.name : say.of(item, "name");
    return h("p.line", {}, say(item.kind, name), " ", h("time", {}, say.clock(item.at)));
  }

  message(item, talk) {
    const { say } = this;
    const isMine = item.author === "reader";
    const said = h(`div.said.said--${isMine ? "mine" : "theirs"}`, { "data-uuid": item.uuid });
    const who = isMine
      ? h("span.unseen", {}, say("you"))
      : h("small.who", {}, h("b", {}, say.of(item, "name")), " ", say.of(item, "title"));
    const words = item.deleted
      ? h("p.deleted", {}, say("deleted"))
      : item.text && h("p", { dir: "auto" }, linked(item.text));
    said.append(who, words || "", ...(item.body?.files ?? []).map((file) => this.file(file)));
    said.append(
      h(
        "small.meta",
        {},
        h("time", {}, say.moment(item.at)),
        item.edited && h("span", {}, say("edited")),
        isMine && this.sendState(item, talk),
        isMine && !item.isWaiting && !item.deleted && talk.chat.state.state !== "closed"
          ? this.tools(item, said)
          : null,
      ),
    );
    return said;
  }

  sendState(item, { chat, said }) {
    const word = item.isWaiting
      ? said.has(item.uuid) ? "sent" : "sending"
      : item.place <= chat.state.staff_read ? "seen" : "sent";
    return h(`span.mark.mark--${word}`, {}, h("span.unseen", {}, this.say(word)));
  }

  tools(item, said) {
    const { say, does } = this;
    const edit = button(say("edit"), () => said.replaceChildren(this.editor(item, said)));
    const remove = button(say("delete"), () => does.remove(item.uuid));
    return h("span.tools", {}, item.text && edit, remove);
  }

  editor(item, said) {
    const { say, does } = this;
    const before = [...said.childNodes];
    const text = h("textarea", { rows: 3, maxlength: 4000, "aria-label": say("edit") });
    text.value = item.text;
    const leave = () => {
      said.replaceChildren(...before);
      this.show(this.talk);
      this.shown.get(item.uuid)?.node.querySelector("button")?.focus();
    };
    const submit = (event) => {
      event.preventDefault();
      if (text.value.trim() && text.value !== item.text) does.edit(item.uuid, text.value);
      leave();
    };
    const onkeydown = (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      event.preventDefault();
      leave();
    };
    const save = h("button.strong", { type: "submit" }, say("save"));
    queueMicrotask(() => text.focus());
    return h("form.editor", { onsubmit: submit, onkeydown }, text, save, button(say("cancel"), leave));
  }

  question(item, talk) {
    const { key, text, choices = [] } = item.body ?? {};
    const said = botSays(this.say, text);
    if (talk.chat.state.asking === key && choices.length) {
      const answer = (choice) => button(choice, () => this.does.answer(key, choice), { dir: "auto" });
      said.append(h("div.choices", { role: "group", "aria-label": text }, choices.map(answer)));
    }
    return said;
  }

  // The numbers stay in Latin digits and from left to right, as one dials them.
  urgent({ body }) {
    const { say } = this;
    const call = ({ service, number }) => {
      const [before, between, after] = say("call", "\n", "\n").split("\n");
      const href = `tel:${number.replace(/[^\d+*#]/g, "")}`;
      const words = h("span", {}, before, isolated(service), between, latin(number), after);
      return h("li", {}, h("a.strong", { href }, words));
    };
    return h(
      "section.urgent",
      { role: "alert" },
      h("h3", {}, say("urgent")),
      h("p", { dir: "auto" }, body?.text || say("urgent_text")),
      h("ul", {}, (body?.numbers ?? []).map(call)),
    );
  }

  file(file) {
    const { say, does } = this;
    const name = isolated(file.name || say(file.kind.startsWith("image/") ? "picture" : "pdf"));
    const save = button(name, () => does.save(file), { class: "file" });
    if (!file.kind.startsWith("image/")) return save;
    const image = h("img", { alt: say("picture"), width: file.width, height: file.height });
    does.url(file).then(
      (url) => (image.src = url),
      () => image.replaceWith(h("span", {}, say("file_gone"))),
    );
    save.replaceChildren(image);
    return save;
  }
}

const linked = (text) =>
  text.split(LINK).map((part, at) =>
    at % 2 ? h("a", { href: part, target: "_blank", rel: "noopener noreferrer nofollow", dir: "ltr" }, part) : part,
  );
