// Search, mouse, keys, and updates when the state changes.

let current = null;

function refresh(before) {
  const same = before && [...FILTERS, 'top', 'hidden', 'shown', 'path', 'pins'].every((key) => JSON.stringify(before[key]) === JSON.stringify(state[key]));
  if (!same) {
    current = viewOf(state);
    makeScene(current);
  }
  const asTable = state.view === 'table';
  $('picture').hidden = asTable;
  $('table').hidden = !asTable;
  $('as-picture').setAttribute('aria-pressed', String(!asTable));
  $('as-table').setAttribute('aria-pressed', String(asTable));
  $('undo').disabled = past.length === 0;
  $('nothing').hidden = scene.nodes.length > 0;
  const shown = scene.nodes.length;
  $('status').textContent = asTable ? `${many(current.passing.length, 'claim')} of ${claims.length}`
    : `${shown < current.available ? `${shown} of ${current.available}` : shown} actors and things, ${current.claims.length} of ${many(claims.length, 'claim')}`;
  showSidebar();
  showChips();
  showPanel();
  if (asTable) showTable(current);
  else if (!before || !same || before.view !== state.view) {
    const moved = !before || FILTERS.concat('top', 'path').some((key) => JSON.stringify(before[key]) !== JSON.stringify(state[key]));
    if (moved || before.view !== state.view) fit();
    else redraw();
  } else redraw();
  if (!asTable && before && before.select !== state.select) bring(actorOf.get(state.select));
}

// Moves the picture so that an actor is visible.
function bring(index) {
  const node = scene.byActor.get(index);
  if (!node) return;
  const { width, height } = viewport();
  const [x, y] = [(node.x - camera.x) * camera.zoom + width / 2, (node.y - camera.y) * camera.zoom + height / 2];
  // Visible actors stay where they are, so that a second click hits them.
  if (x < 0 || x > width || y < 0 || y > height) [camera.x, camera.y] = [node.x, node.y];
  redraw();
}

function expand(index) {
  const passes = filterOf(state);
  const near = actors[index].claims.filter((claim) => passes(claims[claim])).map((claim) => otherEnd(claims[claim], index));
  const added = [...new Set([index, ...near])].filter((other) => !scene.byActor.has(other)).map((other) => actors[other].id);
  if (added.length) change({ shown: [...state.shown, ...added] });
  else say('All its neighbours are shown');
}
const hide = (index) => change({ hidden: [...state.hidden, actors[index].id], shown: state.shown.filter((id) => id !== actors[index].id),
  select: state.select === actors[index].id ? '' : state.select, path: '' });
function pin(index) {
  const node = scene.byActor.get(index);
  const { [actors[index].id]: old, ...pins } = state.pins;
  if (!old && node) pins[actors[index].id] = [Math.round(node.x), Math.round(node.y)];
  change({ pins });
}
function startPath(index) {
  const { id } = actors[index];
  const [from, to] = state.path.split('-');
  if (from && !to && from !== id) change({ path: `${from}-${id}`, select: '' });
  else change({ path: `${id}-`, select: id });
}
function say(text) { $('status').textContent = text; }

// A click selects an actor, or the second end of a path.
function choose(index) {
  if (/^[^-]+-$/.test(state.path)) startPath(index);
  else show(index);
}
// Selects an actor, and adds it to the picture if it is missing.
function show(index) {
  const { id } = actors[index];
  const shown = scene.byActor.has(index) || state.shown.includes(id) ? state.shown : [...state.shown, id];
  change({ select: id, path: '', shown, hidden: state.hidden.filter((other) => other !== id) });
}

// ---- Search ----

const search = $('search');
let suggested = [];
let marked = -1;
const searchable = actors.map((actor, index) => ({ index, names: [...new Set([actor.name, ...actor.names.map(([name]) => name)].map(fold))] }));

function suggest() {
  const query = fold(search.value);
  suggested = [];
  if (query) {
    const rank = ({ index, names }) => {
      const best = Math.min(...names.map((name) => (name === query ? 0 : name.startsWith(query) ? 1 : name.includes(` ${query}`) ? 2 : name.includes(query) ? 3 : 9)));
      return best < 9 ? [best, index] : null;
    };
    const found = searchable.map(rank).filter(Boolean).sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, 8);
    suggested.push(...found.map(([, index]) => ({ text: nameOf(index), note: typeName(actors[index].type), go: () => choose(index) })));
    const relations = counted(claims.filter((claim) => labelsOf(claim).includes(query)).map((claim) => plain(claim.label))).slice(0, 4);
    suggested.push(...relations.map(([label, count]) => ({ text: label, note: `relation, ${many(count, 'claim')}`, go: () => change({ relation: label, select: '' }) })));
    const stances = ['denied', 'disputed', 'negated', 'required', 'intended', 'possible', 'reported', 'asserted'].filter((stance) => stance.startsWith(query) && claims.some((claim) => claim.stance === stance));
    suggested.push(...stances.map((stance) => ({ text: stance, note: 'stance', go: () => change({ stance, select: '' }) })));
    const words = query.split(' ');
    const inText = query.length < 3 ? 0 : claims.filter((claim) => words.every((word) => wordsOf(claim).includes(word))).length;
    const find = plain(search.value);
    if (inText) suggested.push({ text: `“${find}” in the sentences`, note: many(inText, 'claim'), go: () => change({ find, select: '' }) });
  }
  marked = suggested.length ? 0 : -1;
  showSuggestions();
}
function showSuggestions() {
  $('suggestions').replaceChildren(...suggested.map((one, at) => el('li', { role: 'option', id: `suggestion-${at}`, 'aria-selected': String(at === marked),
    onpointerdown: (event) => { event.preventDefault(); take(at); } }, el('span', {}, el('bdi', {}, one.text)), el('small', {}, one.note))));
  $('suggestions').hidden = !suggested.length;
  search.setAttribute('aria-expanded', String(suggested.length > 0));
  if (marked >= 0) search.setAttribute('aria-activedescendant', `suggestion-${marked}`);
  else search.removeAttribute('aria-activedescendant');
}
function take(at) {
  const one = suggested[at];
  endSearch();
  one?.go();
  (state.view === 'table' ? $('panel') : $('canvas')).focus();
}
function endSearch() {
  search.value = '';
  suggested = [];
  showSuggestions();
}
search.addEventListener('input', suggest);
search.addEventListener('blur', () => { suggested = []; showSuggestions(); });
search.addEventListener('focus', suggest);
search.addEventListener('keydown', (event) => {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (suggested.length) marked = (marked + (event.key === 'ArrowDown' ? 1 : -1) + suggested.length) % suggested.length;
    showSuggestions();
  } else if (event.key === 'Enter') take(marked);
  else if (event.key === 'Escape') {
    endSearch();
    $('canvas').focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
});

// ---- Mouse and touch ----

const canvas = $('canvas');
const fingers = new Map();
let drag = null;
const local = (event) => {
  const box = canvas.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
};
function zoomAt([px, py], factor) {
  const { width, height } = viewport();
  const zoom = Math.max(0.04, Math.min(6, camera.zoom * factor));
  camera.x += (px - width / 2) * (1 / camera.zoom - 1 / zoom);
  camera.y += (py - height / 2) * (1 / camera.zoom - 1 / zoom);
  camera.zoom = zoom;
  redraw({ moving: true });
}
const zoomMiddle = (factor) => { const { width, height } = viewport(); zoomAt([width / 2, height / 2], factor); };
canvas.addEventListener('wheel', (event) => {
  event.preventDefault();
  zoomAt(local(event), Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)));
}, { passive: false });
canvas.addEventListener('pointerdown', (event) => {
  if (event.button) return;
  try { canvas.setPointerCapture(event.pointerId); } catch { /* a pointer that is gone cannot be held */ }
  fingers.set(event.pointerId, local(event));
  drag = { start: local(event), last: local(event), node: hit(...local(event))?.node, moved: false };
});
canvas.addEventListener('pointermove', (event) => {
  const at = local(event);
  if (fingers.size === 2 && fingers.has(event.pointerId)) {
    const [other] = [...fingers].find(([id]) => id !== event.pointerId).slice(1);
    const was = fingers.get(event.pointerId);
    zoomAt(other, Math.hypot(at[0] - other[0], at[1] - other[1]) / (Math.hypot(was[0] - other[0], was[1] - other[1]) || 1));
    fingers.set(event.pointerId, at);
    if (drag) drag.moved = true;
    return;
  }
  if (drag && fingers.has(event.pointerId)) {
    fingers.set(event.pointerId, at);
    if (Math.hypot(at[0] - drag.start[0], at[1] - drag.start[1]) > 4) drag.moved = true;
    if (drag.moved) {
      const [dx, dy] = [(at[0] - drag.last[0]) / camera.zoom, (at[1] - drag.last[1]) / camera.zoom];
      if (drag.node) {
        drag.node.x += dx;
        drag.node.y += dy;
      } else {
        camera.x -= dx;
        camera.y -= dy;
      }
      redraw({ moving: true });
    }
    drag.last = at;
    return;
  }
  const found = hit(...at);
  if (found?.node !== hover?.node || found?.edge !== hover?.edge) {
    hover = found;
    canvas.classList.toggle('over', Boolean(found));
    redraw({ over: true });
  }
  showTip(found, event);
});
function endDrag(event) {
  fingers.delete(event.pointerId);
  if (fingers.size) {
    // The remaining finger continues from where it is.
    const [at] = fingers.values();
    drag = { start: at, last: at, node: null, moved: true };
    return;
  }
  const done = drag;
  drag = null;
  if (!done || event.type === 'pointercancel') return;
  if (done.moved) {
    if (done.node) change({ pins: { ...state.pins, [actors[done.node.index].id]: [Math.round(done.node.x), Math.round(done.node.y)] } });
    return;
  }
  const found = hit(...done.start);
  if (found?.node) choose(found.node.index);
  else if (found?.edge) select(found.edge.id);
  else change({ select: '', path: '' });
}
canvas.addEventListener('pointerup', endDrag);
canvas.addEventListener('pointercancel', endDrag);
canvas.addEventListener('pointerleave', () => { hover = null; showTip(null); redraw({ over: true }); });
canvas.addEventListener('dblclick', (event) => {
  const node = hit(...local(event))?.node;
  if (node) expand(node.index);
});
canvas.addEventListener('contextmenu', (event) => {
  const node = hit(...local(event))?.node;
  // A long touch is not a right click.
  if (!node || event.pointerType === 'touch') return;
  event.preventDefault();
  hide(node.index);
});

function showTip(found, event) {
  const tip = $('tip');
  tip.hidden = !found;
  if (!found) return;
  if (found.node) {
    const actor = actors[found.node.index];
    tip.replaceChildren(el('b', {}, nameOf(found.node.index)), ` ${typeName(actor.type)}`, actor.titles.length ? el('div', { class: 'faint' }, actor.titles.map(plain).join(', ')) : '');
  } else {
    const { source, target, claims: list } = found.edge;
    const claim = claims[list[0]];
    tip.replaceChildren(el('b', {}, `${nameOf(source)} ${plain(claim.label)} ${nameOf(target)}`), ` ${claim.stance}`,
      el('div', { class: 'faint' }, `${plain(sentences[claim.evidence[0].sentence].text).slice(0, 220)}`),
      found.edge.sentences > 1 ? el('div', { class: 'faint' }, `${found.edge.sentences} sentences; click to read them`) : '');
  }
  tip.style.left = `${Math.min(event.clientX + 14, innerWidth - 390)}px`;
  tip.style.top = `${event.clientY + 16 + tip.offsetHeight > innerHeight ? event.clientY - tip.offsetHeight - 10 : event.clientY + 16}px`;
}

// ---- Keys ----

// The neighbour in the direction of an arrow; without a selection, the most important actor.
function walk(dx, dy) {
  const at = scene.byActor.get(actorOf.get(state.select));
  if (!at) {
    const first = [...scene.nodes].sort((a, b) => a.index - b.index)[0];
    if (first) select(actors[first.index].id);
    return;
  }
  const near = new Set(scene.edges.flatMap(({ source, target }) => (source === at.index ? [target] : target === at.index ? [source] : [])));
  let best = null;
  for (const index of near) {
    const node = scene.byActor.get(index);
    const [x, y] = [node.x - at.x, node.y - at.y];
    const far = Math.hypot(x, y) || 1;
    const cos = (x * dx + y * dy) / far;
    if (cos > 0.25 && (!best || far / cos < best.cost)) best = { index, cost: far / cos };
  }
  if (best) select(actors[best.index].id);
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
document.addEventListener('keydown', (event) => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if ((typing && !(event.key === '/' && event.target.tagName === 'SELECT')) || event.altKey || $('help').open) return;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() !== 'z') return;
  const index = actorOf.get(state.select);
  const onActor = (run) => () => index !== undefined && run(index);
  const keys = {
    '/': () => { search.focus(); search.select(); },
    '?': () => $('help').showModal(),
    f: fit, t: () => change({ view: state.view === 'table' ? 'picture' : 'table' }), u: undo, z: event.ctrlKey || event.metaKey ? undo : undefined,
    e: onActor(expand), h: onActor(hide), p: onActor(pin), s: onActor(startPath),
    '+': () => zoomMiddle(1.25), '=': () => zoomMiddle(1.25), '-': () => zoomMiddle(0.8),
    Escape: () => { document.querySelectorAll('details[open]').forEach((menu) => { menu.open = false; }); $('filters').classList.remove('open'); change({ select: '', path: '' }); },
  };
  if (event.target === canvas) {
    if (ARROWS[event.key]) keys[event.key] = () => walk(...ARROWS[event.key]);
    keys.Enter = () => ($('panel').querySelector('.claim, .cite') ?? $('panel')).focus();
  }
  const run = keys[event.key];
  if (!run) return;
  event.preventDefault();
  run();
});

// ---- Buttons ----

const press = (id, run) => $(id).addEventListener('click', run);
press('as-picture', () => change({ view: 'picture' }));
press('as-table', () => change({ view: 'table' }));
press('undo', undo);
press('fit', fit);
press('zoom-in', () => zoomMiddle(1.25));
press('zoom-out', () => zoomMiddle(0.8));
press('reset-filters', clearFilters);
press('help-button', () => $('help').showModal());
press('help-close', () => $('help').close());
press('copy-address', ({ target }) => copy(location.href, target));
press('filters-button', () => $('filters-button').setAttribute('aria-expanded', String($('filters').classList.toggle('open'))));
press('theme', () => setTheme(!isDark()));
for (const button of document.querySelectorAll('[data-save]')) {
  button.addEventListener('click', () => { save(button.dataset.save); $('save').open = false; });
}
function setTheme(dark) {
  document.documentElement.classList.toggle('dark', dark);
  if (current) { showSidebar(); redraw(); }
}
const preference = matchMedia('(prefers-color-scheme: dark)');
setTheme(preference.matches);
preference.addEventListener('change', () => setTheme(preference.matches));
new ResizeObserver(() => current && state.view === 'picture' && redraw()).observe(canvas);

makeSidebar();
onChange(refresh);
state = fromAddress(location.hash);
refresh(null);
