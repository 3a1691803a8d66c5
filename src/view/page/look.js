// Shapes, colours and lines; the same as in the pictures that the program draws.

const LIGHT = { paper: '#ffffff', ink: '#1d2126', faint: '#6b7078', member: '#b9bec6', accent: '#0b62a8' };
const DARK = { paper: '#15181c', ink: '#e6e9ee', faint: '#9ba3ae', member: '#4c545f', accent: '#6db7f2' };

// Corners, 24ths of a turn from the top to the first, colour, whether hollow.
const SHAPES = {
  thing: [0, 0, '#9aa0a6'],
  state: [4, 3, '#0072b2'],
  government: [4, 0, '#0072b2'],
  body: [4, 3, '#0072b2', true],
  international_organisation: [6, 2, '#56b4e9'],
  armed_group: [3, 0, '#d55e00'],
  party: [5, 0, '#cc79a7'],
  company: [4, 3, '#009e73'],
  media: [5, 0, '#777777'],
  organisation: [6, 2, '#009e73'],
  person: [0, 0, '#e69f00'],
  group: [0, 0, '#e69f00', true],
  place: [3, 12, '#8a8f98'],
  other: [4, 0, '#8a8f98', true],
};
const LINES = {
  stated: { name: 'stated', colour: ['#4a4f57', '#b4bbc6'], dashes: [], head: 'arrow' },
  reported: { name: 'reported', colour: ['#4a4f57', '#b4bbc6'], dashes: [7, 4], head: 'arrow' },
  possible: { name: 'possible', colour: ['#7a808a', '#8d95a1'], dashes: [1.5, 3.5], head: 'arrow' },
  wanted: { name: 'demanded or planned', colour: ['#0072b2', '#5db3ea'], dashes: [], head: 'hollow' },
  denied: { name: 'denied or not so', colour: ['#c2410c', '#ff8a5c'], dashes: [], head: 'bar' },
  disputed: { name: 'disputed', colour: ['#c2410c', '#ff8a5c'], dashes: [7, 4], head: 'both' },
};
const shapeOf = (type) => SHAPES[type] ?? SHAPES.other;
const lineOf = (style) => LINES[style] ?? LINES.stated;
const isDark = () => document.documentElement.classList.contains('dark');

// Draws the shape of a type around a point, on a canvas or a compatible surface.
function drawShape(surface, type, x, y, radius, paper, rim = paper, rimWidth = 1.5) {
  const [corners, off, colour, hollow] = shapeOf(type);
  surface.beginPath();
  if (corners) {
    const reach = radius * (corners === 3 ? 1.25 : 1.12);
    for (let corner = 0; corner < corners; corner += 1) {
      const angle = (off / 24 + corner / corners) * 2 * Math.PI;
      const [cx, cy] = [x + Math.sin(angle) * reach, y - Math.cos(angle) * reach];
      if (corner) surface.lineTo(cx, cy);
      else surface.moveTo(cx, cy);
    }
    surface.closePath();
  } else surface.arc(x, y, radius, 0, 2 * Math.PI);
  surface.setLineDash([]);
  surface.fillStyle = hollow ? paper : colour;
  surface.fill();
  surface.strokeStyle = hollow && rim === paper ? colour : rim;
  surface.lineWidth = hollow && rim === paper ? 2.2 : rimWidth;
  surface.stroke();
}

// The head of a line at `tip`, coming from `from`; where the line itself ends.
function drawHead(surface, head, [fx, fy], [tx, ty], colour, paper, size = 1) {
  const far = Math.hypot(tx - fx, ty - fy) || 1;
  const [ux, uy] = [(tx - fx) / far, (ty - fy) / far];
  const back = [tx - ux * 8 * size, ty - uy * 8 * size];
  surface.setLineDash([]);
  if (head === 'bar' || head === 'both') {
    const at = head === 'bar' ? [tx, ty] : back;
    surface.beginPath();
    surface.moveTo(at[0] - uy * 6 * size, at[1] + ux * 6 * size);
    surface.lineTo(at[0] + uy * 6 * size, at[1] - ux * 6 * size);
    surface.strokeStyle = colour;
    surface.lineWidth = 2.2 * size;
    surface.stroke();
  }
  if (head !== 'bar') {
    surface.beginPath();
    surface.moveTo(tx, ty);
    surface.lineTo(back[0] - uy * 4 * size, back[1] + ux * 4 * size);
    surface.lineTo(back[0] + uy * 4 * size, back[1] - ux * 4 * size);
    surface.closePath();
    surface.fillStyle = head === 'hollow' ? paper : colour;
    surface.fill();
    surface.strokeStyle = colour;
    surface.lineWidth = 1.1 * size;
    surface.stroke();
  }
}

// Implements the methods of a canvas that are used here, and produces SVG.
class SvgSurface {
  parts = [];
  path = '';
  dashes = [];
  font = '';
  textAlign = 'center';
  static number(value) { return String(Math.round(value * 10) / 10); }
  static escape(text) { return visible(text).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`); }
  add(command, ...values) { this.path += command + values.map(SvgSurface.number).join(' '); }
  beginPath() { this.path = ''; }
  moveTo(x, y) { this.add('M', x, y); }
  lineTo(x, y) { this.add('L', x, y); }
  quadraticCurveTo(x1, y1, x, y) { this.add('Q', x1, y1, x, y); }
  arc(x, y, radius) {
    this.add('M', x - radius, y);
    for (const to of [x + radius, x - radius]) this.add('A', radius, radius, 0, 1, 1, to, y);
  }
  closePath() { this.path += 'Z'; }
  setLineDash(dashes) { this.dashes = dashes; }
  fill() { this.parts.push(`<path d="${this.path}" fill="${this.fillStyle}"/>`); }
  stroke() {
    const dashes = this.dashes.length ? ` stroke-dasharray="${this.dashes.join(' ')}"` : '';
    this.parts.push(`<path d="${this.path}" fill="none" stroke="${this.strokeStyle}" stroke-width="${this.lineWidth}"${dashes}/>`);
  }
  strokeText(text, x, y) { this.text(text, x, y, `fill="none" stroke="${this.strokeStyle}" stroke-width="${this.lineWidth}" stroke-linejoin="round"`); }
  fillText(text, x, y) { this.text(text, x, y, `fill="${this.fillStyle}"`); }
  text(text, x, y, look) {
    const size = parseFloat(this.font.match(/[\d.]+(?=px)/)?.[0] ?? '12');
    const weight = this.font.includes('600') ? ' font-weight="600"' : '';
    this.parts.push(`<text x="${SvgSurface.number(x)}" y="${SvgSurface.number(y)}" text-anchor="middle" font-size="${size}"${weight} ${look}>${SvgSurface.escape(text)}</text>`);
  }
  measureText(text) {
    measure.font = this.font;
    return measure.measureText(text);
  }
}
const measure = document.createElement('canvas').getContext('2d');
