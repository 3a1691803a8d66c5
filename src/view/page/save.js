// The current view as a file: PNG, SVG, DOT or JSON.

function download(name, content, type) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  el('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

// The whole of the current view, not only the visible part.
function drawAll(surface, scale) {
  const [left, top, right, bottom] = extent();
  const [width, height] = [(right - left + 40) * scale, (bottom - top + 40) * scale];
  const dark = isDark();
  return { width, height, run: (target = surface) => draw(target, {
    width, height, x: (left + right) / 2, y: (top + bottom) / 2, zoom: scale, colours: dark ? DARK : LIGHT, dark, quick: false }) };
}

const paper = () => (isDark() ? DARK : LIGHT).paper;

function asSvg() {
  const surface = new SvgSurface();
  const { width, height, run } = drawAll(surface, 1);
  // `globalAlpha` is the opacity of a part.
  let alpha = 1;
  let opened = false;
  Object.defineProperty(surface, 'globalAlpha', { get: () => alpha, set: (value) => {
    if (value === alpha) return;
    if (opened) surface.parts.push('</g>');
    opened = value !== 1;
    if (opened) surface.parts.push(`<g opacity="${value}">`);
    alpha = value;
  } });
  run();
  surface.globalAlpha = 1;
  const size = [width, height].map(Math.ceil);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.join(' ')}" width="${size[0]}" height="${size[1]}" font-family="DejaVu Sans, Verdana, sans-serif">\n`
    + `<rect width="100%" height="100%" fill="${paper()}"/>\n${surface.parts.join('\n')}\n</svg>\n`;
}

function asPng(done) {
  const canvas = document.createElement('canvas');
  const [left, top, right, bottom] = extent();
  const scale = Math.min(2, 12000 / (right - left + 40), 12000 / (bottom - top + 40));
  const { width, height, run } = drawAll(null, scale);
  [canvas.width, canvas.height] = [Math.ceil(width), Math.ceil(height)];
  const surface = canvas.getContext('2d');
  surface.fillStyle = paper();
  surface.fillRect(0, 0, width, height);
  run(surface);
  canvas.toBlob(done, 'image/png');
}

const inDot = (text) => `"${plain(text).replaceAll('\\', '∖').replaceAll('"', '\\"').replaceAll('&', '&amp;')}"`;
function asDot() {
  const styles = { stated: 'solid', reported: 'dashed', possible: 'dotted', wanted: 'solid', denied: 'solid', disputed: 'dashed' };
  const heads = { arrow: 'normal', hollow: 'empty', bar: 'tee', both: 'teenormal' };
  const lines = scene.nodes.map(({ index }) => `  "${actors[index].id}" [label=${inDot(actors[index].name)}, tooltip=${inDot(typeName(actors[index].type))}];`);
  for (const edge of scene.edges) {
    const look = edge.style === null ? 'arrowhead=none, color="#b9bec6", label=""'
      : `label=${inDot(edge.label)}, style=${styles[edge.style]}, arrowhead=${heads[lineOf(edge.style).head]}, color="${lineOf(edge.style).colour[0]}"`;
    lines.push(`  "${actors[edge.source].id}" -> "${actors[edge.target].id}" [${look}];`);
  }
  return `digraph actant {\n  node [shape=box, style=rounded, fontname="Helvetica,Arial,sans-serif"];\n${lines.join('\n')}\n}\n`;
}

function asJson(view) {
  const chain = (list) => list.map((index) => ({ speaker: attributions[index].words, cue: attributions[index].cue }));
  return `${JSON.stringify({
    nodes: scene.nodes.map(({ index, x, y }) => {
      const { id, name, type, mentions, names, titles } = actors[index];
      return { id, label: name, type, mentions, names, titles, x, y };
    }),
    edges: view.claims.map((index) => {
      const { id, source, target, label, predicate, stance, evidence } = claims[index];
      return { id, source: actors[source].id, target: actors[target].id, label, predicate, stance, evidence: evidence.map((one) => {
        const document = documents[sentences[one.sentence].doc];
        return { sentence: sentences[one.sentence].text, document: document.name, date: document.date, url: document.url, place: placeOf(one.sentence),
          chain: chain(one.by), denied_by: chain(one.denied ?? []) };
      }) };
    }),
  }, null, 1)}\n`;
}

function save(kind) {
  if (kind === 'png') asPng((blob) => download('graph.png', blob));
  if (kind === 'svg') download('graph.svg', asSvg(), 'image/svg+xml');
  if (kind === 'dot') download('graph.dot', asDot(), 'text/vnd.graphviz');
  if (kind === 'json') download('graph.json', asJson(current), 'application/json');
}
