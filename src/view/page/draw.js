// The picture: positions, and how it is drawn, on the canvas or into a file.

const FONT = 'system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';
let scene = { nodes: [], edges: [], byActor: new Map() };
const camera = { x: 0, y: 0, zoom: 1 };
let hover = null;
let coarse = false;

// The width of a text at a font size of one pixel, cached.
const widths = new Map();
function widthOf(text, size) {
  if (!widths.has(text)) {
    measure.font = `100px ${FONT}`;
    widths.set(text, measure.measureText(text).width / 100);
  }
  return widths.get(text) * size;
}

// Nodes with positions and lines with curves, for a view.
function makeScene(view) {
  const chosen = [...view.chosen].sort((a, b) => a - b);
  const size = graph.sizes.findIndex((size) => size >= Math.min(state.top, graph.sizes.at(-1)));
  const before = scene.byActor;
  const nodes = [];
  const byActor = new Map();
  const taken = new Boxes();
  const put = (index, x, y) => {
    const actor = actors[index];
    const half = Math.max(actor.radius, ...actor.lines.map((line) => widthOf(line, 12) / 2)) + 4;
    const node = { index, x, y, radius: actor.radius, lines: actor.lines.map(plain), half, low: actor.radius + 5 + 14 * actor.lines.length };
    taken.add(x - half, y - node.radius, x + half, y + node.low);
    nodes.push(node);
    byActor.set(index, node);
  };
  const later = [];
  for (const index of chosen) {
    const pin = state.pins[actors[index].id];
    const at = pin ?? actors[index].at[size];
    if (at) put(index, ...at);
    else later.push(index);
  }
  // Nodes of the view that its computed picture lacks get a free place near their owner.
  for (const index of later) {
    const old = before.get(index);
    const near = actors[index].claims.map((claim) => byActor.get(otherEnd(claims[claim], index))).filter(Boolean).slice(0, 4);
    const middle = near.length
      ? [near.reduce((sum, node) => sum + node.x, 0) / near.length, near.reduce((sum, node) => sum + node.y, 0) / near.length]
      : [0, 0];
    const half = Math.max(actors[index].radius, ...actors[index].lines.map((line) => widthOf(line, 12) / 2)) + 8;
    const low = actors[index].radius + 9 + 14 * actors[index].lines.length;
    const free = (x, y) => !taken.hits(x - half, y - actors[index].radius - 4, x + half, y + low);
    if (old && free(old.x, old.y)) put(index, old.x, old.y);
    else put(index, ...spot(middle, free));
  }
  const edges = bundle(view.claims, byActor);
  // Where an actor has many lines, the strongest are highlighted and the others are faint.
  const strongest = [...edges].sort((a, b) => b.weight - a.weight).slice(0, 60 + 2 * nodes.length);
  for (const edge of strongest) edge.strong = true;
  scene = { nodes, edges, byActor };
}

// The free point nearest to a point, searched in rings.
function spot([x, y], free) {
  for (let ring = 1; ring < 400; ring += 1) {
    const steps = 6 + ring * 4;
    for (let step = 0; step < steps; step += 1) {
      const angle = (step / steps) * 2 * Math.PI;
      const [px, py] = [Math.round(x + Math.cos(angle) * ring * 34), Math.round(y + Math.sin(angle) * ring * 26)];
      if (free(px, py)) return [px, py];
    }
  }
  return [x, y];
}

// Rectangles in grid cells, for fast collision tests.
class Boxes {
  cells = new Map();
  constructor(size = 80) { this.size = size; }
  *around(left, top, right, bottom) {
    for (let x = Math.floor(left / this.size); x <= Math.floor(right / this.size); x += 1) {
      for (let y = Math.floor(top / this.size); y <= Math.floor(bottom / this.size); y += 1) yield x * 65536 + y;
    }
  }
  add(...box) {
    for (const cell of this.around(...box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push(box);
    }
  }
  hits(left, top, right, bottom) {
    for (const cell of this.around(left, top, right, bottom)) {
      for (const box of this.cells.get(cell) ?? []) {
        if (left < box[2] && right > box[0] && top < box[3] && bottom > box[1]) return true;
      }
    }
    return false;
  }
}

// Claims of one direction and line style between two actors are one line with a count; memberships are faint lines.
function bundle(indices, byActor) {
  const groups = new Map();
  for (const index of indices) {
    const claim = claims[index];
    if (claim.belonging && actors[claim.source].owner === claim.target) continue;
    const key = `${claim.source} ${claim.target} ${claim.style}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(index);
  }
  const edges = [...groups.values()].map((list) => {
    list.sort((a, b) => claims[b].weight - claims[a].weight || a - b);
    const { source, target, style, label } = claims[list[0]];
    const labels = new Map();
    for (const index of list) labels.set(claims[index].label, (labels.get(claims[index].label) ?? 0) + claims[index].evidence.length);
    const count = labels.get(label);
    return {
      source, target, style, claims: list, id: claims[list[0]].id,
      label: plain(label).slice(0, 32) + (count > 1 ? ` ×${count}` : '') + (labels.size > 1 ? ` +${labels.size - 1}` : ''),
      sentences: list.reduce((sum, index) => sum + claims[index].evidence.length, 0),
      weight: list.reduce((sum, index) => sum + claims[index].weight, 0),
    };
  });
  const between = new Map();
  for (const edge of edges) {
    const key = [Math.min(edge.source, edge.target), Math.max(edge.source, edge.target)].join(' ');
    if (!between.has(key)) between.set(key, []);
    between.get(key).push(edge);
  }
  for (const list of between.values()) {
    const order = (edge) => [actors[edge.source].id, Object.keys(LINES).indexOf(edge.style)];
    list.sort((a, b) => (order(a) < order(b) ? -1 : 1));
    list.forEach((edge, position) => {
      const bend = (position - (list.length - 1) / 2) * 34;
      edge.bend = actors[edge.source].id > actors[edge.target].id ? -bend : bend;
    });
  }
  for (const [index] of byActor) {
    const { owner } = actors[index];
    if (owner !== null && owner !== index && byActor.has(owner)) {
      edges.unshift({ source: index, target: owner, style: null, claims: [], bend: 0, label: '', sentences: 1, weight: 0, id: '' });
    }
  }
  return edges;
}

// Start, control point, tip and end of an edge, cached until one of its ends moves.
function courseOf(edge) {
  const [from, to] = [scene.byActor.get(edge.source), scene.byActor.get(edge.target)];
  const at = `${from.x} ${from.y} ${to.x} ${to.y}`;
  if (edge.at !== at) Object.assign(edge, { at, course: coursed(edge, from, to) });
  return edge.course;
}
function coursed(edge, from, to) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const far = Math.hypot(dx, dy) || 1;
  const middle = [(from.x + to.x) / 2 - (dy / far) * edge.bend, (from.y + to.y) / 2 + (dx / far) * edge.bend];
  const toward = ([ax, ay], [bx, by], length) => {
    const far = Math.hypot(bx - ax, by - ay) || 1;
    return [ax + ((bx - ax) / far) * length, ay + ((by - ay) / far) * length];
  };
  const start = toward([from.x, from.y], middle, from.radius + 2);
  const tip = toward([to.x, to.y], middle, to.radius + 3);
  const back = edge.style === null ? 0 : lineOf(edge.style).head === 'bar' ? 1 : 8;
  return { start, middle, tip, end: toward(tip, middle, back) };
}
const along = ({ start, middle, end }, at) => [0, 1].map((axis) =>
  (1 - at) ** 2 * start[axis] + 2 * (1 - at) * at * middle[axis] + at ** 2 * end[axis]);

// What is highlighted: an actor with its lines, a line, or a path; the rest is faint.
function focusOf() {
  const path = pathOf(state);
  if (path) return { actors: new Set(path.actors), claims: new Set(path.claims), path: true };
  if (claimOf.has(state.select)) {
    const claim = claims[claimOf.get(state.select)];
    return { actors: new Set([claim.source, claim.target]), claims: new Set([claimOf.get(state.select)]), strict: true };
  }
  const index = actorOf.get(state.select);
  if (index === undefined || !scene.byActor.has(index)) return null;
  const near = scene.edges.filter((edge) => edge.source === index || edge.target === index);
  return { actors: new Set([index, ...near.flatMap((edge) => [edge.source, edge.target])]), at: index };
}
function inFocus(focus, edge) {
  if (!focus) return true;
  if (focus.at !== undefined) return edge.source === focus.at || edge.target === focus.at;
  return edge.claims.some((index) => focus.claims.has(index));
}

// Draws the scene through a camera into a rectangle of a surface.
function draw(surface, { width, height, x, y, zoom, colours, dark, quick, nodes = scene.nodes, edges = scene.edges }) {
  const sx = (value) => (value - x) * zoom + width / 2;
  const sy = (value) => (value - y) * zoom + height / 2;
  const at = ([px, py]) => [sx(px), sy(py)];
  const size = Math.max(0.45, Math.min(zoom, 1.6));
  const focus = focusOf();
  const labels = [];
  // Thousands of lines, seen from far away, are only a shade behind the actors.
  const strength = focus || edges.length < 600 ? 1 : Math.max(0.12, Math.min(1, zoom * 1.4));
  if (quick) {
    drawAllLines(surface, edges, sx, sy, dark, width, height);
  } else {
    for (const edge of edges) {
      const course = courseOf(edge);
      const [from, to] = [at(course.start), at(course.end)];
      if (Math.max(from[0], to[0]) < -50 || Math.min(from[0], to[0]) > width + 50
        || Math.max(from[1], to[1]) < -50 || Math.min(from[1], to[1]) > height + 50) continue;
      const clear = edge === hover?.edge || (focus ? inFocus(focus, edge) : edge.strong || edge.style === null);
      surface.globalAlpha = clear ? strength : (focus ? 0.22 : 0.13) * strength;
      const line = edge.style === null ? null : lineOf(edge.style);
      const colour = line ? line.colour[dark ? 1 : 0] : colours.member;
      surface.beginPath();
      surface.moveTo(...from);
      surface.quadraticCurveTo(...at(course.middle), ...to);
      surface.strokeStyle = colour;
      surface.lineWidth = (line ? 1.2 + (Math.min(edge.sentences, 8) - 1) * 0.25 : 1.6) * size + (edge === hover?.edge ? 1.5 : 0);
      surface.setLineDash(line ? line.dashes.map((dash) => dash * size) : []);
      surface.stroke();
      if (line && zoom > 0.2 && (clear || focus)) drawHead(surface, line.head, at(course.middle), at(course.tip), colour, colours.paper, size);
      if (line && clear && (zoom > 0.42 || focus || edge === hover?.edge)) labels.push({ edge, course, colour });
    }
  }
  surface.setLineDash([]);
  const chosen = actorOf.get(state.select);
  const start = actorOf.get(state.path.split('-')[0]);
  for (const node of nodes) {
    const [px, py] = at([node.x, node.y]);
    if (px < -80 || px > width + 80 || py < -80 || py > height + 80) continue;
    surface.globalAlpha = !focus || focus.actors.has(node.index) || hover?.node === node ? 1 : 0.35;
    const picked = node.index === chosen || node.index === start || hover?.node === node;
    drawShape(surface, actors[node.index].type, px, py, Math.max(2, node.radius * zoom), colours.paper,
      picked ? colours.ink : colours.paper, picked ? 2.5 : Math.min(1.5, 0.3 + 1.5 * zoom));
    if (state.pins[actors[node.index].id]) {
      surface.beginPath();
      surface.arc(px, py, 2.2, 0, 2 * Math.PI);
      surface.fillStyle = colours.paper;
      surface.fill();
    }
  }
  surface.globalAlpha = 1;
  if (!quick || nodes.length < 800) drawLabels(surface, { nodes, at, zoom, colours, width, height, focus, labels });
}

// While a large picture moves: straight lines, one path for each colour.
function drawAllLines(surface, all, sx, sy, dark, width, height) {
  const paths = new Map();
  for (const edge of all) {
    const colour = edge.style === null ? '#888888' : lineOf(edge.style).colour[dark ? 1 : 0];
    if (!paths.has(colour)) paths.set(colour, []);
    paths.get(colour).push(edge);
  }
  surface.globalAlpha = 0.5;
  surface.lineWidth = 1;
  surface.setLineDash([]);
  for (const [colour, edges] of paths) {
    surface.beginPath();
    for (const { source, target } of edges) {
      const [from, to] = [scene.byActor.get(source), scene.byActor.get(target)];
      const [x1, y1, x2, y2] = [sx(from.x), sy(from.y), sx(to.x), sy(to.y)];
      if (Math.max(x1, x2) < 0 || Math.min(x1, x2) > width || Math.max(y1, y2) < 0 || Math.min(y1, y2) > height) continue;
      surface.moveTo(x1, y1);
      surface.lineTo(x2, y2);
    }
    surface.strokeStyle = colour;
    surface.stroke();
  }
}

// Labels of nodes, the most important first, then of lines; those that would overlap are left out.
function drawLabels(surface, { nodes: all, at, zoom, colours, width, height, focus, labels }) {
  const discs = new Boxes();
  const taken = new Boxes();
  const font = fontAt(zoom);
  const step = font * 1.17;
  surface.textAlign = 'center';
  const write = (text, x, y, colour) => {
    surface.strokeStyle = colours.paper;
    surface.lineWidth = 3;
    surface.lineJoin = 'round';
    surface.strokeText(text, x, y);
    surface.fillStyle = colour;
    surface.fillText(text, x, y);
  };
  const first = (node) => (node === hover?.node || node.index === actorOf.get(state.select) ? -1e9 : 0)
    + (focus?.actors.has(node.index) ? -1e6 : 0) + node.index;
  const nodes = [...all].sort((a, b) => first(a) - first(b));
  for (const node of nodes) {
    const [x, y] = at([node.x, node.y]);
    if (x < -60 || x > width + 60 || y < -60 || y > height + 60) continue;
    // Seen from far away, names may cover small nodes.
    if (zoom < 0.5 && node.radius * zoom < 4) continue;
    discs.add(x - node.radius * zoom, y - node.radius * zoom, x + node.radius * zoom, y + node.radius * zoom);
  }
  for (const node of nodes) {
    const [x, y] = at([node.x, node.y]);
    if (x < -60 || x > width + 60 || y < -60 || y > height + 60) continue;
    const faint = focus && !focus.actors.has(node.index) && hover?.node !== node;
    if (faint && focus.path) continue;
    const { type, named } = actors[node.index];
    const bold = named && type !== 'thing';
    const half = Math.max(...node.lines.map((line) => widthOf(line, font) / 2)) * (bold ? 1.12 : 1) + 1;
    const high = step * node.lines.length;
    const reach = node.radius * zoom + 3;
    // Seen from far away, names keep a distance, so that the most important ones are visible.
    const air = zoom < 0.35 ? 16 : 0;
    // Below, where the layout left room; from far away, where shapes move together and letters do not shrink, beside or
    // above.
    const spots = [[x, y + reach], [x + reach + half, y - high / 2], [x - reach - half, y - high / 2], [x, y - reach - high - 1]];
    const free = spots.find(([middle, top]) => {
      const box = [middle - half, top + 1, middle + half, top + high];
      return box[0] > 0 && box[2] < width && !discs.hits(...box) && !taken.hits(box[0] - air, box[1] - air / 2, box[2] + air, box[3] + air / 2);
    });
    if (!free) continue;
    const [middle, top] = free;
    taken.add(middle - half, top + 1, middle + half, top + high);
    surface.globalAlpha = faint ? 0.5 : 1;
    surface.font = `${bold ? '600 ' : ''}${font}px ${FONT}`;
    node.lines.forEach((line, number) => write(line, middle, top + step * (number + 0.85), type === 'thing' ? colours.faint : colours.ink));
  }
  surface.globalAlpha = 1;
  const small = Math.max(9.5, Math.min(10.5 * zoom, 14));
  surface.font = `${small}px ${FONT}`;
  labels.sort((a, b) => (b.edge === hover?.edge) - (a.edge === hover?.edge) || b.edge.weight - a.edge.weight);
  for (const { edge, course, colour } of labels.slice(0, 500)) {
    const half = widthOf(edge.label, small) / 2 + 1;
    for (const part of [0.5, 0.4, 0.6, 0.32, 0.68, 0.25, 0.75]) {
      const [x, y] = at(along(course, part));
      const box = [x - half, y - small * 0.65, x + half, y + small * 0.65];
      if (box[2] < 0 || box[0] > width || discs.hits(...box) || taken.hits(...box)) continue;
      taken.add(...box);
      write(edge.label, x, y + small * 0.35, colour);
      break;
    }
  }
}

// The node or edge at a point of the canvas.
function hit(px, py) {
  const { width, height } = viewport();
  const [x, y] = [(px - width / 2) / camera.zoom + camera.x, (py - height / 2) / camera.zoom + camera.y];
  const reach = 5 / camera.zoom;
  let best = null;
  for (const node of scene.nodes) {
    const far = Math.hypot(node.x - x, node.y - y) - node.radius;
    const onLabel = Math.abs(node.x - x) < node.half && y > node.y && y < node.y + node.low && camera.zoom > 0.6;
    if ((far < reach || onLabel) && (!best || far < best.far)) best = { node, far };
  }
  if (best) return { node: best.node };
  for (const edge of scene.edges) {
    if (edge.style === null) continue;
    const course = courseOf(edge);
    const low = Math.min(course.start[0], course.end[0], course.middle[0]) - reach;
    const high = Math.max(course.start[0], course.end[0], course.middle[0]) + reach;
    if (x < low || x > high) continue;
    for (let part = 0; part <= 20; part += 1) {
      const [cx, cy] = along(course, part / 20);
      const [nx, ny] = along(course, Math.min(1, (part + 1) / 20));
      const length = (nx - cx) ** 2 + (ny - cy) ** 2 || 1;
      const t = Math.max(0, Math.min(1, ((x - cx) * (nx - cx) + (y - cy) * (ny - cy)) / length));
      const far = Math.hypot(cx + t * (nx - cx) - x, cy + t * (ny - cy) - y);
      if (far < reach * 1.4 && (!best || far < best.far)) best = { edge, far };
    }
  }
  return best && { edge: best.edge };
}

function viewport() {
  const { clientWidth: width, clientHeight: height } = $('canvas');
  return { width, height };
}

// The rectangle of the nodes with their labels.
function extent() {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const node of scene.nodes) {
    box[0] = Math.min(box[0], node.x - node.half);
    box[1] = Math.min(box[1], node.y - node.radius - 4);
    box[2] = Math.max(box[2], node.x + node.half);
    box[3] = Math.max(box[3], node.y + node.low);
  }
  return scene.nodes.length ? box : [0, 0, 1, 1];
}

// The font size of names has a minimum and a maximum.
const fontAt = (zoom) => Math.max(10.5, Math.min(12 * zoom, 17));

// Shows the whole picture, as large as possible with names that do not shrink with it.
function fit() {
  const { width, height } = viewport();
  const covered = (zoom) => {
    const share = fontAt(zoom) / 12;
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const node of scene.nodes) {
      const half = Math.max(node.radius * zoom, (node.half - 4) * 1.12 * share) + 2;
      box[0] = Math.min(box[0], node.x * zoom - half);
      box[1] = Math.min(box[1], (node.y - node.radius) * zoom - 4);
      box[2] = Math.max(box[2], node.x * zoom + half);
      box[3] = Math.max(box[3], (node.y + node.radius) * zoom + 4 + 14.5 * node.lines.length * share);
    }
    return scene.nodes.length ? box : [0, 0, 1, 1];
  };
  let [low, high] = [0.05, 1.6];
  for (let step = 0; step < 18; step += 1) {
    const zoom = (low + high) / 2;
    const [left, top, right, bottom] = covered(zoom);
    if (right - left < width - 12 && bottom - top < height - 12) low = zoom;
    else high = zoom;
  }
  const [left, top, right, bottom] = covered(low);
  Object.assign(camera, { x: (left + right) / 2 / low, y: (top + bottom) / 2 / low, zoom: low });
  redraw();
}

// In pictures with many lines the static part is drawn once, somewhat larger than the window, and moved as a whole
// until the movement ends; the hovered and dragged parts are drawn on top.
const MANY = 400;
const MARGIN = 0.35;
const still = document.createElement('canvas');
let kept = null;

let waiting = 0;
let settled = 0;
function redraw({ moving = false, over = false } = {}) {
  coarse = moving;
  if (!moving && !over) kept = null;
  if (moving) {
    clearTimeout(settled);
    settled = setTimeout(() => redraw(), 140);
  }
  waiting ||= requestAnimationFrame(() => {
    waiting = 0;
    const canvas = $('canvas');
    const { width, height } = viewport();
    const ratio = window.devicePixelRatio || 1;
    sized(canvas, width * ratio, height * ratio);
    const surface = canvas.getContext('2d');
    surface.setTransform(ratio, 0, 0, ratio, 0, 0);
    surface.clearRect(0, 0, width, height);
    const dark = isDark();
    const view = { width, height, ...camera, colours: dark ? DARK : LIGHT, dark };
    if (scene.edges.length < MANY) draw(surface, view);
    else drawMany(surface, view, ratio);
  });
}
function sized(canvas, width, height) {
  if (canvas.width === Math.round(width) && canvas.height === Math.round(height)) return;
  canvas.width = Math.round(width);
  canvas.height = Math.round(height);
}

function drawMany(surface, view, ratio) {
  const { width, height, x, y, zoom } = view;
  const taken = drag?.moved ? drag.node : null;
  // Whole pixels, so that letters stay sharp.
  const [wide, high] = [width, height].map((side) => side + 2 * Math.round(side * MARGIN));
  // Where the cached drawing is now, and whether it still covers the window or the picture.
  const lies = () => {
    const scale = zoom / kept.zoom;
    const [left, top] = [width / 2 + (kept.x - x) * zoom - (wide / 2) * scale, height / 2 + (kept.y - y) * zoom - (high / 2) * scale];
    return { left, top, scale, whole: scale > 0.4 && scale < 2.5 && (kept.all || (left <= 0 && top <= 0 && left + wide * scale >= width && top + high * scale >= height)) };
  };
  if (!kept || kept.taken !== taken || kept.width !== width || kept.height !== height || !lies().whole) {
    sized(still, wide * ratio, high * ratio);
    const below = still.getContext('2d');
    below.setTransform(ratio, 0, 0, ratio, 0, 0);
    below.clearRect(0, 0, wide, high);
    const [left, top, right, bottom] = extent();
    const all = (right - left) * zoom < wide && (bottom - top) * zoom < high
      && Math.abs((left + right) / 2 - x) * zoom < (wide - (right - left) * zoom) / 2 && Math.abs((top + bottom) / 2 - y) * zoom < (high - (bottom - top) * zoom) / 2;
    kept = { x, y, zoom, width, height, taken, all };
    const others = taken && { nodes: scene.nodes.filter((node) => node !== taken), edges: scene.edges.filter((edge) => !isAt(edge, taken)) };
    const was = hover;
    hover = null;
    draw(below, { ...view, width: wide, height: high, quick: coarse && scene.edges.length > 1500, ...others });
    hover = was;
  }
  const { left, top, scale } = lies();
  surface.drawImage(still, left, top, wide * scale, high * scale);
  const node = taken ?? hover?.node;
  const edges = taken ? scene.edges.filter((edge) => isAt(edge, taken)) : hover?.edge ? [hover.edge] : [];
  const ends = edges.flatMap((edge) => [scene.byActor.get(edge.source), scene.byActor.get(edge.target)]);
  const nodes = [...new Set([...ends, node].filter(Boolean))];
  if (nodes.length) draw(surface, { ...view, nodes, edges });
}
const isAt = (edge, node) => edge.source === node.index || edge.target === node.index;
