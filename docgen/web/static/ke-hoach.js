// The pages of a plan: tasks edited in place, decisions chosen together. Everything works without it.
const $ = (wanted, within = document) => within.querySelector(wanted);
const $$ = (wanted, within = document) => [...within.querySelectorAll(wanted)];
const parsed = (text) => new DOMParser().parseFromString(text, "text/html");
const page = async (address, options) => parsed(await (await fetch(address, options)).text());

// One task is open at a time, in a row of its own under the one that is edited.
const columns = 7;
let open = null;

async function edit(link) {
  const row = link.closest("tr"), found = $(".kh-form", await page(link.href));
  if (!found) { location = link.href; return; }
  close();
  const box = Object.assign(document.createElement("tr"), {className: "dang-mo"});
  const cell = Object.assign(box.insertCell(), {colSpan: columns});
  cell.append(document.importNode(found, true));
  row.after(box);
  open = {box, link, was: text(box)};
  $("textarea", box).focus();
}
const text = (box) => new URLSearchParams(new FormData($("form", box))).toString();
const isDirty = () => Boolean(open) && text(open.box) !== open.was;
function close() {
  if (!open) return;
  const {box, link} = open;
  open = null;
  box.remove();
  link.focus();
}

async function save(form) {
  const {box, link} = open, id = link.closest("tr").id, button = $("button.btn-primary", form);
  button.disabled = true;
  try {
    const reply = await page(form.action, {method: "POST", body: new URLSearchParams(new FormData(form))});
    const table = $("#bang-nhiem-vu", reply);
    if (table) return shown(table, id);
    const again = $(".kh-form", reply);
    if (!again) throw new Error();
    $(".kh-form", box).replaceWith(document.importNode(again, true));
    $(".tom-tat-loi, .hai-ban", box)?.focus();
  } catch {
    button.disabled = false;
    say("Chưa lưu. Nội dung đang nhập vẫn còn; kiểm tra kết nối, đăng nhập lại ở cửa sổ khác nếu cần rồi lưu lại.", box);
  }
}
function shown(table, id) {
  open = null;
  $("#bang-nhiem-vu").replaceWith(document.importNode(table, true));
  const row = document.getElementById(id);
  say("Đã lưu nhiệm vụ.", row);
  $("[data-sua]", row)?.focus();
}
function say(words, row) {
  let label = $("#kh-noi");
  if (!label) {
    label = Object.assign(document.createElement("p"), {id: "kh-noi", className: "luu-luc"});
    label.setAttribute("role", "status");
  }
  (row.querySelector("form") || row.querySelector("td")).append(label);
  label.textContent = "";
  requestAnimationFrame(() => { label.textContent = words; });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-sua], [data-dong-lai]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const isClose = "dongLai" in link.dataset;
  if (isClose && !open?.box.contains(link)) return;
  event.preventDefault();
  if (isDirty() && !confirm("Nội dung đang nhập chưa lưu. Bỏ nội dung này?")) return;
  if (isClose) close(); else edit(link).catch(() => { location = link.href; });
});
document.addEventListener("submit", (event) => {
  if (!open?.box.contains(event.target)) return;
  event.preventDefault();
  save(event.target);
});
document.addEventListener("keydown", (event) => {
  if (event.isComposing || !open?.box.contains(event.target)) return;
  if (event.key === "Escape" && !isDirty()) close();
  if (event.key === "s" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); save($("form", open.box)); }
});
addEventListener("beforeunload", (event) => { if (isDirty()) event.preventDefault(); });

// Decisions: all chosen at once, and how many are.
const all = $(".chon-het");
if (all) {
  const boxes = $$("input[form=nhieu-viec][name=viec]"), box = $("input", all);
  const tell = () => {
    const chosen = boxes.filter((one) => one.checked).length;
    $(".kh-dem").textContent = `Đã chọn ${chosen}/${boxes.length}`;
    box.checked = chosen === boxes.length;
  };
  all.hidden = false;
  box.addEventListener("change", () => { for (const one of boxes) one.checked = box.checked; tell(); });
  for (const one of boxes) one.addEventListener("change", tell);
  tell();
}
