/* Copydesk: "Was this article helpful?" at the end of an article. One line puts it there:
   <script src="https://feedback.example.org/widget.js" data-article="articles/x.md" defer></script>
   data-article: the article's path (else the page's); data-target: a CSS selector of where to put the question.
   It keeps nothing in the browser, takes colours and letters from the page, and lives in a shadow root. */
(() => {
  "use strict";
  const script = document.currentScript;
  const base = new URL(".", script.src);
  const { article = location.pathname, target } = script.dataset;
  const address = "[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+"; // as the service has it: an end with a dot
  const kinds = ["inaccurate", "outdated", "unsourced", "unclear", "other"];
  // No colours of our own: they would be wrong on somebody's page. `currentColor` is readable wherever its text is.
  const css = `
    :host { display: block; clear: both; margin: 2em 0; color: inherit; }
    .box { box-sizing: border-box; max-width: 40rem; padding: 1em; border: 1px solid; border-radius: .5em;
      line-height: 1.5; text-align: start; overflow-wrap: anywhere; }
    h2, p { margin: 0 0 .75em; font-size: 1em; }
    h2, legend { font-weight: bold; padding: 0; }
    .help h2 { font-size: 1.4em; line-height: 1.3; }
    .help p:first-of-type { font-size: 1.15em; white-space: pre-line; }
    fieldset { border: 0; margin: 0 0 1em; padding: 0; min-width: 0; }
    label { display: block; margin: 0 0 .25em; }
    fieldset label { display: flex; gap: .5em; align-items: center; min-height: 2em; margin: 0; }
    fieldset input { flex: none; width: 1.25em; height: 1.25em; margin: 0; accent-color: currentColor; }
    textarea, .line { box-sizing: border-box; width: 100%; margin: 0 0 .75em; padding: .5em; font: inherit;
      color: inherit; background: transparent; border: 1px solid; border-radius: .25em; }
    textarea { resize: vertical; }
    .row { display: flex; flex-wrap: wrap; gap: .5em; margin: 0 0 .75em; }
    button { min-width: 3.5em; min-height: 2.5em; padding: .25em 1em; font: inherit; color: inherit;
      background: transparent; border: 1px solid; border-radius: .25em; cursor: pointer; }
    button.main { font-weight: bold; border-width: 2px; background: color-mix(in srgb, currentColor 12%, transparent); }
    button:hover { text-decoration: underline; }
    a { color: inherit; display: inline-block; min-height: 1.5em; }
    :focus-visible { outline: 3px solid; outline-offset: 2px; }
    [tabindex="-1"]:focus { outline: none; }
    .alert { font-weight: bold; }
    .alert:empty, [hidden] { display: none; }
    .alert::before { content: "\\26A0\\FE0E  " / ""; }
    .trap { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .small { font-size: .9em; }`;

  const make = (tag, fields, ...inside) => {
    const made = Object.assign(document.createElement(tag), fields);
    made.append(...inside);
    return made;
  };

  const texts = async (language) => {
    const read = async (name) => {
      const answer = await fetch(new URL(`texts/${name}.json`, base), { credentials: "omit" });
      return answer.ok ? answer.json() : null;
    };
    const short = language.split("-")[0].toLowerCase();
    return (await read(short)) || read("en");
  };

  const start = async () => {
    const found = (target && document.querySelector(target)) || document.querySelector("article, main");
    const host = document.createElement("copydesk-feedback");
    const spoken = (found || document.documentElement).closest("[lang]")?.lang;
    const language = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(spoken) ? spoken : "en";
    const t = await texts(language);
    if (!t) return;
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet(); // allowed whatever the page's style-src says
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    const box = make("section", { className: "box", lang: t.language, ariaLabel: t.question });
    root.append(box);
    const alert = make("p", { className: "alert", role: "alert" });
    let opened = performance.now();
    let selected = "";

    document.addEventListener("selectionchange", () => {
      const selection = document.getSelection();
      if (selection.isCollapsed || selection.getRangeAt(0).intersectsNode(host)) return; // our own fields
      const words = selection.toString().trim();
      if (words && (found || document.body).contains(selection.anchorNode)) selected = words.slice(0, 1000);
    });

    const show = (focus, ...parts) => {
      box.replaceChildren(...parts);
      focus?.focus();
    };

    const failed = (message, at) => {
      alert.textContent = "";
      requestAnimationFrame(() => (alert.textContent = message)); // said again when it is the same
      at?.focus();
    };

    const send = async (report, after) => {
      const elapsed = Math.round((performance.now() - opened) / 100) / 10;
      let answer;
      try {
        answer = await fetch(new URL("feedback", base), {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ article, language, elapsed, ...report }),
          credentials: "omit",
          referrerPolicy: "no-referrer",
        });
        if (answer.ok) return after(await answer.json());
      } catch {
        // Said below: a reader cannot tell an answer that is wrong from one that never came.
      }
      failed(answer?.status === 413 ? t.too_long : t.failed);
    };

    const thanks = ({ help, receipt }, yes) => {
      const title = make("h2", { tabIndex: -1, textContent: help ? t.crisis_title : yes ? t.thanks_yes : t.thanks });
      const link = make("a", {
        href: new URL(`receipt/${receipt.split("/").pop()}`, base).href,
        textContent: t.receipt,
        target: "_blank",
        rel: "noopener noreferrer",
      });
      const rest = help
        ? [make("p", {}, help), make("p", {}, t.crisis_after), make("p", {}, link)]
        : yes ? [] : [make("p", {}, link), make("p", { className: "small" }, t.receipt_keep)];
      show(title, make("div", { className: help ? "help" : "" }, title, ...rest));
    };

    const ask = (isBack) => {
      const yes = make("button", { type: "button", textContent: t.yes });
      const no = make("button", { type: "button", textContent: t.no });
      yes.onclick = () => send({ helpful: true }, (said) => thanks(said, true));
      no.onclick = form;
      alert.textContent = "";
      show(isBack && no, make("h2", { textContent: t.question }), make("div", { className: "row" }, yes, no), alert);
    };

    const labelled = (text, field, fields) => {
      const made = Object.assign(make(field), { className: "line", ...fields });
      made.id = `f-${made.name}`;
      return [make("label", { htmlFor: made.id }, text), made];
    };

    const form = () => {
      opened = performance.now();
      const radios = kinds.map((value) => make("input", { type: "radio", name: "kind", value }));
      const what = make(
        "fieldset", {}, make("legend", {}, t.what),
        ...radios.map((radio) => make("label", {}, radio, t[radio.value])),
      );
      const [passageLabel, passage] = labelled(t.passage, "textarea", { name: "passage", rows: 3, maxLength: 1000 });
      const comment = labelled(t.comment, "textarea", { name: "comment", rows: 4, maxLength: 4000 });
      const mail = { name: "email", type: "email", maxLength: 254, pattern: address, autocomplete: "email" };
      const [emailLabel, email] = labelled(t.email, "input", mail);
      const trap = labelled(t.trap, "input", { name: "website", tabIndex: -1, autocomplete: "off" });
      const use = make("button", { type: "button", textContent: t.use_selected });
      const taken = make("span", { role: "status" });
      const back = make("button", { type: "button", textContent: t.cancel, onclick: () => ask(true) });
      const submit = make("button", { className: "main", textContent: t.send });
      passage.value = selected;
      use.onclick = () => {
        if (selected) passage.value = selected;
        taken.textContent = selected ? t.selected : t.nothing_selected;
      };
      const whole = make(
        "form", { noValidate: true }, what, passageLabel, passage, make("div", { className: "row" }, use, taken),
        ...comment, emailLabel, email, make("div", { className: "trap", ariaHidden: "true" }, ...trap),
        make("p", { className: "small" }, t.not_advice), alert, make("div", { className: "row" }, submit, back),
      );
      whole.onsubmit = async (event) => {
        event.preventDefault();
        email.ariaInvalid = String(!email.validity.valid);
        if (!radios.some((radio) => radio.checked)) return failed(t.choose, radios[0]);
        if (!email.validity.valid) return failed(t.bad_email, email);
        submit.disabled = true;
        const filled = [...new FormData(whole)].filter(([, value]) => value);
        await send({ helpful: false, ...Object.fromEntries(filled) }, thanks);
        submit.disabled = false;
      };
      alert.textContent = "";
      const heading = make("h2", { tabIndex: -1, textContent: t.sorry });
      show(heading, heading, whole);
    };

    ask();
    found ? found.append(host) : script.after(host);
  };

  start().catch(() => {}); // a page is never worse off for the question
})();
