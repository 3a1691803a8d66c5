// Sentences with marks, their speakers and places, and a citation to copy.

function markedText(index, marks) {
  const { text } = sentences[index];
  const line = el('p', { dir: 'auto', class: 'sentence' });
  let at = 0;
  for (const [role, start, end] of marks) {
    line.append(visible(text.slice(at, start)), el('mark', { class: role, title: role === 'content' ? 'what is said' : role }, visible(text.slice(start, end))));
    at = end;
  }
  line.append(visible(text.slice(at)));
  return line;
}

// Only addresses of the web are links; any other scheme stays text.
function webAddress(url) {
  try {
    const address = new URL(url);
    return ['http:', 'https:'].includes(address.protocol) ? address.href : null;
  } catch {
    return null;
  }
}

// The address of a source file; a name that could refer to another machine is not linked.
function fileAddress(path) {
  if (!path || /^[\\/]{2}|\\|^[a-z][a-z0-9+.-]*:/i.test(path)) return null;
  const coded = path.split('/').map(encodeURIComponent).join('/');
  if (coded.startsWith('/')) return `file://${coded}`;
  const base = /^(file:\/\/)?(.*)$/.exec(graph.base);
  return (base[1] ?? '') + base[2].split('/').map(encodeURIComponent).join('/') + (base[2] ? coded : `./${coded}`);
}

const placeOf = (index) => {
  const { doc, line, column, start } = sentences[index];
  const { path, name, lines } = documents[doc];
  return plain(lines ? `${path ?? name}:${line}:${column}` : `${name}#char=${start}`);
};
const sourceOf = (doc) => plain(documents[doc].source ?? documents[doc].title ?? documents[doc].name);

function footOf(index, cite) {
  const document = documents[sentences[index].doc];
  const address = webAddress(document.url) ?? fileAddress(document.path);
  const title = plain(document.title ?? '');
  return el('div', { class: 'foot' },
    document.source ? el('bdi', {}, plain(document.source)) : null,
    document.date ? el('time', { datetime: document.date }, plain(document.date)) : null,
    title ? el('bdi', {}, `“${title}”`) : null,
    address ? el('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, placeOf(index)) : el('bdi', {}, placeOf(index)),
    el('button', { class: 'link cite', onclick: ({ target }) => copy(cite(), target) }, 'Copy citation'));
}

function chainOf(list, denies = false) {
  if (!list.length) return null;
  const line = el('p', { class: denies ? 'chain denies' : 'chain' }, denies ? 'Denied by ' : 'According to ');
  list.forEach((index, position) => {
    const attribution = attributions[index];
    if (position) line.append(el('span', { class: 'arrow', 'aria-label': 'who says that' }, '▸'));
    const words = plain(attribution.words) || 'somebody unnamed';
    line.append(attribution.actors.length ? actorLink(attribution.actors[0], words) : el('bdi', {}, words));
    const cue = plain(attribution.cue);
    if (cue && !words.includes(cue)) line.append(' ', el('span', { class: 'cue' }, `(${cue})`));
  });
  return line;
}

function citation(index, chain) {
  const document = documents[sentences[index].doc];
  const said = chain.map((attribution) => plain(attributions[attribution].words)).filter(Boolean);
  const origin = [document.author, document.title && `“${document.title}”`, document.source, document.date].filter(Boolean).map(plain);
  return `“${plain(sentences[index].text)}”${said.length ? ` (according to ${said.join(' ▸ ')})` : ''} — `
    + [...origin, webAddress(document.url), placeOf(index)].filter(Boolean).join(', ');
}

// One piece of evidence.
function card(evidence) {
  return el('article', { class: 'card' },
    chainOf(evidence.by.filter((attribution) => !evidence.denied?.includes(attribution))), chainOf(evidence.denied ?? [], true),
    markedText(evidence.sentence, evidence.marks),
    evidence.when ? el('p', { class: 'faint' }, 'time: ', el('bdi', {}, plain(evidence.when[0]))) : null,
    evidence.inferred ? el('p', { class: 'faint' }, `inferred: ${plain(evidence.inferred)}`) : null,
    footOf(evidence.sentence, () => citation(evidence.sentence, evidence.by)));
}

// An attribution with its sentences.
function attributionCard(index) {
  const attribution = attributions[index];
  const outer = [];
  for (let at = index; at !== null && at !== undefined && outer.length < 9; at = attributions[at].within) outer.unshift(at);
  return el('article', { class: 'card attribution' }, chainOf(outer, false),
    attribution.denies ? el('p', { class: 'chain denies' }, 'and denies it') : null,
    attribution.parts.map(([sentence, marks]) => markedText(sentence, marks)),
    attribution.parts.length ? footOf(attribution.parts[0][0], () => citation(attribution.parts[0][0], outer)) : null);
}

// One side of a dispute: an attribution, or the author's words.
function sideCard({ attribution, sentence, marks }) {
  if (attribution !== undefined) return attributionCard(attribution);
  return el('article', { class: 'card' }, markedText(sentence, marks ?? []), footOf(sentence, () => citation(sentence, [])));
}

const actorLink = (index, words = nameOf(index)) =>
  el('button', { class: 'link actor', onclick: () => select(actors[index].id) }, el('bdi', {}, words));

// A claim as a heading; a click opens its sentences.
function claimLine(index) {
  const claim = claims[index];
  return el('li', {}, actorLink(claim.source), ' ',
    el('button', { class: 'link claim', onclick: () => select(claim.id) }, el('bdi', {}, plain(claim.label))), ' ', actorLink(claim.target),
    stanceMark(index), claim.evidence.length > 1 ? el('small', {}, ` ×${claim.evidence.length}`) : null);
}
function stanceMark(index) {
  const stance = opposites.has(index) ? 'disputed' : claims[index].stance;
  return stance === 'asserted' ? null : el('span', { class: `stance ${stance}` }, stance);
}

async function copy(text, button) {
  const words = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = el('textarea', {});
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  button.textContent = 'Copied';
  setTimeout(() => { button.textContent = words; }, 1200);
}
