// The framework's own English words, said in Swedish on a Swedish page. The app works the same without this.
(() => {
  const swedish = {
    "Skip to main content": "Hoppa till innehållet",
    "Sidebar": "Sidopanel",
    "Collapse sidebar": "Dölj sidopanelen",
    "Expand sidebar": "Visa sidopanelen",
    "Open sidebar": "Visa sidopanelen",
    "Close sidebar": "Dölj sidopanelen",
    "Open": "Öppna",
    "Close": "Stäng",
    "Clear all": "Rensa",
    "Clear value": "Rensa",
    "No results": "Inga träffar",
    "file upload": "filuppladdning",
    "Upload": "Välj fil",
    "Browse files": "Välj fil",
    "Drag and drop a file here": "Släpp en fil här",
    "Drag and drop file here": "Släpp en fil här",
    "Drag and drop files here": "Släpp filer här",
    "Remove file": "Ta bort filen",
    "Press Enter to apply": "Tryck på Enter",
    "Press Enter to submit form": "Tryck på Enter",
    "Running...": "Arbetar …",
    "Stop": "Avbryt",
    "Connecting": "Ansluter",
    "Page not found": "Sidan finns inte",
    "The page that you have requested does not seem to exist. Running the app's main page.": "Sidan finns inte, så översikten visas.",
    "Main menu": "Meny",
    "File size is too small.": "Filen är för liten.",
    "Copied": "Kopierat",
    "Copy to clipboard": "Kopiera",
    "Fullscreen": "Helskärm",
    "Close fullscreen": "Stäng helskärm",
  };
  const patterns = [
    [/^(\d+)\s?(MB|GB) per file/, "Högst $1 $2 per fil"],
    [/^File must be (.*) or smaller\.$/, "Filen får vara högst $1."],
    [/^File is too large\. Maximum size is (\d+) bytes\.$/, "Filen är för stor."],
    [/^(.*) files are not allowed\.$/, "Filer av slaget $1 kan inte läsas."],
    [/^Help for (.*)$/, "Hjälp: $1"],
  ];
  const english = Object.fromEntries(Object.entries(swedish).map(([from, to]) => [to, from]));
  const attributes = ["aria-label", "placeholder", "title"];
  const said = (written) => {
    const words = written?.trim();
    if (!words) return undefined;
    if (document.documentElement.lang !== "sv") return english[words];
    const pattern = patterns.find(([from]) => from.test(words));
    return pattern ? words.replace(...pattern) : swedish[words];
  };
  const say = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const words = !node.parentElement?.closest(".stHtml, svg, script, style") && said(node.nodeValue);
      if (words) node.nodeValue = words;
    } else if (node.nodeType === Node.ELEMENT_NODE && !node.closest(".stHtml, svg")) {
      for (const name of attributes) {
        const words = said(node.getAttribute(name));
        if (words) node.setAttribute(name, words);
      }
      node.childNodes.forEach(say);
    }
  };
  const observer = new MutationObserver((changes) => {
    for (const change of changes) change.type === "childList" ? change.addedNodes.forEach(say) : say(change.target);
  });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributeFilter: attributes });
  window.addEventListener("popstate", () => say(document.body));
  say(document.body);
})();
