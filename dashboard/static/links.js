// Links between our own pages change page without loading everything anew; without this they still work as links.
document.addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest("a[href^='/']");
  if (!link || link.origin !== location.origin || !link.closest(".stHtml")) return;
  if (link.closest(".lw-person")) return; // the server answers these
  if (link.target || link.hasAttribute("download")) return;
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.pushState({}, "", link.href);
  window.dispatchEvent(new PopStateEvent("popstate"));
  window.scrollTo(0, 0);
  document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
});
window.addEventListener("popstate", () => {
  document.documentElement.lang = new URLSearchParams(location.search).get("lang") === "en" ? "en" : "sv";
});
