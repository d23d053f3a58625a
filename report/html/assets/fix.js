// How a failure is mended.
import { copyButton, h } from "./dom.js";

// fixes shows how a failure is mended, each way with a button that copies it.
export function fixes(c, level) {
  const ways = [["Console", "console", false], ["Command line", "cli", true], ["Terraform", "terraform", true]].filter(([, key]) => c.fix[key]);
  if (!ways.length) return null;
  return h("section", { class: "fixes" }, h(level, {}, c.manual ? "How to answer it" : "Fix"), ways.map(([label, key, code]) =>
    h("div", { class: "fix" },
      h("div", { class: "fixhead" }, h("span", {}, label), copyButton("the fix: " + label, () => c.fix[key])),
      code ? h("pre", { class: key, tabindex: "0", role: "group", "aria-label": label }, h("code", {}, c.fix[key])) : h("p", {}, emphasised(c.fix[key])))));
}

// emphasised shows what a text puts between asterisks: names of switches.
const emphasised = (text) => text.split(/\*([^*\n]+)\*/).map((t, i) => (i % 2 ? h("em", {}, t) : t));
