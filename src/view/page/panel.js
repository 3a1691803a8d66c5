// The details of the selection: an actor, the claims between two, a path; otherwise an overview.

// Selects an actor or a claim; missing ends of a claim are added to the picture.
const select = (id) => {
  const claim = claims[claimOf.get(id)];
  const missing = claim ? [...new Set([claim.source, claim.target])].filter((index) => !scene.byActor.has(index)).map((index) => actors[index].id) : [];
  change({ select: id, path: '', shown: [...state.shown, ...missing], hidden: state.hidden.filter((other) => !missing.includes(other)) });
};

function showPanel() {
  const panel = $('panel');
  const path = pathOf(state);
  const actor = actorOf.get(state.select);
  const claim = claimOf.get(state.select);
  const content = path ? pathPanel(path) : actor !== undefined ? actorPanel(actor) : claim !== undefined ? claimPanel(claim) : startPanel();
  panel.replaceChildren(...content.flat(9).filter(Boolean));
  panel.scrollTop = 0;
}

const close = () => el('button', { class: 'close', 'aria-label': 'Close', title: 'Esc', onclick: () => change({ select: '', path: '' }) }, '×');
const section = (title, items, cap = 8) => {
  if (!items.length) return null;
  const list = el('ul', {}, items.slice(0, cap).map((item) => item()));
  const more = items.length > cap && el('button', { class: 'link more', onclick: () => {
    more.remove();
    list.append(...items.slice(cap).map((item) => item()));
  } }, `${items.length - cap} more`);
  return [el('h3', {}, `${title} (${items.length})`), list, more];
};

function startPanel() {
  const shown = scene.nodes.map((node) => node.index).sort((a, b) => a - b).filter((index) => actors[index].type !== 'thing');
  const disputes = claims.map((_, index) => index).filter(isDisputed);
  return [
    el('h2', {}, 'Who does what to whom'),
    el('p', { class: 'faint' }, `${many(documents.length, 'document')}, ${many(actors.length, 'actor')} and things, ${many(claims.length, 'claim')}. `
      + 'Click an actor or a line of the picture; every line leads to the sentences that say so.'),
    section('Most important here', shown.map((index) => () => el('li', {}, actorLink(index), el('small', {}, ` ${typeName(actors[index].type)}`))), 12),
    section('Disputed', [...disputes.map((index) => () => claimLine(index)),
      ...graph.disputes.filter((dispute) => !dispute.claims.length).map((dispute) => () => el('li', {}, disputeBlock(dispute)))]),
  ];
}

function actorPanel(index) {
  const actor = actors[index];
  const { id } = actor;
  const passes = filterOf({ ...state, actor: '' });
  const near = actor.claims.filter((claim) => passes(claims[claim]));
  const byWeight = (a, b) => claims[b].weight - claims[a].weight || a - b;
  const does = near.filter((claim) => claims[claim].source === index).sort(byWeight);
  const undergoes = near.filter((claim) => claims[claim].target === index && claims[claim].source !== index).sort(byWeight);
  const says = [];
  const said = [];
  attributions.forEach((attribution, number) => {
    if (attribution.kind === 'act') return;
    if (attribution.actors.includes(index)) says.push(number);
    else if (attribution.about.includes(index)) said.push(number);
  });
  const disputes = near.filter(isDisputed);
  const speaks = ({ attribution }) => attribution !== undefined && (attributions[attribution].actors.includes(index) || attributions[attribution].about.includes(index));
  const others = graph.disputes.filter((dispute) => [dispute.denied, ...dispute.asserted].some(speaks) && !dispute.claims.some((claim) => disputes.includes(claim)));
  const members = actors.map((_, other) => other).filter((other) => actors[other].owner === index);
  const names = actor.names.map(([name, count]) => [plain(name), count]).filter(([name]) => name !== plain(actor.name));
  const pinned = Object.hasOwn(state.pins, id);
  return [
    close(),
    el('h2', {}, el('bdi', {}, nameOf(index))),
    el('p', { class: 'faint' }, typeName(actor.type), actor.mentions ? `, ${many(actor.mentions, 'mention')}` : '',
      actor.owner !== null ? [', belongs to ', actorLink(actor.owner)] : null),
    el('div', { class: 'actions' },
      el('button', { title: 'e', onclick: () => expand(index) }, 'Expand'),
      el('button', { title: 'h', onclick: () => hide(index) }, 'Hide'),
      el('button', { title: 'p', 'aria-pressed': String(pinned), onclick: () => pin(index) }, pinned ? 'Unpin' : 'Pin'),
      el('button', { 'aria-pressed': String(state.actor === id), onclick: () => change({ actor: state.actor === id ? '' : id }) }, 'Only around it'),
      says.length ? el('button', { class: 'only-says', 'aria-pressed': String(state.speaker === id), onclick: () => change({ speaker: state.speaker === id ? '' : id }) }, 'Only what it says') : null,
      el('button', { title: 's', onclick: () => startPath(index) }, 'Path from here')),
    names.length ? [el('h3', {}, 'Names'), el('p', {}, names.map(([name, count], at) => [at ? ', ' : '', el('bdi', {}, name), count > 1 ? el('small', {}, ` ×${count}`) : null]))] : null,
    actor.titles.length ? [el('h3', {}, 'Roles'), el('p', {}, el('bdi', {}, actor.titles.map(plain).join(', ')))] : null,
    section('Members', members.map((member) => () => el('li', {}, actorLink(member)))),
    section('Does', does.map((claim) => () => claimLine(claim))),
    section('Done to it', undergoes.map((claim) => () => claimLine(claim))),
    section('Disputes', [...disputes.map((claim) => () => claimLine(claim)), ...others.map((dispute) => () => el('li', {}, disputeBlock(dispute)))]),
    section('Says', says.map((attribution) => () => el('li', {}, attributionCard(attribution))), 5),
    section('What is said about it', said.map((attribution) => () => el('li', {}, attributionCard(attribution))), 5),
    section('Timeline', timeline(near), 12),
  ];
}

// The timeline, the earliest first: by the time in the sentence, else by the date of the document.
function timeline(list) {
  const days = list.flatMap((index) => claims[index].evidence.map((evidence) => ({ index, date: evidence.when?.[1] ?? documents[sentences[evidence.sentence].doc].date })));
  const seen = new Set();
  return days.filter(({ date }) => date).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.index - b.index))
    .filter(({ index, date }) => !seen.has(`${index} ${date}`) && seen.add(`${index} ${date}`))
    .map(({ index, date }) => () => {
      const line = claimLine(index);
      line.prepend(el('time', { datetime: date, class: 'faint' }, plain(date)), ' ');
      return line;
    });
}

// A claim with all claims between the same two.
function claimPanel(index) {
  const { source, target } = claims[index];
  const passes = filterOf({ ...state, actor: '' });
  const others = actors[source].claims.filter((other) => other !== index && passes(claims[other])
    && (claims[other].source === target || claims[other].target === target) && (source !== target || claims[other].source === claims[other].target));
  others.sort((a, b) => (claims[b].source === source) - (claims[a].source === source) || claims[b].weight - claims[a].weight || a - b);
  const shown = [index, ...others];
  return [
    close(),
    el('h2', {}, actorLink(source), ' → ', actorLink(target)),
    el('p', { class: 'faint' }, `${many(shown.length, 'claim')}, ${many(claims[index].evidence.length, 'sentence')} behind the first`),
    shown.map((claim, position) => (position < 12 ? claimBlock(claim) : claimLine(claim))),
  ];
}

function claimBlock(index) {
  const claim = claims[index];
  const head = el('p', { class: 'what-is-it' }, el('bdi', {}, `${nameOf(claim.source)} ${plain(claim.label)} ${nameOf(claim.target)}`), stanceMark(index));
  const facts = [claim.independent > 1 ? many(claim.independent, 'independent document') : null, claim.events.size ? `event: ${[...claim.events].map((event) => plain(event).toLowerCase()).join(', ')}` : null,
    plain(claim.predicate) !== plain(claim.label) ? `counted as “${plain(claim.predicate)}”` : null].filter(Boolean).join(' · ');
  const note = facts ? el('p', { class: 'faint' }, facts) : null;
  const denied = claim.evidence.filter((evidence) => evidence.denied?.length);
  const deniers = new Set(denied.flatMap((evidence) => evidence.denied));
  const others = [...denied, ...(opposites.get(index) ?? []).flatMap((other) => claims[other].evidence)];
  const denials = (disputesOf.get(index) ?? []).map((dispute) => dispute.denied).filter(({ attribution, sentence }) => !deniers.has(attribution)
    && !others.some((evidence) => evidence.sentence === sentence));
  const against = [...others.map(card), ...denials.map(sideCard)];
  if (!isDisputed(index) || !against.length) return el('section', { class: 'claim-block' }, head, note, claim.evidence.map(card));
  const held = claim.evidence.filter((evidence) => !evidence.denied?.length || evidence.by.some((attribution) => !evidence.denied.includes(attribution)));
  return el('section', { class: 'claim-block' }, head, note, el('div', { class: 'sides' },
    el('div', {}, el('h4', {}, claim.negative ? 'Not so' : 'So say'), held.map((evidence) => card({ ...evidence, by: evidence.by.filter((attribution) => !evidence.denied?.includes(attribution)), denied: [] }))),
    el('div', {}, el('h4', {}, claim.negative ? 'So say' : 'Not so'), against)));
}

const REASONS = { answer: 'the denial refers to these words', claim: 'both make the same claim', content: 'both mention the same actors and the same things' };
function disputeBlock({ denied, asserted }) {
  return el('div', { class: 'sides' },
    el('div', {}, el('h4', {}, 'So say'), asserted.map(sideCard)),
    el('div', {}, el('h4', {}, 'Not so'), sideCard(denied), el('p', { class: 'faint' }, `Linked because ${REASONS[asserted[0]?.reason] ?? REASONS.content}.`)));
}

function pathPanel(path) {
  const [from, to] = [path.actors[0], path.actors.at(-1)];
  const head = [close(), el('h2', {}, actorLink(from), ' … ', actorLink(to))];
  if (!path.claims.length) return [...head, el('p', {}, 'No path: no claims that pass the filters lead from one to the other.')];
  return [...head, el('p', { class: 'faint path-length' }, `The shortest path has ${many(path.claims.length, 'step')}.`), path.claims.map(claimBlock)];
}
