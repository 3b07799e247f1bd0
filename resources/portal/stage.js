// The second screen as a page: asks twice a second what is on air, fits letters, runs the timer by the portal's hour.
"use strict";
(() => {
  const ASK_MS = 500;
  const PAGE_MS = 8000;
  const stage = document.getElementById("stage");
  let stamp = "";
  let ahead = 0; // the portal's hour less this computer's, ms

  const overflows = (one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1;

  // Smaller letters until all stand whole; what a list has no room for is not shown at all, never half.
  function fit() {
    const rooms = [...stage.querySelectorAll(".words, .middle, header")];
    const letters = [...stage.querySelectorAll("[data-fit], .figure")];
    letters.forEach((one) => one.style.removeProperty("font-size"));
    const floor = parseFloat(getComputedStyle(document.body).fontSize) * 0.4;
    for (let round = 0; round < 40 && [...rooms, ...letters].some(overflows); round += 1) {
      letters.forEach((one) => {
        const size = parseFloat(getComputedStyle(one).fontSize);
        if (size > floor) one.style.fontSize = `${size * 0.95}px`;
      });
    }
    const lines = [...stage.querySelectorAll(".following li")];
    lines.forEach((one) => { one.hidden = false; });
    const list = stage.querySelector(".following ol");
    while (list && overflows(list) && lines.length > 1) lines.pop().hidden = true;
  }

  function turnPages() {
    const people = stage.querySelector(".people");
    if (!people) return;
    const lines = [...people.children];
    lines.forEach((one) => { one.hidden = false; });
    const gap = lines[1] ? lines[1].offsetTop - lines[0].offsetTop - lines[0].offsetHeight : 0;
    const height = Math.max(1, ...lines.map((one) => one.offsetHeight)) + gap;
    const most = Math.max(1, Math.floor((people.clientHeight + gap + 1) / height));
    const pages = Math.ceil(lines.length / most);
    const page = Math.floor((Date.now() + ahead) / PAGE_MS) % Math.max(1, pages);
    lines.forEach((one, place) => { one.hidden = Math.floor(place / most) !== page; });
    const told = stage.querySelector(".page");
    if (told) told.textContent = pages > 1 ? ` · ${page + 1}/${pages}` : "";
  }

  // The labels of a chart at their places: the page itself may bear no style.
  function place() {
    stage.querySelectorAll("[data-at]").forEach((one) => { one.style.insetInlineStart = `${one.dataset.at}%`; });
    stage.querySelectorAll("[data-top]").forEach((one) => { one.style.top = `${one.dataset.top}%`; });
  }

  function play() {
    const clip = stage.querySelector("video");
    if (!clip) return;
    const still = () => {
      const picture = document.createElement("img");
      picture.className = "whole";
      picture.alt = "";
      if (clip.dataset.still) picture.src = clip.dataset.still;
      clip.replaceWith(picture);
    };
    clip.addEventListener("error", still);
    clip.play().catch(() => { clip.muted = true; clip.play().catch(still); });
  }

  function tick() {
    const timer = stage.querySelector(".timer");
    if (timer) {
      const facts = Object.fromEntries(Object.entries(timer.dataset).map(([name, text]) => [name, Number(text)]));
      const hour = Date.now() + ahead;
      const left = facts.allowed - facts.spoken - (facts.since ? Math.max(0, hour - facts.since) : 0);
      const over = left < 0;
      const seconds = over ? Math.floor(-left / 1000) : Math.ceil(left / 1000);
      const words = `${over ? "+" : ""}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
      timer.querySelector("bdi").textContent = words;
      const share = over ? 100 : 100 * left / Math.max(1, facts.allowed);
      timer.querySelector(".left").setAttribute("stroke-dasharray", `${share} 100`);
      timer.querySelector(".left").style.strokeDasharray = `${share} 100`;
      timer.classList.toggle("white", over || left <= facts.warning);
      timer.classList.toggle("off", over && Math.floor(hour / 1000) % 2 === 1);
    }
    turnPages();
  }

  async function look() {
    try {
      const answer = await fetch(`/stage/face?since=${stamp}`, { cache: "no-store" });
      if (answer.ok) {
        const told = await answer.json();
        ahead = told.now - Date.now();
        if (told.html !== undefined) show(told);
      } else if (answer.status === 404) {
        stage.replaceChildren(); // the link was called back: the wall goes dark
        stamp = "";
      }
    } catch {
      // the portal is away: the wall keeps what it shows and asks again
    }
    setTimeout(look, ASK_MS);
  }

  function show(told) {
    stamp = told.stamp;
    document.documentElement.lang = told.language;
    document.documentElement.dir = told.direction;
    document.documentElement.style.setProperty("--least", `${told.least}vh`);
    stage.innerHTML = told.html;
    place();
    tick();
    fit();
    play();
  }

  document.documentElement.style.setProperty("--least", `${document.body.dataset.least}vh`);
  place();
  document.fonts.ready.then(fit);
  addEventListener("resize", fit);
  setInterval(tick, 200);
  look();
})();
