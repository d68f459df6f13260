const svgNamespace = 'http://www.w3.org/2000/svg';

/** The mark: four strokes for payments, the last one shorter. Built by hand, so that Trusted Types pages accept it. */
export function drawMark(): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 18 18');
  svg.ariaHidden = 'true';
  for (const [index, height] of [16, 16, 16, 11].entries()) {
    const stroke = document.createElementNS(svgNamespace, 'rect');
    for (const [name, value] of Object.entries({ x: index * 5, y: 17 - height, width: 3, height, rx: 1.5 })) {
      stroke.setAttribute(name, `${value}`);
    }
    svg.append(stroke);
  }
  return svg;
}
