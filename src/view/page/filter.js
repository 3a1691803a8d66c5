// Filters on claims, the actors of the picture, and the shortest path between two.

// The filter of a state, as a function on claims.
function filterOf(state) {
  const types = new Set(state.types);
  const lines = new Set(state.lines);
  const hidden = new Set(state.hidden.map((id) => actorOf.get(id)));
  const actor = actorOf.get(state.actor);
  const speaker = actorOf.get(state.speaker);
  const relation = fold(state.relation);
  const find = fold(state.find).split(' ').filter(Boolean);
  return (claim) => {
    if (lines.has(claim.style) || hidden.has(claim.source) || hidden.has(claim.target)) return false;
    if (types.has(actors[claim.source].type) || types.has(actors[claim.target].type)) return false;
    if (actor !== undefined && claim.source !== actor && claim.target !== actor) return false;
    if (state.stance && claim.stance !== state.stance) return false;
    if (state.event && !claim.events.has(state.event)) return false;
    if (state.least > 1 && claim.independent < state.least) return false;
    if (relation && !labelsOf(claim).includes(relation)) return false;
    if (speaker !== undefined && !claim.speakers.has(speaker)) return false;
    if (state.speaker === 'author' && !claim.evidence.some((evidence) => !evidence.by.length)) return false;
    if (state.source || state.from || state.to) {
      const inside = claim.documents.some((index) => {
        const { date, source, name } = documents[index];
        return (!state.source || (source || name) === state.source)
          && (!state.from || (date && date >= state.from)) && (!state.to || (date && date <= state.to));
      });
      if (!inside) return false;
    }
    return find.every((word) => wordsOf(claim).includes(word));
  };
}

// The text of a claim for search: names, labels, sentences. Computed on first use.
function wordsOf(claim) {
  claim.words ??= fold([
    ...[claim.source, claim.target].flatMap((index) => [actors[index].name, ...actors[index].names.map(([name]) => name)]),
    claim.label, ...claim.evidence.map((evidence) => `${evidence.label} ${sentences[evidence.sentence].text}`),
  ].join(' '));
  return claim.words;
}
function labelsOf(claim) {
  claim.labels ??= fold([claim.label, claim.predicate, ...claim.evidence.map((evidence) => evidence.label)].join(' | '));
  return claim.labels;
}

// The claims that pass, and the actors of the picture with the claims between them.
function viewOf(state) {
  const passes = filterOf(state);
  const passing = [];
  const near = new Map();
  claims.forEach((claim, index) => {
    if (!passes(claim)) return;
    passing.push(index);
    if (claim.source === claim.target) return;
    for (const end of [claim.source, claim.target]) {
      if (!near.has(end)) near.set(end, []);
      near.get(end).push(otherEnd(claim, end));
    }
  });
  const first = actorOf.get(state.actor);
  const ranked = [...near.keys()].sort((a, b) => (b === first) - (a === first) || a - b);
  const chosen = connected(ranked, near, state.top);
  const extra = state.shown.map((id) => actorOf.get(id)).filter((index) => index !== undefined && !state.hidden.includes(actors[index].id));
  for (const index of extra) chosen.add(index);
  for (const index of pathOf(state)?.actors ?? []) chosen.add(index);
  return { passing, available: near.size, chosen, claims: passing.filter((index) => {
    const { source, target } = claims[index];
    return source !== target && chosen.has(source) && chosen.has(target);
  }) };
}

// Up to `limit` of the ranked, each with a claim to another chosen one, in the order in which the picture was computed.
function connected(ranked, near, limit) {
  const leftOut = new Set();
  for (;;) {
    const chosen = new Set();
    for (const index of ranked) {
      if (chosen.size >= limit) break;
      if (!leftOut.has(index)) chosen.add(index);
    }
    const alone = [...chosen].reverse().find((index) => !near.get(index).some((other) => chosen.has(other)));
    if (alone === undefined) return chosen;
    leftOut.add(alone);
  }
}

// The shortest path between the two actors of `state.path`, over claims that pass, through any actors.
function pathOf(state) {
  const [from, to] = state.path.split('-').map((id) => actorOf.get(id));
  if (from === undefined || to === undefined) return null;
  const passes = filterOf({ ...state, actor: '' });
  const came = new Map([[from, null]]);
  const queue = [from];
  for (let next = 0; next < queue.length && !came.has(to); next += 1) {
    const at = queue[next];
    for (const index of actors[at].claims) {
      const other = otherEnd(claims[index], at);
      if (came.has(other) || !passes(claims[index])) continue;
      came.set(other, { at, claim: index });
      queue.push(other);
    }
  }
  if (!came.has(to)) return { actors: [from, to], claims: [] };
  const path = { actors: [to], claims: [] };
  for (let step = came.get(to); step; step = came.get(step.at)) {
    path.actors.unshift(step.at);
    path.claims.unshift(step.claim);
  }
  return path;
}
