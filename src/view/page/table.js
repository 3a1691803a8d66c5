// The claims or actors that pass the filters as a table, sorted by any column.

const PAGE = 200;
let order = { column: '', down: false };
const COLUMNS = {
  claims: [
    ['From', (index) => nameOf(claims[index].source), (index) => actorLink(claims[index].source)],
    ['Relation', (index) => plain(claims[index].label), (index) => el('button', { class: 'link claim', onclick: () => select(claims[index].id) }, el('bdi', {}, plain(claims[index].label)))],
    ['To', (index) => nameOf(claims[index].target), (index) => actorLink(claims[index].target)],
    ['Stance', (index) => claims[index].stance],
    ['Said by', (index) => [...claims[index].speakers].map(nameOf).join(', ') || (claims[index].evidence.some((evidence) => evidence.by.length) ? 'unnamed' : '')],
    ['Event', (index) => [...claims[index].events].map((event) => plain(event).toLowerCase()).join(', ')],
    ['Date', (index) => claims[index].dates[0] ?? '', (index) => el('span', { class: 'date' }, claims[index].dates[0] ?? '')],
    ['Docs', (index) => claims[index].independent, null, 'Independent documents'],
    ['Sent.', (index) => claims[index].evidence.length, null, 'Sentences'],
  ],
  actors: [
    ['Name', (index) => nameOf(index), (index) => actorLink(index)],
    ['Type', (index) => typeName(actors[index].type)],
    ['Also', (index) => actors[index].names.map(([name]) => plain(name)).filter((name) => name !== plain(actors[index].name)).join(', ')],
    ['Roles', (index) => actors[index].titles.map(plain).join(', ')],
    ['Belongs to', (index) => (actors[index].owner === null ? '' : nameOf(actors[index].owner))],
    ['Mentions', (index) => actors[index].mentions],
    ['Claims', (index) => actors[index].claims.length],
  ],
};

function showTable(view) {
  const columns = COLUMNS[state.rows] ?? COLUMNS.claims;
  const asActors = state.rows === 'actors';
  let rows = asActors
    ? [...new Set(view.passing.flatMap((index) => [claims[index].source, claims[index].target]))].sort((a, b) => a - b)
    : [...view.passing].sort((a, b) => claims[b].weight - claims[a].weight || a - b);
  const column = columns.find(([name]) => name === order.column);
  if (column) {
    const compare = (a, b) => (typeof a === 'number' ? a - b : a.localeCompare(b, 'en'));
    rows = rows.map((index, at) => [column[1](index), at, index])
      .sort((a, b) => (order.down ? compare(b[0], a[0]) : compare(a[0], b[0])) || a[1] - b[1]).map(([, , index]) => index);
  }
  const head = el('tr', {}, columns.map(([name, , , title]) => el('th', { scope: 'col', 'aria-sort': order.column === name ? (order.down ? 'descending' : 'ascending') : 'none' },
    el('button', { title, 'aria-label': title, onclick: () => {
      order = { column: name, down: order.column === name ? !order.down : false };
      showTable(view);
      [...document.querySelectorAll('th button')].find((button) => button.textContent.startsWith(name))?.focus();
    } }, name, order.column === name ? (order.down ? ' ↓' : ' ↑') : ''))));
  const row = (index) => el('tr', {}, columns.map(([, value, cell]) => {
    const text = value(index);
    return el('td', { class: typeof text === 'number' ? 'number' : undefined }, cell ? cell(index) : el('bdi', {}, String(text)));
  }));
  const body = el('tbody', {}, rows.slice(0, PAGE).map(row));
  let shown = PAGE;
  const more = el('button', { onclick: () => {
    body.append(...rows.slice(shown, shown + PAGE).map(row));
    shown += PAGE;
    more.hidden = shown >= rows.length;
  } }, 'Show more');
  more.hidden = rows.length <= PAGE;
  const kinds = el('div', { class: 'group', role: 'group', 'aria-label': 'Rows' }, ['claims', 'actors'].map((kind) =>
    el('button', { 'aria-pressed': String((state.rows === 'actors') === (kind === 'actors')), onclick: () => { order = { column: '', down: false }; change({ rows: kind }); } }, kind === 'claims' ? 'Claims' : 'Actors')));
  $('table').replaceChildren(kinds, el('table', {}, el('caption', { class: 'hidden' }, asActors ? 'Actors and things' : 'Who does what to whom'), el('thead', {}, head), body), more);
}
