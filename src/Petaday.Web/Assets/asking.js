// Asking: the answer follows the form. While it is worked out the page says how far it is, and it can be cancelled: the server's work ends with the request.
const late = 300;
let asked = null;

const place = () => document.getElementById("answer");
const say = (text) => (document.getElementById("said").textContent = text);

/** The address of a form's fields as they are; empty ones are left out. */
function address(form, submitter) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value === "string" && value.trim() !== "") query.append(name, value.trim());
  }
  const text = query.toString();
  return form.getAttribute("action") + (text ? "?" + text : "");
}

/** Asks for a page and puts its answer in place of this one's; the form keeps what is being typed. */
async function follow(url, how = {}) {
  asked?.abort();
  halt();
  const own = (asked = new AbortController());
  const started = performance.now();
  const waiting = setTimeout(() => work(own, url, how), late);
  try {
    const response = await fetch(url, { signal: own.signal, headers: { Accept: "text/event-stream, text/html" } });
    const text = await told(response, () => work(own, url, how));
    if (own !== asked) return;
    show(url, text, how);
    performance.measure("answer", { start: started, end: performance.now() });
  } catch (problem) {
    if (own !== asked || problem.name === "AbortError") return;
    if (place()) end(problem instanceof Refusal ? problem.message : "broken", url, how);
    else location.assign(url);
  } finally {
    clearTimeout(waiting);
    if (own === asked) asked = null;
  }
}

class Refusal extends Error {}

/** The page of a response: at once, or after events that say how far it is. */
async function told(response, panel) {
  const type = response.headers.get("Content-Type") ?? "";
  if (type.startsWith("application/problem+json")) throw new Refusal((await response.json()).title);
  if (!type.startsWith("text/event-stream")) return response.text();
  let rest = "";
  for await (const part of parts(response.body.pipeThrough(new TextDecoderStream()))) {
    const events = (rest + part).split("\n\n");
    rest = events.pop();
    for (const event of events) {
      const [head, ...lines] = event.split("\n");
      const data = lines.map((line) => line.slice("data: ".length)).join("\n");
      if (head === "event: answer") return data;
      if (head === "event: problem") throw new Refusal(JSON.parse(data));
      move(panel(), JSON.parse(data));
    }
  }
  throw new Error("the stream ended before the answer");
}

async function* parts(stream) {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

function show(url, text, { push = false, whole = false }) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const fresh = page.getElementById("answer");
  const held = place()?.contains(document.activeElement);
  const worked = document.querySelector(".work");
  if (!fresh || !place() || whole) {
    const next = page.getElementById("main");
    if (!next) return void location.assign(url);
    document.getElementById("main").replaceChildren(...next.childNodes);
  } else {
    place().replaceWith(fresh);
  }
  document.title = page.title;
  history[push ? "pushState" : "replaceState"]({ live: true }, "", url);
  if (worked) say(worked.dataset.ready ?? "");
  if (held) place()?.focus({ preventScroll: true });
  document.dispatchEvent(new Event("petaday:answer"));
}

/** The panel of work that runs: over the old answer, which stays. */
function work(own, url, how) {
  if (own !== asked || !place()) return null;
  const there = place().querySelector(":scope > .work");
  if (there?.dataset.url) {
    there.dataset.url = url;
    there.cancel = () => cancel(own, url, how);
    return there;
  }
  there?.remove();
  const panel = document.getElementById("working").content.firstElementChild.cloneNode(true);
  panel.dataset.url = url;
  panel.cancel = () => cancel(own, url, how);
  offer(panel);
  place().prepend(panel);
  place().classList.add("waiting");
  say(panel.dataset.working);
  return panel;
}

function offer(panel) {
  const button = panel.querySelector(".cancel");
  button.hidden = false;
  button.addEventListener("click", () => panel.cancel());
}

/** Only what is new is written: a reader of screens hears the beginning and the end. */
function move(panel, { share, waiting }) {
  if (!panel) return;
  const text = `${Math.floor(100 * share)} %`;
  panel.querySelector("progress").value = 100 * share;
  panel.querySelector(".share").textContent = text;
  panel.querySelector(".doing").textContent = waiting ? panel.dataset.waiting : panel.dataset.working;
}

function cancel(own, url, how) {
  own.abort();
  asked = null;
  end("cancelled", url, how);
}

/** What was cancelled, or came to nothing, is said; a button asks again. */
function end(why, url, how) {
  const answer = place();
  const held = answer.querySelector(":scope > .work")?.contains(document.activeElement);
  answer.querySelector(":scope > .work")?.remove();
  answer.classList.remove("waiting");
  const panel = document.getElementById("ended").content.firstElementChild.cloneNode(true);
  const text = panel.dataset[why] ?? why;
  panel.querySelector("p").textContent = text;
  panel.querySelector("button").addEventListener("click", () => follow(url, how));
  answer.prepend(panel);
  say(text);
  if (held) panel.querySelector("button").focus();
}

let typing = 0;
document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-live=change]");
  if (!form || !event.target.name || event.target.type === "file") return;
  clearTimeout(typing);
  typing = setTimeout(() => follow(address(form)), event.target.matches("select, [type=range], [type=checkbox]") ? 0 : 120);
});
document.addEventListener("submit", (event) => {
  const form = event.target.closest?.("form[data-live]");
  // A form with files goes its plain way: the server answers with the address of the view.
  if (!form || event.submitter?.formMethod === "post") return;
  event.preventDefault();
  clearTimeout(typing);
  follow(address(form, event.submitter), { push: true });
});
document.addEventListener("click", (event) => {
  const apply = event.target.closest?.("a.apply");
  if (apply && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
    event.preventDefault();
    follow(apply.href, { push: true, whole: true });
  }
});
addEventListener("popstate", () => follow(location.href, { whole: true }));

// A page whose first answer takes long arrives in parts: it is the document itself that is cancelled.
let arriving = document.readyState === "loading";

function halt() {
  if (arriving && document.querySelector("#answer > .work")) window.stop();
  arriving = false;
}

function arrive() {
  const panel = document.querySelector("#answer > .work:not([data-url])");
  const done = document.querySelector("#answer > .done");
  if (panel && !done && !panel.cancel) {
    panel.cancel = () => {
      halt();
      end("cancelled", location.href, {});
    };
    offer(panel);
    say(panel.dataset.working);
  }
  if (!done) return;
  if (done.dataset.title) document.title = done.dataset.title;
  const held = panel?.contains(document.activeElement);
  say(panel?.dataset.ready ?? "");
  for (const one of document.querySelectorAll("#answer > .arriving, #answer > .work, #answer > .done")) one.remove();
  if (held) place().focus({ preventScroll: true });
}

if (arriving) {
  const watcher = new MutationObserver(() => arriving && arrive());
  watcher.observe(document, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => {
    watcher.disconnect();
    arrive();
    arriving = false;
  });
}
arrive();
