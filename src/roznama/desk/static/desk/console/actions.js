// What can be done with the conversation as a whole: take, hand back, transfer, close and so on.

import { find, make, show } from "./dom.js";
import { named, say } from "./words.js";

export class Actions {
  constructor(store) {
    this.store = store;
    this.buttons = Object.fromEntries(
      ["take", "return", "transfer", "close", "reopen", "urgent"].map((name) => [
        name, find(`[data-act="${name}"]`),
      ]),
    );
    for (const [name, button] of Object.entries(this.buttons)) {
      button.addEventListener("click", () => this.act(name));
    }
    store.addEventListener("talk", ({ detail }) => detail.chat === store.selected && this.draw());
    store.addEventListener("lists", () => this.draw());
    find("#transfer form").addEventListener("submit", (event) => this.#transfer(event));
    find("#transfer-to").addEventListener("change", () => this.#fits());
    store.addEventListener("me", () => find("#transfer").open && this.#fill());
  }

  // Does it, where it may be done now.
  act(name) {
    const chat = this.store.chats.get(this.store.selected);
    if (!chat || this.buttons[name].hidden) return;
    if (name === "transfer") this.#askWhere();
    else if (name === "close") this.#askWhether(say("close_sure"), say("close"), () => this.#do("close"));
    else if (name === "urgent") this.#do("urgent", { on: !chat.urgent });
    else this.#do(name);
  }

  // Asks before something that cannot be undone by the next click.
  ask(question, yes, act) {
    this.#askWhether(question, yes, act);
  }

  draw() {
    const { store } = this;
    const chat = store.chats.get(store.selected);
    const isMine = store.isMine(chat);
    const isActive = chat?.state === "active";
    const mayLead = isActive && (isMine || store.isHead(chat));
    const maySee = store.mayRead(chat);
    const isOpen = Boolean(chat) && chat.state !== "closed" && chat.state !== "erased";
    show(this.buttons.take, isOpen && !isMine && (!isActive || store.isHead(chat)));
    show(this.buttons.return, mayLead);
    show(this.buttons.transfer, mayLead);
    show(this.buttons.close, isMine || (isOpen && store.isHead(chat)));
    show(this.buttons.reopen, chat?.state === "closed" && maySee);
    show(this.buttons.urgent, isOpen && maySee);
    this.buttons.urgent.setAttribute("aria-pressed", String(Boolean(chat?.urgent)));
  }

  #do(what, rest = {}) {
    this.store.command(what, this.store.selected, rest);
  }

  #askWhether(question, yes, act) {
    const dialog = find("#ask");
    find("#ask-question").textContent = question;
    const button = find("#ask-yes");
    button.textContent = yes;
    button.onclick = () => {
      dialog.close();
      act();
    };
    dialog.showModal();
  }

  #askWhere() {
    this.store.refresh(); // who is on duty may have changed since
    find("#transfer-why").value = "";
    this.#fill();
    find("#transfer").showModal();
  }

  #fill() {
    const chat = this.store.chats.get(this.store.selected);
    if (!chat) return;
    const select = find("#transfer-to");
    const before = select.value;
    const people = this.store.people
      .filter(({ team, id }) => team === chat.team && id !== chat.professional)
      .sort((one, other) => Number(other.on_duty) - Number(one.on_duty));
    const teams = this.store.otherTeams.filter(({ pk }) => pk !== chat.team);
    select.replaceChildren(
      make("option", { value: "", text: say("choose") }),
      group(say("colleagues"), people.map((one) => [`to:${one.id}`,
        `${named(one)} · ${say(one.on_duty ? "on_duty" : "off_duty")}`])),
      group(say("other_teams"), teams.map((one) => [`team:${one.pk}`, named(one)])),
    );
    select.value = before;
    if (select.selectedIndex < 0) select.value = "";
    this.#fits();
  }

  #fits() {
    const [kind, id] = find("#transfer-to").value.split(":");
    const person = kind === "to" && this.store.nameOf(Number(id));
    find("#transfer-warning").textContent =
      person && !person.on_duty ? say("transfer_off_duty", { name: named(person) }) : "";
  }

  #transfer(event) {
    if (event.submitter?.value === "no") return;
    const [kind, id] = find("#transfer-to").value.split(":");
    const why = find("#transfer-why").value.trim();
    // The reason goes first: afterwards the conversation is somebody else's.
    if (why) this.#do("note", { text: why });
    this.#do("transfer", { [kind]: Number(id) });
  }
}

function group(label, options) {
  return make("optgroup", { label }, ...options.map(([value, text]) => make("option", { value, text })));
}
