// The report: sources open beside the text, paragraphs are worded in place, pages show their text as they come.
// Everything works without it.
const $ = (wanted, within = document) => within.querySelector(wanted);
const parsed = async (reply) => new DOMParser().parseFromString(await reply.text(), "text/html");
const here = location.pathname;
const text = $("#loi-van");
let dirty = false;  // something is typed that is not kept

async function page(address, options) {
  const reply = await fetch(address, {headers: {accept: "text/html"}, ...options});
  return {reply, found: await parsed(reply)};
}
const say = (words) => { const place = $("#vua-lam"); if (place) place.textContent = words; };

// Where a number comes from, in a box over the text.
const box = document.createElement("dialog");
box.className = "hop";
box.setAttribute("aria-label", "Nguồn số liệu");
document.body.append(box);
box.addEventListener("click", (event) => { if (event.target === box || event.target.closest(".quay-lai")) { event.preventDefault(); box.close(); } });
async function source(link) {
  const {found} = await page(link.href);
  const shown = $(".nguon", found);
  if (!shown) { location.assign(link.href); return; }
  for (const title of shown.querySelectorAll("h1")) { const smaller = document.createElement("h2"); smaller.append(...title.childNodes); title.replaceWith(smaller); }
  box.replaceChildren(document.importNode(shown, true));
  box.showModal();
}

// A paragraph, worded where it stands.
async function open(link) {
  const place = link.closest(".doan");
  if ($(".sua-loi", place)) { $("textarea", place).focus(); return; }
  const {found} = await page(link.href);
  const form = $(".sua-loi", found);
  if (!form) { location.assign(link.href); return; }
  place.append(document.importNode(form, true));
  $("textarea", place).focus();
}
function close(place) {
  $(".sua-loi", place)?.remove();
  dirty = Boolean($(".sua-loi-form[data-sua]"));
  $(".sua", place)?.focus();
}
async function keep(form, button) {
  const place = form.closest(".doan"), body = new URLSearchParams(new FormData(form));
  if (button?.name) body.set(button.name, button.value);
  let answer;
  form.inert = true;
  try { answer = await page(form.action, {method: "POST", body}); } catch { failed(form); return; }
  const {reply, found} = answer, refused = $(".sua-loi", found);
  if (reply.ok && reply.redirected && $("#loi-van", found)) { fresh(found, place); return; }
  if (refused) { $(".sua-loi", place).replaceWith(document.importNode(refused, true)); $("textarea", place).focus(); return; }
  failed(form, $("main h1 ~ p", found)?.textContent);
}
function failed(form, why = "Mất kết nối; lời đang nhập vẫn còn trong ô.") {
  form.inert = false;
  let told = $(".loi", form);
  if (!told) { told = Object.assign(document.createElement("p"), {className: "loi"}); told.setAttribute("role", "alert"); form.prepend(told); }
  told.textContent = `Chưa lưu. ${why}`;
}
// The report as it is now: what is being typed elsewhere stays.
function fresh(found, place) {
  const others = [...document.querySelectorAll(".sua-loi")].filter((one) => !place.contains(one)).map((one) => [one.closest(".doan").id, one]);
  text.replaceChildren(...document.importNode($("#loi-van", found), true).childNodes);
  $("#can-xem").replaceWith(document.importNode($("#can-xem", found), true));
  for (const [id, form] of others) document.getElementById(id)?.append(form);
  dirty = others.length > 0;
  const told = $("main > .alert", found);
  say(told ? told.textContent.trim() : "");
  $(".sua", document.getElementById(place.id) || text)?.focus();
}

if (text) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const act = link.matches(".sua") ? open : link.pathname.startsWith(`${here}/nguon/`) ? source : null;
    if (act) { event.preventDefault(); act(link).catch(() => location.assign(link.href)); }
    if (link.matches(".doan [data-dong]")) { event.preventDefault(); close(link.closest(".doan")); }
  });
  text.addEventListener("submit", (event) => { event.preventDefault(); keep(event.target, event.submitter); });
  text.addEventListener("input", (event) => { dirty = true; event.target.form.dataset.sua = ""; });
  text.addEventListener("keydown", (event) => {
    const form = event.target.closest(".sua-loi-form");
    if (!form || event.isComposing) return;
    if (event.key === "s" && event.ctrlKey) { event.preventDefault(); form.requestSubmit($("[value=luu]", form)); }
    if (event.key === "Escape" && form.dataset.sua === undefined) close(form.closest(".doan"));
  });
  addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });
}

// Pages that have come into sight get their paragraphs as links, and their text, one after another.
let queue = Promise.resolve();
for (const one of document.querySelectorAll("[data-trang]")) {
  const picture = $("img", one);
  const dress = async () => {
    const {found} = await page(one.dataset.trang);
    const links = $(".o-trang", found), words = $(".chu-trang", found);
    if (links) $(".trang-khung", one).append(document.importNode(links, true));
    if (words) { words.open = false; one.append(document.importNode(words, true)); }
  };
  const next = () => { queue = queue.then(dress).catch(() => {}); };
  if (picture.complete && picture.naturalWidth) next(); else picture.addEventListener("load", next, {once: true});
}

// A preview that is being made: the page is asked again until it is there.
async function wait() {
  const shown = $("[data-dang-dung]");
  if (!shown) return;
  await new Promise((go) => setTimeout(go, 2000));
  try {
    const {found} = await page(here), still = $("[data-dang-dung]", found);
    if (!still) { location.reload(); return; }
    shown.replaceWith(document.importNode(still, true));
  } catch { /* asked again */ }
  wait();
}
wait();
