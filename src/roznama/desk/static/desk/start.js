// Before the first message: which team, who is in it, what is agreed to, the question.

import { badge, button, face, h, isNobody, presence, promised } from "./dom.js";

export function teamList(say, teams, choose) {
  const line = (team) =>
    h(
      "li",
      {},
      h(
        "button.team",
        { type: "button", onclick: () => choose(team.slug) },
        h("span.faces", {}, team.faces.slice(0, 3).map(face)),
        h(
          "span",
          {},
          h("b", {}, say.of(team, "name")),
          h("small", {}, say.of(team, "about")),
          team.online > 0 && h("span.there.there--on", {}, say("online")),
        ),
      ),
    );
  if (!teams.length) return h("p.empty", {}, say("no_teams"));
  return h("div", {}, h("h3", {}, say("choose")), h("ul.teams", {}, teams.map(line)));
}

const person = (say, one) =>
  h(
    "li",
    {},
    face(one),
    h(
      "span",
      {},
      h("b", {}, say.of(one, "name")),
      h("small", {}, say.of(one, "title")),
      presence(say, one),
      badge(say, one),
    ),
  );

export function botSays(say, text) {
  return h("div.said.said--bot", {}, h("small.who", {}, say("bot")), h("p", { dir: "auto" }, text));
}

// The form of the first message; `known` is what was written before, `send` takes all of it.
export function startForm(say, team, known, send) {
  if (!team.is_open || !team.consent) return h("p.empty", {}, say("closed_team"));
  const text = h("textarea", { id: "question", rows: 4, maxlength: 4000, required: true });
  text.value = known.text ?? "";
  const province = h(
    "select",
    { id: "province", "aria-describedby": "province-why" },
    team.provinces.map((one) =>
      h("option", { value: one.code, selected: one.code === known.province }, say.of(one, "name")),
    ),
  );
  const agree = h("input", { type: "checkbox", id: "agree" });
  agree.checked = known.agree === team.consent.version;
  const trouble = h("p.trouble", { role: "alert" }, known.trouble);
  const values = () => ({
    text: text.value,
    province: province.value,
    agree: agree.checked && team.consent.version,
  });
  const submit = (event) => {
    event.preventDefault();
    const missing = text.value.trim() ? agree.checked || [agree, "must_agree"] : [text, "must_write"];
    if (missing === true) return send(values());
    trouble.textContent = say(missing[1]);
    missing[0].focus();
  };
  const form = h(
    "form.start",
    { onsubmit: submit, novalidate: true },
    h("ul.people", {}, team.people.map((one) => person(say, one))),
    isNobody(team.promise) && h("p.notice", {}, promised(say, team.promise)),
    botSays(say, say("greeting")),
    h("label", { for: "question" }, say("question")),
    text,
    h("label", { for: "province" }, say("province")),
    province,
    h("small", { id: "province-why" }, say("province_why")),
    h(
      "section.terms",
      { "aria-labelledby": "terms" },
      h("h3", { id: "terms" }, say("terms")),
      say.of(team.consent, "text").split(/\n+/).map((line) => h("p", { dir: "auto" }, line)),
      h("label.check", {}, agree, h("span", {}, say("agree"))),
    ),
    trouble,
    h("button.strong", { type: "submit" }, say("send_question")),
  );
  return Object.assign(form, { values });
}

export const lost = (say, words, anew) =>
  h("div.empty", {}, h("p", { role: "status" }, say(words)), button(say("anew"), anew, { class: "strong" }));
