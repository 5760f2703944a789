// What a reader may do with a conversation: take it along, allow a story, end it, have it erased.

import { button, h } from "./dom.js";

// `menu` has its head already; `desk` has copy(), save(path, name), erase().
export function fill(menu, say, talk, desk) {
  const onchange = () => talk.do("story", { yes: story.checked });
  const story = h("input", { type: "checkbox", onchange });
  const end = button(say("end"), () => {
    menu.open = false;
    talk.do("close");
  });
  const renew = () => {
    story.checked = Boolean(talk.chat?.state.may_publish);
    end.hidden = talk.chat?.state.state === "closed";
  };
  renew();
  menu.addEventListener("toggle", renew);
  menu.append(
    button(say("copy_link"), () => desk.copy()),
    button(say("save_html"), () => desk.save("transcript.html", "conversation.html")),
    button(say("save_json"), () => desk.save("transcript.json", "conversation.json")),
    h("label.check", {}, story, h("span", {}, say("story"))),
    end,
    eraser(say, desk),
  );
}

// Asks once more, since nothing brings it back.
function eraser(say, desk) {
  const ask = button(say("erase"), () => {
    sure.hidden = false;
    sure.querySelector("button").focus();
  });
  const no = () => {
    sure.hidden = true;
    ask.focus();
  };
  const sure = h(
    "div.sure",
    { role: "group", "aria-labelledby": "sure", hidden: true },
    h("p", { id: "sure" }, say("erase_sure")),
    button(say("cancel"), no),
    button(say("erase_yes"), () => desk.erase(), { class: "danger" }),
  );
  return h("div", {}, ask, sure);
}
