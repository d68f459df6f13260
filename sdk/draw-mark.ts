const svgNamespace = 'http://www.w3.org/2000/svg';

/** The mark: four strokes for payments, the last one shorter. Built by hand, so that Trusted Types pages accept it. */
export function drawMark(): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 18 18');
  svg.setAttribute('aria-hidden', 'true');
  for (const [x, y, height] of [
    [0, 1, 16],
    [5, 1, 16],
    [10, 1, 16],
    [15, 6, 11],
  ]) {
    const stroke = document.createElementNS(svgNamespace, 'rect');
    for (const [name, value] of Object.entries({ x, y, width: 3, height, rx: 1.5 })) {
      stroke.setAttribute(name, String(value));
    }
    svg.append(stroke);
  }
  return svg;
}
