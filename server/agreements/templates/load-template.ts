import { readFileSync } from 'node:fs';
import { Eta } from 'eta/core';

/**
 * A template by its versioned name, compiled once; every value it prints is escaped.
 * A published template file never changes: a new wording is a new file with a new number, because signed documents
 * are rendered from it again. The same holds for its style sheet.
 */
export function loadTemplate<View extends object>(name: string, sheet: keyof typeof sheets = 'paper-1') {
  const template = eta.compile(readText(`${name}.eta`));
  const css = sheets[sheet];
  return (view: View): string => template.call(eta, { ...view, css });
}

const readText = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

const eta = new Eta();

const sheets = {
  'paper-1': readText('paper-1.css').trim(),
  // The second sheet goes into every copy without the line ends and margins that only its readers here need.
  'paper-2': readText('paper-2.css')
    .trim()
    .replace(/\s*\n\s*/g, ''),
};
