// A job under way: its page is asked for again until the job has ended.
const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

async function follow() {
  for (let seconds = 2; document.querySelector("#tien-trinh[data-dang-lam]"); seconds = Math.min(seconds * 1.3, 15)) {
    await wait(seconds);
    if (document.hidden) continue;
    try {
      const reply = await fetch(location.href, { credentials: "same-origin" });
      if (reply.redirected || !reply.ok) return;
      const fresh = new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("#tien-trinh");
      const shown = document.querySelector("#tien-trinh");
      if (fresh && fresh.outerHTML !== shown.outerHTML) shown.replaceWith(fresh);
    } catch {
      // the network is away: the next time may be better
    }
  }
}

follow();
