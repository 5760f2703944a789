// Takes the token from behind the #, out of the address and the history, and posts it.

const token = location.hash.slice(1);
const form = document.querySelector("[data-enter]");
if (token && form) {
  history.replaceState(null, "", location.pathname);
  form.elements.token.value = token;
  form.submit();
}
