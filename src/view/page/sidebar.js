// Filters, the legend whose entries hide and isolate, the active filters, and the number of shown actors.

function choice(label, key, options) {
  const field = el('select', { id: `filter-${key}`, onchange: () => change({ [key]: field.value }) },
    el('option', { value: '' }, 'any'), options.map(([value, text]) => el('option', { value }, text)));
  return el('label', {}, label, field);
}
function entry(label, key, type, attributes = {}) {
  const field = el('input', { id: `filter-${key}`, type, ...attributes, onchange: () => change({ [key]: type === 'number' ? Math.max(1, +field.value || 1) : field.value }) });
  return el('label', {}, label, field);
}
const counted = (values) => {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
};
const allDates = documents.map((document) => document.date).filter(Boolean).sort();

function makeSidebar() {
  const types = counted(actors.filter((actor) => actor.claims.length).map((actor) => actor.type));
  const lines = Object.keys(LINES).map((style) => [style, claims.filter((claim) => claim.style === style).length]).filter(([, count]) => count);
  const speakers = counted(claims.flatMap((claim) => [...claim.speakers]));
  const events = counted(claims.flatMap((claim) => [...claim.events]));
  const stances = counted(claims.map((claim) => claim.stance));
  const origins = counted(documents.map((document) => document.source || document.name));
  const sizes = graph.sizes.map((size) => [size, size === graph.available ? `all ${size}` : `the ${size} most important`]);
  const show = el('select', { id: 'top', 'aria-label': 'How many are shown', onchange: () => change({ top: +show.value, pins: {} }) },
    sizes.map(([size, text]) => el('option', { value: size }, text)));
  $('filters').append(
    el('h2', {}, 'Show'), show,
    el('h2', {}, 'Lines'), ...lines.map(([style, count]) => keyEntry('lines', style, lineOf(style).name, count, lines.map(([key]) => key))),
    el('h2', {}, 'Types'), ...types.map(([type, count]) => keyEntry('types', type, typeName(type), count, types.map(([key]) => key))),
    el('h2', {}, 'Filters'),
    choice('Around', 'actor', actors.filter((actor) => actor.claims.length && actor.type !== 'thing').slice(0, 300).map((actor) => [actor.id, plain(actor.name)])),
    entry('Relation', 'relation', 'text', { list: 'relations', placeholder: 'any word' }),
    el('datalist', { id: 'relations' }, counted(claims.map((claim) => plain(claim.predicate))).slice(0, 200).map(([value]) => el('option', { value }))),
    choice('Said by', 'speaker', [['author', 'the author himself'], ...speakers.slice(0, 300).map(([index, count]) => [actors[index].id, `${nameOf(index)} (${count})`])]),
    choice('Stance', 'stance', stances.map(([stance, count]) => [stance, `${stance} (${count})`])),
    events.length ? choice('Event', 'event', events.map(([event, count]) => [event, `${plain(event).toLowerCase()} (${count})`])) : '',
    choice('Source', 'source', origins.map(([source, count]) => [source, `${plain(source)} (${count})`])),
    allDates.length ? el('div', {}, ...[['From', 'from'], ['Until', 'to']].map(([label, key]) =>
      entry(label, key, 'date', { min: allDates[0], max: allDates.at(-1) }))) : '',
    documents.length > 1 ? entry('Independent documents, at least', 'least', 'number', { min: 1, max: documents.length }) : '',
    el('p', {}, el('button', { id: 'clear', onclick: clearFilters }, 'Clear filters')));
}

// An entry of the legend: a click hides its class, or shows it again; `only` isolates it.
function keyEntry(key, value, name, count, all) {
  const others = all.filter((other) => other !== value);
  const isolated = () => others.every((other) => state[key].includes(other)) && !state[key].includes(value);
  return el('div', { class: 'key', 'data-key': key, 'data-value': value },
    el('button', { class: 'what', 'aria-pressed': 'true', title: 'Hide or show', onclick: () => change({
      [key]: state[key].includes(value) ? state[key].filter((other) => other !== value) : [...state[key], value] }) },
    sample(key, value), name, el('small', {}, count)),
    el('button', { class: 'only', 'aria-pressed': 'false', onclick: () => change({ [key]: isolated() ? [] : others }) }, 'only', el('span', { class: 'hidden' }, ` ${name}`)));
}

// The shape or line of an entry of the legend.
function sample(key, value) {
  const ns = 'http://www.w3.org/2000/svg';
  const image = document.createElementNS(ns, 'svg');
  const wide = key === 'lines';
  image.setAttribute('width', wide ? 34 : 16);
  image.setAttribute('height', 16);
  image.setAttribute('aria-hidden', 'true');
  const surface = new SvgSurface();
  const [colours, dark] = isDark() ? [DARK, 1] : [LIGHT, 0];
  if (wide) {
    const { colour, dashes, head } = lineOf(value);
    Object.assign(surface, { strokeStyle: colour[dark], lineWidth: 1.6 });
    surface.setLineDash(dashes);
    surface.beginPath();
    surface.moveTo(1, 8);
    surface.lineTo(head === 'bar' ? 28 : 24, 8);
    surface.stroke();
    drawHead(surface, head, [0, 8], [head === 'bar' ? 28 : 32, 8], colour[dark], colours.paper);
  } else drawShape(surface, value, 8, 8, value === 'thing' ? 3.5 : 5.5, colours.paper);
  const parsed = new DOMParser().parseFromString(`<svg xmlns="${ns}">${surface.parts.join('')}</svg>`, 'image/svg+xml');
  image.append(...document.importNode(parsed.documentElement, true).childNodes);
  return image;
}

function showSidebar() {
  for (const key of ['actor', 'relation', 'speaker', 'stance', 'event', 'source', 'from', 'to', 'least']) {
    const field = $(`filter-${key}`);
    if (!field) continue;
    if (field.tagName === 'SELECT' && state[key] && ![...field.options].some((option) => option.value === state[key])) {
      field.append(el('option', { value: state[key] }, actorOf.has(state[key]) ? nameOf(actorOf.get(state[key])) : plain(state[key])));
    }
    if (field.value !== String(state[key])) field.value = state[key];
  }
  const top = $('top');
  if (![...top.options].some((option) => +option.value === state.top)) top.append(el('option', { value: state.top }, `the ${state.top} most important`));
  top.value = state.top;
  for (const row of document.querySelectorAll('.key')) {
    const { key, value } = row.dataset;
    const [what, only] = row.querySelectorAll('button');
    what.setAttribute('aria-pressed', String(!state[key].includes(value)));
    const others = [...document.querySelectorAll(`.key[data-key="${key}"]`)].map((other) => other.dataset.value).filter((other) => other !== value);
    only.setAttribute('aria-pressed', String(others.length > 0 && others.every((other) => state[key].includes(other)) && !state[key].includes(value)));
    what.querySelector('svg').replaceWith(sample(key, value));
  }
}

const CHIPS = { find: 'words', actor: 'around', relation: 'relation', event: 'event', speaker: 'said by', stance: 'stance', source: 'source', from: 'from', to: 'until', least: 'documents ≥' };
function showChips() {
  const chips = Object.entries(CHIPS).filter(([key]) => state[key] !== fresh()[key]).map(([key, name]) => {
    const value = actorOf.has(state[key]) ? nameOf(actorOf.get(state[key])) : state[key] === 'author' ? 'the author' : plain(state[key]);
    return el('button', { title: 'Remove', onclick: () => change({ [key]: fresh()[key] }) }, el('bdi', {}, `${name} ${value}`), ' ×');
  });
  if (state.hidden.length) chips.push(el('button', { title: 'Show them again', onclick: () => change({ hidden: [] }) }, `${state.hidden.length} hidden ×`));
  if (state.shown.length) chips.push(el('button', { title: 'Remove them', onclick: () => change({ shown: [] }) }, `${state.shown.length} added ×`));
  if (/^[^-]+-$/.test(state.path)) chips.push(el('button', { onclick: () => change({ path: '' }) }, `path from ${nameOf(actorOf.get(state.path.slice(0, -1)))}: choose the other end ×`));
  $('chips').replaceChildren(...chips);
}
