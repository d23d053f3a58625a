// Opens a page that demarc wrote in a real browser, without a network, and
// prints what it measured as JSON. test_html.py judges.
//
//   node html-page.js PAGE COMMAND [FOLDER]
"use strict";
const { readFileSync } = require("node:fs");
const { chromium } = require("playwright-core");

const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [page, command, folder] = process.argv.slice(2);
const widths = [[390, 844], [900, 1100], [1440, 900]];
let browser;
const complaints = [];
const requests = [];

// open opens the page at a hash. Whatever goes wrong in it is written down.
async function open(hash, { width = 1440, height = 900, theme = "light", ...more } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, ...more });
  const p = await context.newPage();
  p.on("console", (m) => ["error", "warning"].includes(m.type()) && complaints.push(m.text()));
  p.on("pageerror", (e) => complaints.push(String(e.stack || e)));
  p.on("dialog", (d) => { complaints.push("a dialog: " + d.message()); d.dismiss(); });
  p.on("request", (r) => { if (!/^(file|data|blob):/.test(r.url())) requests.push(r.url()); });
  const start = Date.now();
  await p.goto("file://" + page + hash);
  await p.waitForFunction(() => document.documentElement.dataset.ready, null, { timeout: 20000 });
  await p.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  p.opened = Date.now() - start;
  return p;
}

const firstOf = (p, status) => p.evaluate((s) => {
  const row = [...document.querySelectorAll(".rows .row")].find((r) => r.textContent.includes(s));
  return row.querySelector("a").getAttribute("href");
}, status);

const commands = {
  // How long the page takes to open, to filter, to search and to scroll.
  async speed() {
    const p = await open("#findings");
    const out = { open: p.opened, rows: await p.getAttribute("[role=table]", "aria-rowcount"), drawn: await p.locator(".rows .row").count(), filters: [] };
    // From the click to the frame that shows it.
    const timed = (f, argument) => p.evaluate(async ([source, a]) => {
      const start = performance.now();
      new Function("a", source)(a);
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - start;
    }, [f, argument]);
    for (const label of ["failed", "high", "aws"]) out.filters.push(await timed(`[...document.querySelectorAll(".facet label")].find((l) => l.querySelector(".v").textContent.includes(a)).click()`, label));
    for (const q of ["lark", "larkspur policy", "-bucket", ""]) out.filters.push(await timed(`const s = document.querySelector(".search"); s.value = a; s.dispatchEvent(new Event("input", { bubbles: true }))`, q));
    out.count = await p.textContent(".count");
    out.frames = await p.evaluate(async () => {
      const rows = document.querySelector(".rows");
      const took = [];
      let last = performance.now();
      for (let i = 0; i < 60; i++) {
        rows.scrollTop = i % 4 ? rows.scrollTop + 300 : (rows.scrollHeight * ((i * 37) % 60)) / 60;
        await new Promise((done) => requestAnimationFrame(done));
        took.push(performance.now() - last);
        last = performance.now();
      }
      return took.sort((a, b) => a - b);
    });
    return out;
  },

  // What axe-core finds in every view, at three widths, in light and dark.
  async axe() {
    const found = [];
    let judged = 0;
    for (const theme of ["light", "dark"]) {
      for (const [width, height] of widths) {
        const p = await open("#findings", { width, height, theme });
        const hashes = ["#overview", "#findings", "#findings?status=FAIL&q=lark", "#checks", "#coverage", "#decisions", await firstOf(p, "failed"), await firstOf(p, "")];
        const check = await p.evaluate(() => "#check/" + encodeURIComponent("aws-cloudtrail-cloudwatch-logs"));
        for (const hash of [...hashes, check]) {
          await p.evaluate((h) => { location.hash = h; }, hash);
          await p.waitForTimeout(120);
          if (width < 880 && hash === "#findings") await p.click(".toggle-facets");
          await p.evaluate(axeSource);
          const r = await p.evaluate(() => axe.run({ resultTypes: ["violations"] }));
          judged += r.passes.length;
          for (const v of r.violations) found.push({ theme, width, hash, id: v.id, nodes: v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + " " + n.failureSummary.slice(0, 200)) });
          const wide = await p.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (wide > 0) found.push({ theme, width, hash, id: "wider than the window", nodes: [String(wide)] });
        }
        await p.context().close();
      }
    }
    // It does judge: a button without a name is a fault.
    const p = await open("#overview");
    await p.evaluate(() => document.querySelector("main").append(document.createElement("button")));
    await p.evaluate(axeSource);
    const noticed = await p.evaluate(() => axe.run({ resultTypes: ["violations"] })).then((r) => r.violations.map((v) => v.id));
    return { found, judged, noticed };
  },

  // A way through the page without a mouse.
  async keyboard() {
    const p = await open("#overview");
    const focused = () => p.evaluate(() => (document.activeElement.getAttribute("aria-label") || document.activeElement.textContent).trim().slice(0, 60));
    const out = {};
    await p.keyboard.press("Tab");
    out.skip = await focused();
    await p.keyboard.press("Enter");
    out.afterSkip = await focused();
    await p.evaluate(() => document.querySelector('nav a[data-view="findings"]').focus());
    await p.keyboard.press("Enter");
    await p.waitForSelector(".rows .row");
    out.heading = await focused();
    await p.keyboard.press("Tab");
    out.search = await focused();
    await p.keyboard.type("public");
    out.count = await p.textContent(".count");
    await p.keyboard.press("ArrowDown");
    const at = () => p.evaluate(() => document.activeElement.closest("[role=row]")?.getAttribute("aria-rowindex"));
    out.first = await at();
    await p.keyboard.press("j");
    await p.keyboard.press("ArrowDown");
    out.third = await at();
    await p.keyboard.press("End");
    out.last = [await at(), await p.getAttribute("[role=table]", "aria-rowcount")];
    out.seen = await p.evaluate(() => { const r = document.activeElement.getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight; });
    await p.keyboard.press("Home");
    out.name = await focused();
    await p.keyboard.press("Enter");
    await p.waitForSelector("dialog[open]");
    out.hash = await p.evaluate(() => location.hash.slice(0, 9));
    out.inDialog = await p.evaluate(() => document.querySelector("dialog").contains(document.activeElement));
    await p.keyboard.press("Escape");
    await p.waitForFunction(() => !document.querySelector("dialog").open);
    out.back = [await focused(), await p.evaluate(() => location.hash)];
    await p.keyboard.press("/");
    out.slash = await focused();
    return out;
  },

  // Hostile names are text, and the browser's policy is what it should be.
  async hostile() {
    const p = await open("#findings");
    const out = { rows: {}, executed: 0 };
    await p.evaluate(() => { window.ran = 0; window.alert = () => { window.ran++; }; });
    const views = ["#overview", "#findings?q=" + encodeURIComponent("</script>"), "#coverage", "#decisions", "#checks", "#check/" + encodeURIComponent("<img src=x onerror=alert(1)>"), "#finding/none", "#%E0%A4%A", "#findings?sort=constructor&status=__proto__"];
    for (const v of views) {
      await p.evaluate((h) => { location.hash = h; }, v);
      await p.waitForTimeout(80);
      out.rows[v] = await p.evaluate(() => document.querySelectorAll("main h1").length);
    }
    await p.evaluate(() => { location.hash = "#findings?status=FAIL"; });
    await p.waitForTimeout(80);
    await p.fill(".search", "the name is");
    const links = await p.evaluate(() => [...document.querySelectorAll(".rows a")].map((a) => a.getAttribute("href")));
    out.names = [];
    for (const l of links) {
      await p.evaluate((h) => { location.hash = h; }, l);
      await p.waitForTimeout(30);
      out.names.push(await p.textContent("dialog .facts code"));
    }
    out.elements = await p.evaluate(() => document.querySelectorAll("img, svg, iframe, object, embed, [onerror], [onload], [style*='url']").length);
    out.links = await p.evaluate(() => [...document.querySelectorAll("a[href]")].map((a) => a.getAttribute("href")).filter((h) => !/^(#|https:\/\/)/.test(h)));
    out.ran = await p.evaluate(() => window.ran);
    // The policy bites: neither a script, nor a style, nor HTML made of a string gets in.
    out.blocked = await p.evaluate(async () => {
      const violations = [];
      document.addEventListener("securitypolicyviolation", (e) => violations.push(e.effectiveDirective));
      const s = document.createElement("script");
      const refused = [];
      try { s.textContent = "window.ran = 99"; document.body.append(s); } catch { refused.push("script text"); }
      try { document.body.insertAdjacentHTML("beforeend", "<b>x</b>"); } catch { refused.push("html"); }
      await fetch("https://example.com/").catch(() => refused.push("fetch"));
      await new Promise((done) => setTimeout(done, 100));
      return { violations, refused, ran: window.ran };
    });
    complaints.length = 0; // the browser complains of what was just tried
    return out;
  },

  // What the page shows, in words, for the test to compare with the scan.
  async content() {
    const p = await open("#overview", { permissions: ["clipboard-read", "clipboard-write"] });
    const text = (selector) => p.evaluate((s) => [...document.querySelectorAll(s)].map((e) => e.textContent.trim()), selector);
    const go = async (hash) => { await p.evaluate((h) => { location.hash = h; }, hash); await p.waitForTimeout(120); };
    const out = { tiles: await text(".tile .big"), warnings: await text(".warnings li"), first: await text(".first .what > a"), cells: await text(".matrix tbody td").then((c) => c.length), accounts: await text(".accounts tbody tr").then((r) => r.length) };
    // A cell of the matrix opens its findings.
    out.cell = await p.evaluate(() => { const a = document.querySelector(".matrix td a"); const n = a.textContent; a.click(); return [n, a.getAttribute("href")]; });
    await p.waitForTimeout(150);
    out.cellCount = await p.textContent(".count");
    await go("#coverage");
    out.coverage = await text("main h2");
    await go("#decisions");
    out.decisions = await text("main table tbody tr").then((r) => r.length);
    out.expired = await text("main .tone-fail");
    await go("#check/aws-cloudtrail-cloudwatch-logs");
    out.check = await text("main h1, main h2");
    await p.click(".fix:nth-of-type(2) .copy");
    out.copied = await p.evaluate(() => navigator.clipboard.readText());
    // A link to a finding opens it over its check.
    await go("#findings");
    const link = await firstOf(p, "failed");
    const deep = await open(link);
    out.deep = await deep.evaluate(() => [document.querySelector("dialog").open, document.querySelector("main h1").textContent, document.querySelector("dialog h2").textContent, location.hash]);
    out.print = await deep.evaluate(() => { dispatchEvent(new Event("beforeprint")); const n = document.querySelectorAll("#paper tbody tr").length; dispatchEvent(new Event("afterprint")); return [n, document.querySelectorAll("#paper").length]; });
    // The switch of the theme, and that it is kept.
    await p.click(".theme");
    await p.click(".theme");
    out.theme = await p.evaluate(() => [document.documentElement.dataset.theme, getComputedStyle(document.body).color, getComputedStyle(document.documentElement).colorScheme]);
    return out;
  },

  // Pictures, for a person to look at.
  async pictures() {
    for (const theme of ["light", "dark"]) for (const [width, height] of widths) for (const view of ["overview", "findings", "checks", "coverage", "decisions", "check/aws-cloudtrail-cloudwatch-logs"]) {
      const p = await open("#" + view, { width, height, theme });
      await p.screenshot({ path: `${folder}/${view.split("/")[0]}-${width}-${theme}.png` });
      await p.context().close();
    }
    const p = await open("#overview");
    await p.pdf({ path: `${folder}/print.pdf`, format: "A4" });
    return {};
  },
};

async function main() {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
  const out = await commands[command]();
  await browser.close();
  console.log(JSON.stringify({ ...out, complaints, requests }));
}

main().catch((err) => {
  console.error(err);
  process.exit(1);
});
