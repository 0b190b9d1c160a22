"use strict";
// Sifts the findings, and unfolds what a link leads to or a printer needs. The page is whole without.
(() => {
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  if (location.hash) unfold();

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const each of folded) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of folded) each.open = false;
  });

  const form = document.getElementById("sieve");
  if (!form) return;
  const findings = [...document.querySelectorAll("#found > li")];
  const words = new Map(findings.map((each) => [each, plain(each.textContent)]));
  const chosen = (id) => document.getElementById(id).value;
  const sift = () => {
    const sought = plain(chosen("sought")).split(/\s+/).filter(Boolean);
    const axis = chosen("axis");
    const rule = chosen("rule");
    const severities = new Set(new FormData(form).getAll("severity"));
    let shown = 0;
    for (const each of findings) {
      const { severity, axis: itsAxis, rule: itsRule } = each.dataset;
      const wanted = severities.has(severity) && (!axis || axis === itsAxis)
        && (!rule || rule === itsRule) && sought.every((word) => words.get(each).includes(word));
      each.hidden = !wanted;
      shown += wanted;
    }
    document.getElementById("shown").textContent =
      form.dataset.shown.replace("{shown}", shown).replace("{all}", findings.length);
  };
  form.addEventListener("input", sift);
  form.addEventListener("reset", () => setTimeout(sift));
  form.addEventListener("submit", (event) => event.preventDefault());
  // a link to a finding that is sifted out shows all of them
  addEventListener("hashchange", () => {
    const target = document.querySelector("#found > li:target");
    if (target && target.hidden) form.reset();
  });
  form.hidden = false;
  sift();
})();
