// What the server tells the scripts of this folder: the keyboard's layout, words, addresses.

export const known = JSON.parse(document.getElementById("newsroom-writing").textContent);
export const { words, layout } = known;

// Puts values in the place of %s, or of %(name)s.
export const say = (text, values) =>
  typeof values === "object"
    ? text.replace(/%\((\w+)\)[sd]/g, (_, name) => values[name])
    : text.replace("%s", values);

// The token that a form sends; signing in again changes it.
export const token = () => window.wagtailConfig?.CSRF_TOKEN ?? "";

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
