import { readFileSync } from 'node:fs';
import { Eta } from 'eta/core';

/**
 * A template by its versioned name, compiled once; every value it prints is escaped.
 * A published template file never changes: a new wording is a new file with a new number, because signed documents
 * are rendered from it again.
 */
export function loadTemplate<View extends object>(name: string): (view: View) => string {
  const template = eta.compile(readFileSync(new URL(`${name}.eta`, import.meta.url), 'utf8'));
  return (view) => template.call(eta, { ...view, css });
}

const eta = new Eta();

const css = readFileSync(new URL('paper-1.css', import.meta.url), 'utf8').trim();
