// What is told once is copied by a button; without this script the field is selected by hand.
for (const field of document.querySelectorAll("[data-chep]")) {
  const button = field.parentElement.querySelector("button");
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy"); // without HTTPS there is no clipboard to write to
    }
    button.querySelector("[role=status]").textContent = "Đã chép";
  });
}
