// The page of a unit: rows open in place and are kept while they are typed. Everything works without it.
// Typed text stays in the memory of the page alone, where the next person cannot read it.

const QUIET = 1500, LONGEST = 30000, BRIEF = 300;  // milliseconds: after the last key; at most between attempts; in a search
const $ = (wanted, within = document) => within.querySelector(wanted);
const $$ = (wanted, within = document) => [...within.querySelectorAll(wanted)];
const parsed = (text) => new DOMParser().parseFromString(text, "text/html");
const got = async (address) => parsed(await (await fetch(address)).text());
const read = async (reply) => /json/.test(reply.headers.get("content-type")) ? reply.json() : parsed(await reply.text());
const make = (name, values) => Object.assign(document.createElement(name), values);
const list = $("#cac-dong");
let recount = () => {};
let open = null;  // the row that is being edited: {saver, box, row, link}

// After signing in again elsewhere there is a new secret.
async function send(address, body, accept) {
  for (const again of [false, true]) {
    const reply = await fetch(address, {method: "POST", body, keepalive: document.hidden && `${body}`.length < 6e4,
      headers: {accept, "x-csrf": $("input[name=ma_phien]").value}});
    if (reply.status !== 403 || again) return reply;
    await renew(body);
  }
}
async function renew(body) {
  const reply = await fetch("/phien", {redirect: "manual", headers: {accept: "application/json"}});
  if (!reply.ok) return;
  const {ma_phien: value} = await reply.json();
  for (const one of $$("input[name=ma_phien]")) one.value = value;
  body.set("ma_phien", value);
}

// Keeps one row while it is typed.
class Saver {
  constructor(form, onConflict) {
    Object.assign(this, {form, onConflict, dirty: false, busy: null, composing: false, wait: 0, timer: 0});
    form.addEventListener("input", () => this.changed());
    form.addEventListener("compositionstart", () => { this.composing = true; clearTimeout(this.timer); });
    form.addEventListener("compositionend", () => { this.composing = false; this.changed(); });
    form.addEventListener("focusout", ({relatedTarget}) => {  // a link of what is told stays there to be pressed
      if (this.dirty && !this.composing && !relatedTarget?.closest(".luu-luc")) this.save();
    });
    this.was = this.text();
    counted(form);
  }
  text() { const body = this.body(); body.delete("phien_ban"); body.delete("ma_phien"); return body.toString(); }
  body() { const body = new URLSearchParams(new FormData(this.form)); body.delete("viec"); return body; }
  tell(textContent, isBad = false) {
    return Object.assign($(".luu-luc", this.form), {textContent, className: isBad ? "luu-luc loi" : "luu-luc"});
  }
  changed() {
    this.dirty = true;
    clearTimeout(this.timer);
    if (!this.composing) this.timer = setTimeout(() => this.save(), QUIET);
  }
  // Says whether all that was typed is kept.
  async save(extra) {
    clearTimeout(this.timer);
    while (this.busy) await this.busy;
    if (!extra && this.text() === this.was) { this.dirty = false; return true; }
    this.busy = this.attempt(extra);
    const kept = await this.busy;
    this.busy = null;
    return kept;
  }
  async attempt(extra) {
    const said = this.text(), body = this.body();
    for (const [name, value] of Object.entries(extra || {})) body.set(name, value);
    this.tell("Đang lưu…");
    let reply, told;
    try { reply = await send(this.form.action, body, "application/json"); told = await read(reply); } catch { return this.later("mất kết nối"); }
    if (!this.form.isConnected) return false;  // another form has its place by now
    if (reply.status === 401) return this.signIn();
    if (reply.status === 429 || reply.status >= 500) return this.later("máy chủ bận", told);
    if (!reply.ok) return this.refused(told);
    this.kept(told, said);
    return !this.dirty;
  }
  kept(told, said) {
    this.wait = 0;
    this.was = said;
    this.dirty = this.text() !== said;
    const version = $("[name=phien_ban]", this.form);
    if (version) version.value = told.phien_ban;
    this.tell(`Đã lưu ${told.luc}`);
    this.warn(told.loi);
    $(".hai-ban", this.form.closest(".dong"))?.remove();
    if (this.dirty) this.changed();
  }
  warn(sentences) {
    $(".dong-loi", this.form).replaceChildren(...sentences.filter(Boolean).map((text) => make("p", {className: "nghi", textContent: text})));
  }
  // The server says itself why it cannot keep anything now.
  later(why, {title, detail, remedy} = {}) {
    this.tell(`Chưa lưu – ${detail ? title[0].toLowerCase() + title.slice(1) : why}, đang thử lại`, true);
    if (detail) this.warn([`${detail} ${remedy}`]);
    this.wait = Math.min(this.wait * 2 || 2000, LONGEST);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), this.wait);
    return false;
  }
  signIn() {
    const link = make("a", {href: "/dang-nhap", target: "_blank", textContent: "Đăng nhập lại ở cửa sổ khác"});
    this.tell("Chưa lưu – phiên làm việc đã hết. ", true).append(link, ", rồi quay lại đây: nội dung đang nhập vẫn còn.");
    return false;
  }
  refused(told) {
    const isPage = told instanceof Document, why = isPage && $(".tom-tat-loi, main h1 ~ p", told);
    if (isPage && $(".hai-ban", told)) { this.onConflict(told, this); return false; }
    this.tell("Chưa lưu", true);
    if (isPage) this.warn([why ? why.textContent.replace(/\s+/g, " ").trim() : "Tải lại trang rồi nhập lại."]);
    else this.warn([told.detail, ...told.problems, told.remedy]);
    return false;
  }
  leave() { clearTimeout(this.timer); this.dirty = false; }
  again() { if (this.dirty && !this.composing) this.save(); }
}

// Two texts of one row: this one, the other, or both together. Whoever is typing goes on, and the box keeps up.
function conflict(page, saver) {
  const {form} = saver, box = form.closest(".dong"), both = document.importNode($(".hai-ban", page), true), shown = $(".hai-ban", box);
  saver.theirs = $("[name=phien_ban]", page).value;
  saver.tell("Chưa lưu – có người vừa sửa dòng này. ", true).append(make("a", {href: "#hai-ban-ten", textContent: "So hai bản"}));
  if (shown) {
    $("table", shown).replaceWith($("table", both));
    for (const part of ["h2", "[value=lay]"]) $(part, shown).replaceChildren(...$(part, both).childNodes);
    return;
  }
  both.addEventListener("click", async (event) => {
    const pressed = event.target.closest("button");
    if (!pressed) return;
    event.preventDefault();
    while (saver.busy) await saver.busy;
    if (both.isConnected) settle(box, saver, pressed.value);
  });
  form.before(both);
  if (!form.contains(document.activeElement)) $("h2", both).focus();
}
async function settle(box, saver, how) {
  const {form} = saver, body = saver.body();
  if (how === "luu") { $("[name=phien_ban]", form).value = saver.theirs; saver.save({}); return toField(box); }
  body.set("viec", how);
  form.inert = true;  // nothing may be typed into fields that are about to be replaced
  try {
    const reply = await send(form.action, body, how === "ghep" ? "text/html" : "application/json"), told = await read(reply);
    if (!reply.ok) return saver.refused(told);
    const page = how === "ghep" ? told : await got(form.action);
    saver.leave();
    for (const part of $$(".hai-ban, .lich-su", box)) part.remove();
    form.replaceWith(document.importNode($(".dong-form", page), true));
    box.append(document.importNode($(".lich-su", page), true));
    const fresh = start(box);
    if (how === "ghep") { fresh.was = ""; fresh.changed(); } else fresh.tell("Đã lấy bản kia; bản vừa nhập còn trong lịch sử của dòng");
    toField(box);
  } catch { saver.tell("Chưa lưu – mất kết nối, hãy bấm lại", true); } finally { form.inert = false; }
}
function toField(box) { $(".dong-form :is(textarea, input:not([type=hidden]))", box)?.focus(); }

// What the buttons of a row do without leaving the page.
function start(box) {
  const form = $(".dong-form", box);
  if (!form) return null;
  const saver = new Saver(form, conflict);
  if (open?.box === box) open.saver = saver; else if (!open) open = {saver, box};
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.chep) { event.preventDefault(); copy(form, button.value, button.dataset.chep); }
    if (button && "them" in button.dataset) { event.preventDefault(); addDocument(form); }
  });
  return saver;
}
function copy(form, name, text) {
  const field = form.elements[name];
  field.value = text;
  field.dispatchEvent?.(new Event("input", {bubbles: true}));
  if (field.focus) field.focus(); else form.dispatchEvent(new Event("input"));
}
function addDocument(form) {
  const rows = $$(".van-ban-dong", form), fresh = rows.at(-1).cloneNode(true), place = rows.length + 1;
  for (const input of $$("input", fresh)) {
    const id = `o-${input.name}-${place}`, label = input.parentElement.querySelector("label");
    input.value = ""; input.id = label.htmlFor = id;
    label.textContent = `${label.textContent.replace(/ \(\d+\)$/, "")} (${place})`;
  }
  rows.at(-1).after(fresh);
  $("input", fresh).focus();
}
function counted(form) {
  for (const area of $$("[name=ket_qua], [name=noi_dung]", form)) {
    const shown = make("div", {className: "dem", ariaHidden: true});
    const count = () => { shown.textContent = `${[...area.value].length.toLocaleString("vi")} ký tự`; };
    area.addEventListener("input", count);
    area.after(shown);
    count();
  }
}

// A row opens below its line.
async function openRow(row) {
  if (open && !(await closeRow(false))) return;
  const link = $("th a", row);
  let page;
  try { page = await got(link.href); } catch { location.href = link.href; return; }
  const box = $(".dong", page);
  if (!box) { location.href = link.href; return; }
  const holder = make("tr", {className: "dang-mo"}), cell = holder.insertCell();
  cell.colSpan = row.cells.length;
  const title = $("h1", box);
  title.replaceWith(make("h3", {className: "dong-ten", textContent: title.textContent}));
  cell.append(document.importNode(box, true));
  row.after(holder);
  open = {saver: null, box: cell.firstElementChild, row, link, holder};
  start(open.box);
  link.setAttribute("aria-expanded", "true");
  ($("input:checked, .dong-form input:not([type=hidden]), textarea", open.box) || $("a", open.box)).focus();
  holder.scrollIntoView({block: "nearest"});
}
async function closeRow(toLink = true) {
  const {saver, row, link, holder} = open;
  if (saver && !(await saver.save())) { $(".hai-ban h2", holder)?.focus(); return false; }
  open = null;
  holder.remove();
  link.removeAttribute("aria-expanded");
  if (toLink) link.focus();
  await refresh(row, toLink);
  return true;
}
async function refresh(row, toLink) {
  const here = await got(location.pathname + location.search);
  for (const id of ["tien-do", "bo-loc"]) document.getElementById(id)?.replaceWith(document.importNode(here.getElementById(id), true));
  const all = here.getElementById(row.id) ? here : await got(location.pathname);
  const fresh = document.importNode(all.getElementById(row.id), true);
  row.replaceWith(fresh);
  if (toLink) $("th a", fresh).focus();
}
async function next() {
  const {row} = open, id = row.id;
  if (!(await closeRow(false))) return;
  const rows = $$("tr[id]"), place = rows.findIndex((one) => one.id === id);
  const found = [...rows.slice(place + 1), ...rows.slice(0, place)].find((one) => "chuaXong" in one.dataset);
  if (found) openRow(found); else $(".thanh-duoi .btn-primary")?.focus();
}

// Forms inside an open row are sent from there.
async function sent(form, button) {
  const {saver} = open;
  if (form.matches(".dong-form")) {
    if (button?.value === "khong_doi" && !(await saver.save({viec: "khong_doi"}))) return;
    return button?.value === "tiep" ? next() : closeRow();
  }
  let page;
  try { page = parsed(await (await send(form.action, new FormData(form), "text/html")).text()); } catch { return saver.warn(["Chưa gửi – mất kết nối; có mạng lại thì bấm lần nữa."]); }
  const section = form.closest("section"), name = section.getAttribute("aria-labelledby");
  const fresh = $(`section[aria-labelledby=${name}]`, page);
  if (!fresh) return saver.warn([$("main", page)?.textContent.trim().slice(0, 300) || ""]);
  section.replaceWith(document.importNode(fresh, true));
  $(`#${name}`).scrollIntoView({block: "nearest"});
}

document.addEventListener("submit", (event) => {
  const {target: form, submitter} = event, saver = open?.saver;
  if (!saver) return;
  if (open.holder?.contains(form)) { event.preventDefault(); sent(form, submitter); }
  else if (form === saver.form) saver.leave();
  else if (saver.dirty) { event.preventDefault(); saver.save().then((kept) => kept && form.requestSubmit(submitter)); }
});
document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (list?.contains(link) && link.matches("tr[id] th a")) {
    event.preventDefault();
    if (open?.link === link) closeRow(); else openRow(link.closest("tr"));
  } else if (open?.holder && "dongLai" in link.dataset) { event.preventDefault(); closeRow(); }
});
document.addEventListener("keydown", (event) => {
  if (!open?.saver || event.isComposing) return;
  if (event.key === "Escape" && open.holder) { event.preventDefault(); closeRow(); }
  if (!(event.ctrlKey || event.metaKey)) return;
  if (event.key.toLowerCase() === "s") { event.preventDefault(); open.saver.save(); }
  if (event.key === "Enter") { event.preventDefault(); if (open.holder) next(); else $("[value=tiep]", open.box)?.click(); }
});
document.addEventListener("visibilitychange", () => open?.saver?.again());
for (const name of ["online", "focus"]) addEventListener(name, () => open?.saver?.again());
addEventListener("beforeunload", (event) => { if (open?.saver && (open.saver.dirty || open.saver.busy)) event.preventDefault(); });
for (const name of ["dragover", "drop"]) document.addEventListener(name, (event) => {
  const form = event.target.closest?.(".tha-tep");
  if (!form || !event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  form.classList.toggle("tren", name === "dragover");
  if (name === "drop") { $("input[type=file]", form).files = event.dataTransfer.files; form.requestSubmit(); }
});

// Ticks: all that are shown, a range with Shift.
function ticks() {
  const boxes = () => $$("tr:not([hidden]) input[name=chon]", list), all = make("label", {className: "form-check mb-0"});
  if (!$(".chon-nhieu")) return;
  all.innerHTML = '<input class="form-check-input" type="checkbox"> <span class="form-check-label"></span>';
  const whole = $("input", all);
  $(".chon-nhieu").prepend(all);
  let last = null;
  const tell = () => {
    const chosen = $$("input[name=chon]:checked", list).length, hidden = $$("[hidden] input[name=chon]:checked", list).length;
    $("#da-chon").textContent = chosen ? `Đã chọn ${chosen}${hidden ? `, ${hidden} đang ẩn` : ""}` : "";
    whole.checked = chosen > 0 && boxes().every((one) => one.checked);
    $("span", all).textContent = `Chọn cả ${boxes().length} dòng đang hiện`;
    $(".thanh-duoi").classList.toggle("chua-chon", !chosen);
  };
  whole.addEventListener("change", () => { for (const one of boxes()) one.checked = whole.checked; tell(); });
  list.addEventListener("click", (event) => {
    if (event.target.name !== "chon") return;
    const now = boxes(), place = now.indexOf(event.target), from = now.indexOf(last);
    if (event.shiftKey && from >= 0) for (const one of now.slice(Math.min(place, from), Math.max(place, from) + 1)) one.checked = event.target.checked;
    last = event.target;
    tell();
  });
  recount = tell;
  tell();
}

// The list narrows while words are typed. The server says which rows have them, as it does without this.
function search(form) {
  const field = $("[type=search]", form);
  let timer = 0, asked = location.href;
  const seek = async () => {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
    const address = `${query}` ? `${form.action}?${query}` : form.action;
    if (address === asked) return;
    asked = address;
    try {
      const here = await got(address);
      if (asked !== address || !here.getElementById("so-dong") || !(await narrow(here, query))) return;
      history.replaceState(null, "", address);
      for (const one of $$("#hang-loat [name=tim]")) one.value = field.value;
    } catch { asked = ""; }  // the button stays
  };
  const wait = (event) => { clearTimeout(timer); if (!event.isComposing) timer = setTimeout(seek, BRIEF); };
  for (const name of ["input", "compositionend"]) field.addEventListener(name, wait);
}
async function narrow(here, query) {
  const found = new Set($$("#cac-dong tr[id]", here).map((one) => one.id));
  if ([...found].some((id) => !document.getElementById(id))) {  // the page began with fewer rows
    if (open?.holder && !(await closeRow(false))) return false;
    query.delete("tim");
    const all = await got(`${location.pathname}?${query}`), ticked = new Set($$("input[name=chon]:checked", list).map((one) => one.value));
    list.replaceChildren(...document.importNode(all.getElementById("cac-dong"), true).childNodes);
    for (const one of $$("input[name=chon]", list)) one.checked = ticked.has(one.value);
  }
  for (const row of $$("tr[id]", list)) row.hidden = !found.has(row.id) && row !== open?.row;
  for (const part of $$("tbody, section", list)) part.hidden = !$("tr[id]:not([hidden])", part);
  for (const id of ["bo-loc", "khong-co"]) document.getElementById(id).replaceWith(document.importNode(here.getElementById(id), true));
  $("#so-dong").textContent = here.getElementById("so-dong").textContent;
  recount();
  return true;
}

for (const undo of $$(".viec-kem")) setTimeout(() => undo.remove(), LONGEST);
if (list) { ticks(); search($(".tim-dong")); } else { const box = $(".dong"); if (box) start(box); }
