// The state of the page as one plain object; its form in the address; undo.

const fresh = () => ({
  top: graph.top, view: 'picture', rows: 'claims',
  select: '', path: '', find: '',
  actor: '', relation: '', event: '', speaker: '', stance: '', source: '', from: '', to: '', least: 1,
  types: [], lines: [], hidden: [], shown: [], pins: {},
});
// Filters decide which claims pass; the other properties are how they are shown.
const FILTERS = ['find', 'actor', 'relation', 'event', 'speaker', 'stance', 'source', 'from', 'to', 'least', 'types', 'lines'];

let state = fresh();
const past = [];
const listeners = [];
const onChange = (listener) => listeners.push(listener);

// Changes the state, keeps the previous one for undo, and notifies the listeners.
function change(changes, { keep = true } = {}) {
  const next = { ...state, ...changes };
  if (JSON.stringify(next) === JSON.stringify(state)) return;
  if (keep) past.push(state);
  if (past.length > 200) past.shift();
  const before = state;
  state = next;
  writeAddress();
  for (const listener of listeners) listener(before);
}

function undo() {
  const last = past.pop();
  if (last) change(last, { keep: false });
}

const clearFilters = () => {
  const empty = fresh();
  change(Object.fromEntries([...FILTERS, 'hidden'].map((key) => [key, empty[key]])));
};

// The address contains only what differs from the initial state.
function toAddress(state) {
  const empty = fresh();
  const words = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) {
    if (JSON.stringify(value) === JSON.stringify(empty[key])) continue;
    if (key === 'pins') words.set(key, Object.entries(value).map(([id, [x, y]]) => `${id}:${x}:${y}`).join(','));
    else words.set(key, Array.isArray(value) ? value.join(',') : value);
  }
  return words.toString();
}

// Addresses are untrusted: whatever is not a state is ignored.
function fromAddress(address) {
  const next = fresh();
  for (const [key, text] of new URLSearchParams(address.replace(/^#/, ''))) {
    if (!Object.hasOwn(next, key)) continue;
    const list = text.split(',').filter(Boolean);
    if (key === 'pins') {
      for (const pin of list) {
        const [id, x, y] = pin.split(':');
        if (actorOf.has(id) && Number.isFinite(+x) && Number.isFinite(+y)) next.pins[id] = [+x, +y];
      }
    } else if (Array.isArray(next[key])) next[key] = list;
    else if (key === 'top' || key === 'least') next[key] = Math.max(1, Math.min(2000, Math.trunc(+text) || next[key]));
    else next[key] = text;
  }
  if (next.view !== 'table') next.view = 'picture';
  return next;
}

let written = '';
function writeAddress() {
  written = toAddress(state);
  const address = `${location.pathname}${location.search}${written ? `#${written}` : ''}`;
  try {
    history.replaceState(null, '', address);
  } catch {
    location.hash = written;
  }
}
window.addEventListener('hashchange', () => {
  if (location.hash.replace(/^#/, '') !== written) change(fromAddress(location.hash));
});
