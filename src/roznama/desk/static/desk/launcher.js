// A button in the corner that leads to the desk. Small, and after the story: the desk itself
// is fetched when somebody opens it, and until then nothing is kept and nothing is connected.

const STYLE = new URL("./launcher.css", import.meta.url).href;
const WORDS = {
  ur: ["{} سے پوچھیں", "ماہرین سے پوچھیں", "آن لائن", "آپ کی گفتگو جاری ہے", "نیا جواب", "آخری بار {} آن لائن"],
  en: ["Ask {}", "Ask a professional", "Online", "Your conversation goes on", "New answer", "Last active {}"],
};

function kept() {
  const found = [];
  try {
    for (const [key, value] of Object.entries(localStorage)) {
      if (key.startsWith("desk:")) found.push(JSON.parse(value));
    }
  } catch {
    // Storage may be forbidden, or not ours.
  }
  return found.filter((one) => one?.token && one.state !== "closed");
}

function language() {
  try {
    return localStorage.getItem("desk-language") === '"en"' ? "en" : "ur";
  } catch {
    return "ur";
  }
}

async function presence() {
  try {
    const answer = await fetch("/live/desk.json", { credentials: "omit" });
    return answer.ok ? (await answer.json()).teams : [];
  } catch {
    return [];
  }
}

function make(name, className, text = "") {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

function faceOf({ face, name }) {
  if (!face) return make("span", "desk-face", [...name.split(" ").at(-1)][0]);
  const image = make("img", "desk-face");
  Object.assign(image, { src: face, alt: "", width: 36, height: 36 });
  return image;
}

// Somebody who is there, or since when nobody is.
function state(teams, chats, [, , online, goesOn, fresh, last]) {
  if (chats.some((chat) => chat.unread)) return [fresh, "new"];
  if (chats.length) return [goesOn, "on"];
  if (teams.some((team) => team.online)) return [online, "on"];
  const heard = Math.max(...teams.flatMap((team) => team.faces.map((face) => face.last_heard ?? 0)));
  const minutes = Math.floor((Date.now() - heard) / 60_000);
  if (!(minutes < 2_880)) return ["", "off"];
  const since = new Intl.RelativeTimeFormat(language() === "ur" ? "ur-u-nu-arabext" : "en");
  const ago = minutes < 60 ? since.format(-minutes, "minute") : since.format(-Math.floor(minutes / 60), "hour");
  return [last.replace("{}", ago), "off"];
}

function dress(button, teams) {
  const tongue = language();
  const words = WORDS[tongue];
  const [team] = teams;
  const name = tongue === "en" ? team?.name_en || team?.name : team?.name;
  const [told, mark] = state(teams, kept(), words);
  const label = make("span", "desk-label");
  label.append(
    make("b", "", teams.length === 1 ? words[0].replace("{}", name) : words[1]),
    make("small", `desk-state desk-state--${mark}`, told),
  );
  const faces = make("span", "desk-faces");
  faces.append(...teams.flatMap((one) => one.faces).slice(0, 3).map(faceOf));
  button.lang = tongue;
  button.dir = tongue === "ur" ? "rtl" : "ltr";
  button.replaceChildren(faces, label);
}

async function open(button, desk) {
  button.setAttribute("aria-busy", "true");
  try {
    await import("./chat.js");
    if (!desk.isConnected) document.body.append(desk);
    await desk.open(button);
    button.hidden = true;
  } catch {
    location.assign("/desk/"); // The page does without.
  }
  button.removeAttribute("aria-busy");
}

async function begin() {
  if (document.querySelector("roznama-desk")) return;
  const teams = await presence();
  if (!teams.length && !kept().length) return;
  const style = make("link", "");
  Object.assign(style, { rel: "stylesheet", href: STYLE });
  const button = make("button", "desk-launcher");
  button.type = "button";
  button.setAttribute("aria-haspopup", "dialog");
  dress(button, teams);
  const desk = document.createElement("roznama-desk");
  button.addEventListener("click", () => open(button, desk));
  desk.addEventListener("desk-unread", () => dress(button, teams));
  desk.addEventListener("desk-closed", () => {
    dress(button, teams);
    button.hidden = false;
    button.focus();
  });
  style.onload = () => document.body.append(button);
  document.head.append(style);
}

if (document.readyState === "complete") begin();
else addEventListener("load", () => setTimeout(begin));
