// A file dropped on the form is sent at once; meanwhile it is said that it is being checked.
const form = document.querySelector(".kiem-tra");
const field = form.querySelector("input[type=file]");

for (const name of ["dragover", "drop"]) document.addEventListener(name, (event) => {
  const inside = form.contains(event.target);
  event.preventDefault();
  form.classList.toggle("tren", inside && name === "dragover");
  if (name === "drop" && inside && event.dataTransfer.files.length) {
    const one = new DataTransfer();
    one.items.add(event.dataTransfer.files[0]);
    field.files = one.files;
    form.requestSubmit();
  }
});

form.addEventListener("dragleave", () => form.classList.remove("tren"));
form.addEventListener("submit", () => {
  if (field.files.length) document.getElementById("dang-kiem-tra").textContent = "Đang kiểm tra tệp, có thể mất đến một phút…";
});
