// The graph of the page: records, ids, neighbours, and derived values.

const graph = JSON.parse(document.getElementById('data').textContent);
const { actors, claims, documents, sentences, attributions } = graph;

const actorOf = new Map(actors.map((actor, index) => [actor.id, index]));
const claimOf = new Map(claims.map((claim, index) => [claim.id, index]));

// The claims of every actor, and the values of every claim that filters need.
for (const actor of actors) actor.claims = [];
claims.forEach((claim, index) => {
  actors[claim.source].claims.push(index);
  if (claim.target !== claim.source) actors[claim.target].claims.push(index);
  const documentsOf = new Set();
  claim.speakers = new Set();
  claim.events = new Set();
  for (const evidence of claim.evidence) {
    documentsOf.add(sentences[evidence.sentence].doc);
    if (evidence.event) claim.events.add(evidence.event);
    for (const attribution of evidence.by) for (const actor of attributions[attribution].actors) claim.speakers.add(actor);
  }
  claim.documents = [...documentsOf];
  // Near-duplicates count once; the program knows them.
  claim.independent = claim.independent ?? claim.documents.length;
  claim.dates = claim.documents.map((index) => documents[index].date).filter(Boolean).sort();
});

// Claims with the same ends and predicate, but opposite polarity.
const opposites = new Map();
{
  const byWords = new Map();
  claims.forEach((claim, index) => {
    const key = [claim.source, claim.target, claim.predicate].join(' ');
    byWords.set(key, [...(byWords.get(key) ?? []), index]);
  });
  for (const indices of byWords.values()) {
    for (const index of indices) {
      const other = indices.filter((other) => claims[other].negative !== claims[index].negative);
      if (other.length) opposites.set(index, other);
    }
  }
}

// Invisible characters, and those that change the direction of text, would mislead.
const hiddenCharacters = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const visible = (text) => String(text ?? '').replace(hiddenCharacters, '');
const plain = (text) => visible(text).replace(/\s+/g, ' ').trim();
const nameOf = (index) => plain(actors[index].name);
const typeName = (type) => (type === 'thing' ? 'thing or topic' : type.replaceAll('_', ' '));
const many = (count, one) => `${count} ${one}${count === 1 ? '' : 's'}`;
const fold = (text) => plain(text).normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
const otherEnd = (claim, index) => (claim.source === index ? claim.target : claim.source);
// Disputes by claim.
const disputesOf = new Map();
for (const dispute of graph.disputes) {
  for (const index of dispute.claims) disputesOf.set(index, [...(disputesOf.get(index) ?? []), dispute]);
}
const isDisputed = (index) => claims[index].stance === 'disputed' || opposites.has(index);

// An element with attributes, listeners (`onclick`) and children; strings become text, never markup.
function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat(9).filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}
const $ = (id) => document.getElementById(id);
