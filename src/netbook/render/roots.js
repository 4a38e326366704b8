// The picture of the roots, to be panned, searched, followed and filtered. It asks nothing of any network, and
// writes what the journal says as text, never as markup.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  const svg = document.querySelector("svg.roots"), world = svg.querySelector(".world");
  const page = svg.viewBox.baseVal, whole = { x: page.x, y: page.y, width: page.width, height: page.height };
  const drawn = [...world.childNodes], captions = [...svg.querySelectorAll(".caption")];
  const MOST = 150, MARGIN = 40;
  let chosen = null, full = whole;

  data.people.forEach((person, place) => { person.place = place; person.roots = []; });
  for (const root of data.roots) {
    data.people[root.a].roots.push(root);
    data.people[root.b].roots.push(root);
  }
  const other = (root, person) => data.people[root.a === person.place ? root.b : root.a];
  const things = (root) => [...root.ties, ...root.topics.map((topic) => data.topics[topic])];
  const said = (root) => {
    const met = root.met ? [`${root.met} meeting${root.met > 1 ? "s" : ""} together`] : [];
    return [...things(root), ...met].join(", ");
  };

  const pen = document.createElement("canvas").getContext("2d"), serif = getComputedStyle(document.body).fontFamily;
  function widthOf(text, size, italic = false) {
    pen.font = `${italic ? "italic " : ""}${size}px ${serif}`;
    return pen.measureText(text).width;
  }

  function make(name, attributes = {}, ...children) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  // ---- the picture of some of the people -----------------------------------------------------------------------

  function draw(people) {
    const places = new Set(people.map((person) => person.place));
    const roots = data.roots.filter((root) => places.has(root.a) && places.has(root.b)).slice(0, people.length * 1.5 + 20);
    const circles = arranged(people, roots);
    const columns = people.length + 0.6 * (circles.length - 1);
    const column = Math.min(Math.max((whole.width - 2 * MARGIN) / columns, 16), 88);
    const width = Math.max(whole.width, columns * column + 2 * MARGIN);
    const ground = 24 + Math.max(...people.map((person) => person.height + 12 + widthOf(short(person.name, 26), 12)));
    const parts = { below: make("g", { class: "below" }), above: make("g", { class: "above" }), names: make("g") };
    const taken = [];
    let left = (width - columns * column) / 2;
    const middles = new Map();
    for (const circle of circles) {
      const right = left + circle.length * column;
      circle.forEach((person, spot) => middles.set(person.place, left + (spot + 0.5) * column));
      parts.names.append(circleName(data.circles[circle[0].circle], left, right, ground, width, taken));
      left = right + 0.6 * column;
    }
    let deepest = 60;
    const strongest = Math.max(...roots.map((root) => root.strength), 0.001);
    const spans = roots.map((root) => Math.abs(middles.get(root.a) - middles.get(root.b)));
    const widest = Math.max(...spans, 1), labels = [];
    roots.forEach((root, place) => {
      const [from, to] = [middles.get(root.a), middles.get(root.b)].sort((a, b) => a - b);
      const depth = 46 + 204 * Math.sqrt(spans[place] / widest);
      deepest = Math.max(deepest, 0.75 * depth);
      parts.below.prepend(rootShape(root, from, to, ground, depth, 1.2 + 7.8 * (root.strength / strongest) ** 0.7));
      labels.push(...rootLabel(root, from, to, ground, depth, width, taken));
    });
    for (const person of people) parts.above.append(treeShape(person, middles.get(person.place), ground, column));
    const height = ground + Math.max(deepest, 60) + 40;
    full = { x: 0, y: 0, width, height };
    world.replaceChildren(
      make("rect", { class: "sky", width, height }),
      make("rect", { class: "soil", y: ground, width, height: height - ground }),
      parts.below, make("path", { class: "ground", d: `M0 ${ground}H${width}` }), parts.names, parts.above, ...labels);
    for (const caption of captions) caption.style.display = "none";
    // A wide wood is shown from its left edge, as high as it is.
    look(width > 1.4 * whole.width ? { x: 0, y: 0, width: 1.2 * whole.width, height } : full);
  }

  // The people by circle; within one, those whose roots lead left stand left.
  function arranged(people, roots) {
    const groups = new Map();
    for (const person of [...people].sort((a, b) => a.circle - b.circle || a.place - b.place)) {
      if (!groups.has(person.circle)) groups.set(person.circle, []);
      groups.get(person.circle).push(person);
    }
    const circles = [...groups.values()];
    for (let sweep = 0; sweep < 12; sweep++) {
      const spots = new Map(circles.flat().map((person, spot) => [person.place, spot]));
      const pulls = new Map([...spots].map(([place, spot]) => [place, { sum: spot, weight: 1 }]));
      for (const { a, b, strength } of roots)
        for (const [one, two] of [[a, b], [b, a]]) {
          pulls.get(one).sum += strength * spots.get(two);
          pulls.get(one).weight += strength;
        }
      const pull = (person) => pulls.get(person.place).sum / pulls.get(person.place).weight;
      for (const circle of circles) circle.sort((a, b) => pull(a) - pull(b) || spots.get(a.place) - spots.get(b.place));
    }
    return circles;
  }

  function treeShape(person, x, ground, column) {
    const { height } = person, top = ground - height, crown = height * (height > 30 ? 0.84 : 0.78);
    const width = Math.min(Math.max(12, 0.24 * height), 52, Math.max(1.15 * column, 9));
    const layers = Math.min(Math.max(Math.round(height / 30), 3), 9);
    const shape = `translate(${x} ${top}) scale(${width} ${crown})`;
    const trunk = `translate(${x} ${top + 0.4 * crown}) scale(${width} ${height - 0.4 * crown})`;
    return make("g", { class: `tree ${person.kind}`, "data-tree": person.place },
      make("title", {}, person.text),
      make("use", { class: "trunk", href: "#trunk", transform: trunk }),
      make("use", { class: "crown", href: `#crown${layers}`, transform: shape }),
      make("use", { class: "shade", href: `#shade${layers}`, transform: shape }),
      make("text", { class: "name", transform: `translate(${x + 4} ${top - 5}) rotate(-90)` }, short(person.name, 26)));
  }

  function rootShape(root, from, to, ground, depth, thickness) {
    const met = !root.topics.length && !root.ties.length, half = thickness / 2, thin = 0.6 * half, low = ground + depth;
    const shape = met
      ? `M${from} ${ground}C${from} ${low} ${to} ${low} ${to} ${ground}`
      : `M${from - half} ${ground}C${from - thin} ${low + thin} ${to + thin} ${low + thin} ${to + half} ${ground}` +
        `H${to - half}C${to - thin} ${low - thin} ${from + thin} ${low - thin} ${from + half} ${ground}Z`;
    const names = `${data.people[root.a].name} and ${data.people[root.b].name}`;
    return make("g", { class: met ? "root met" : "root", "data-a": root.a, "data-b": root.b },
      make("title", {}, `${names}: ${said(root)}`), make("path", { d: shape }));
  }

  function rootLabel(root, from, to, ground, depth, width, taken) {
    const [first, ...more] = things(root);
    if (!first) return [];
    const text = short(first, 30) + (more.length ? ` +${more.length}` : ""), half = widthOf(text, 11, true) / 2 + 2;
    for (const along of [0.5, 0.42, 0.58, 0.34, 0.66]) {
      const x = from + (to - from) * along * along * (3 - 2 * along), y = ground + 3 * depth * along * (1 - along);
      const box = { left: x - half, right: x + half, top: y - 9, bottom: y + 6 };
      if (box.left < 3 || box.right > width - 3 || taken.some((one) => meet(one, box))) continue;
      taken.push(box);
      return [make("text", { class: "label halo", "text-anchor": "middle", x, y: y + 3, "data-a": root.a, "data-b": root.b }, text)];
    }
    return [];
  }

  function circleName(name, left, right, ground, width, taken) {
    const text = short(name, 24), half = widthOf(text, 13, true) / 2 + 2;
    const middle = Math.min(Math.max((left + right) / 2, half + 3), width - half - 3);
    const box = { left: middle - half, right: middle + half, top: ground + 9, bottom: ground + 25 };
    while (taken.some((one) => meet(one, box))) { box.top += 20; box.bottom += 20; }
    taken.push(box);
    return make("g", { class: "circle" },
      make("line", { x1: left + 3, x2: right - 3, y1: ground, y2: ground }),
      make("text", { class: "halo", x: middle, y: box.bottom - 3, "text-anchor": "middle" }, text));
  }

  const meet = (one, two) => one.left < two.right + 3 && two.left < one.right + 3 && one.top < two.bottom + 3 && two.top < one.bottom + 3;
  const short = (text, most) => ([...text].length > most ? [...text].slice(0, most - 1).join("") + "…" : text);

  // ---- filters and the one who is chosen ---------------------------------------------------------------------

  function filtered() {
    const circle = $("circle").value, topic = $("topic").value;
    if (!circle && !topic) {
      full = whole;
      world.replaceChildren(...drawn);
      for (const caption of captions) caption.style.display = "";
      look(whole);
      announce(data.summary);
    } else {
      const fit = data.people.filter((person) =>
        (!circle || person.circle === Number(circle)) && (!topic || person.topics.includes(Number(topic))));
      show(fit, fit.length > MOST ? `the first ${MOST} of ${fit.length} people` : `${fit.length} ${fit.length === 1 ? "person" : "people"}`);
    }
    choose(null);
  }

  function show(people, words) {
    if (people.length) draw(people.slice(0, MOST));
    else world.replaceChildren();
    announce(people.length ? `Showing ${words}.` : "Nobody fits both filters.");
    prepare();
  }

  // Show somebody and all who share anything with them.
  function around(person) {
    const others = person.roots.slice(0, MOST - 1).map((root) => other(root, person));
    $("circle").value = $("topic").value = "";
    show([person, ...others], `${person.name} and ${others.length} others who share something`);
  }

  function choose(person, { focus = false } = {}) {
    chosen = person;
    svg.classList.toggle("chosen", Boolean(person));
    for (const element of world.querySelectorAll("[data-tree], [data-a]")) {
      const mine = person && (element.dataset.tree
        ? Number(element.dataset.tree) === person.place
        : [element.dataset.a, element.dataset.b].map(Number).includes(person.place));
      const near = person && element.dataset.tree && person.roots.some((root) => other(root, person).place === Number(element.dataset.tree));
      element.classList.toggle("mine", Boolean(mine));
      element.classList.toggle("near", Boolean(near));
      if (element.dataset.tree) element.setAttribute("aria-pressed", String(Boolean(mine)));
    }
    describe(person);
    const tree = person && treeOf(person);
    if (tree && focus) { rove(tree); tree.focus({ preventScroll: true }); }
    if (tree) bringInto(tree);
  }

  function describe(person) {
    const about = $("about");
    if (!person) {
      about.replaceChildren($("hint").content.cloneNode(true));
      return;
    }
    const heading = document.createElement("h2"), list = document.createElement("ul");
    heading.textContent = person.name;
    const text = document.createElement("p");
    text.textContent = person.text.slice(person.name.length + 2);
    for (const root of person.roots.slice(0, 40)) {
      const item = document.createElement("li");
      item.append(button(other(root, person).name, () => find(other(root, person))), ` ${said(root)}`);
      list.append(item);
    }
    const more = document.createElement("p");
    if (person.roots.length > 40) more.textContent = `and ${person.roots.length - 40} more`;
    if (!person.roots.length) more.textContent = "Shares nothing with the others that are shown here.";
    const topics = document.createElement("p");
    for (const topic of person.topics)
      topics.append(button(data.topics[topic], () => { $("circle").value = ""; $("topic").value = topic; filtered(); }), " ");
    about.replaceChildren(heading, text, list, more, topics, button("Show only these", () => { around(person); choose(person); }));
  }

  function button(text, action) {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = text;
    element.addEventListener("click", action);
    return element;
  }

  function find(person) {
    if (!treeOf(person)) around(person);
    choose(person, { focus: true });
  }

  const treeOf = (person) => world.querySelector(`[data-tree="${person.place}"]`);
  const announce = (text) => { $("summary").textContent = text; };

  // ---- looking around: the view is a window of the picture ---------------------------------------------------

  function look(view) {
    page.x = view.x; page.y = view.y; page.width = view.width; page.height = view.height;
  }

  function zoom(factor, x = page.x + page.width / 2, y = page.y + page.height / 2) {
    const width = Math.min(Math.max(page.width * factor, full.width / 40), full.width * 2), real = width / page.width;
    look({ x: x - (x - page.x) * real, y: y - (y - page.y) * real, width, height: page.height * real });
  }

  function pan(x, y) { look({ x: page.x + x, y: page.y + y, width: page.width, height: page.height }); }

  function point(event) {
    const at = svg.createSVGPoint();
    at.x = event.clientX; at.y = event.clientY;
    return at.matrixTransform(svg.getScreenCTM().inverse());
  }

  function bringInto(tree) {
    const box = tree.getBBox(), middle = box.x + box.width / 2;
    if (middle < page.x + 20 || middle > page.x + page.width - 20) pan(middle - page.x - page.width / 2, 0);
  }

  const touches = new Map();
  let moved = false;
  svg.addEventListener("pointerdown", (event) => { touches.set(event.pointerId, event); moved = false; });
  svg.addEventListener("pointermove", (event) => {
    const before = touches.get(event.pointerId);
    if (!before) return;
    const scale = 1 / svg.getScreenCTM().a;
    if (touches.size === 1) {
      const x = event.clientX - before.clientX, y = event.clientY - before.clientY;
      if (!moved && Math.hypot(x, y) < 4) return;
      if (!moved) svg.setPointerCapture(event.pointerId);
      moved = true;
      pan(-x * scale, -y * scale);
    } else {
      const still = [...touches.values()].find((one) => one.pointerId !== event.pointerId);
      const apart = (one) => Math.hypot(one.clientX - still.clientX, one.clientY - still.clientY) || 1;
      const at = point(still);
      moved = true;
      zoom(apart(before) / apart(event), at.x, at.y);
    }
    touches.set(event.pointerId, event);
  });
  for (const ending of ["pointerup", "pointercancel"]) svg.addEventListener(ending, (event) => touches.delete(event.pointerId));
  svg.addEventListener("click", (event) => {
    if (moved) return;
    const tree = event.target.closest("[data-tree]"), root = event.target.closest("[data-a]");
    if (tree) choose(data.people[tree.dataset.tree], { focus: true });
    else if (root) choose(data.people[root.dataset.a], { focus: true });
    else choose(null);
  });
  // A pinch on a touchpad comes as a wheel with Ctrl; a plain wheel scrolls the page.
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const at = point(event);
    zoom(Math.exp(event.deltaY / 300), at.x, at.y);
  }, { passive: false });

  // ---- keys --------------------------------------------------------------------------------------------------

  // One tree at a time can be reached by Tab; the arrows go from tree to tree.
  function prepare() {
    svg.setAttribute("role", "group");
    for (const tree of world.querySelectorAll("[data-tree]")) {
      tree.setAttribute("role", "button");
      tree.setAttribute("tabindex", "-1");
      tree.setAttribute("aria-pressed", "false");
      tree.setAttribute("aria-label", data.people[tree.dataset.tree].text);
    }
    const [first] = inRow();
    if (first) first.setAttribute("tabindex", "0");
  }

  const inRow = () => [...world.querySelectorAll("[data-tree]")].sort((a, b) => a.getBBox().x - b.getBBox().x);

  function rove(tree) {
    for (const one of world.querySelectorAll('[data-tree][tabindex="0"]')) one.setAttribute("tabindex", "-1");
    tree.setAttribute("tabindex", "0");
  }

  function step(tree, by) {
    const row = inRow(), next = row[(row.indexOf(tree) + by + row.length) % row.length];
    rove(next);
    next.focus({ preventScroll: true });
    bringInto(next);
  }

  // Up and down follow the roots of the one who is chosen, the strongest first.
  function follow(tree, by) {
    const start = chosen || data.people[tree.dataset.tree];
    const others = start.roots.map((root) => treeOf(other(root, start))).filter(Boolean);
    if (!chosen) choose(start);
    if (!others.length) return;
    const next = others[(others.indexOf(tree) + by + others.length) % others.length];
    rove(next);
    next.focus({ preventScroll: true });
    bringInto(next);
  }

  svg.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const tree = event.target.closest("[data-tree]"), part = page.width / 8;
    const moves = { ArrowLeft: [-part, 0], ArrowRight: [part, 0], ArrowUp: [0, -part], ArrowDown: [0, part] };
    const keys = {
      ArrowLeft: () => step(tree, -1), ArrowRight: () => step(tree, 1),
      ArrowUp: () => follow(tree, -1), ArrowDown: () => follow(tree, 1),
      Enter: () => choose(data.people[tree.dataset.tree]), " ": () => choose(data.people[tree.dataset.tree]),
    };
    if (event.shiftKey && moves[event.key]) pan(...moves[event.key]);
    else if (tree && keys[event.key]) keys[event.key]();
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") choose(null);
    if (["INPUT", "SELECT"].includes(event.target.tagName)) return;
    const keys = { "+": () => zoom(0.8), "=": () => zoom(0.8), "-": () => zoom(1.25), 0: () => look(full), "/": () => $("find").focus() };
    if (!keys[event.key]) return;
    keys[event.key]();
    event.preventDefault();
  });

  // ---- controls ----------------------------------------------------------------------------------------------

  function options(select, names) {
    names.forEach((name, place) => select.append(new Option(name, place)));
    select.addEventListener("change", filtered);
  }

  options($("circle"), data.circles);
  options($("topic"), data.topics);
  for (const person of data.people) $("names").append(new Option(person.text, person.name));
  const key = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
  $("controls").addEventListener("submit", (event) => {
    event.preventDefault();
    const wanted = key($("find").value), names = data.people.map((person) => key(person.name));
    if (!wanted) return;
    const place = [names.indexOf(wanted), names.findIndex((name) => name.startsWith(wanted)),
      names.findIndex((name) => name.split(" ").some((word) => word.startsWith(wanted)))].find((one) => one >= 0);
    if (place === undefined) announce(`Nobody here is called ${$("find").value.trim()}.`);
    else find(data.people[place]);
  });
  $("find").addEventListener("input", () => {
    if (data.people.some((person) => person.name === $("find").value)) $("controls").requestSubmit();
  });
  $("closer").addEventListener("click", () => zoom(0.8));
  $("farther").addEventListener("click", () => zoom(1.25));
  $("reset").addEventListener("click", () => { $("circle").value = $("topic").value = $("find").value = ""; filtered(); });
  $("controls").hidden = $("about").hidden = false;
  prepare();
  choose(null);
})();
