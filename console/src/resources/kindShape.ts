import type { IconName } from '../design/icon.js';

/** Shapes for kinds, so that hues are left for what happens to a resource. */
const shapes: Readonly<Record<string, IconName>> = {
  'fast-data/CastFunction': 'shape-circle',
  'fast-data/ErSchema': 'shape-hexagon',
  'fast-data/Projection': 'shape-square',
  'fast-data/SingleView': 'shape-diamond',
  'fast-data/SystemOfRecord': 'shape-house',
};
const shapesByWord: readonly (readonly [RegExp, IconName])[] = [
  [/dashboard|application|collection$/i, 'shape-house'],
  [/entry|record/i, 'shape-circle'],
  [/definition/i, 'shape-hexagon'],
  [/report|relationship/i, 'shape-diamond'],
];

/** The shape of a kind, by its name: `fast-data/ErSchema`. */
export function shapeOf(kind: string | undefined): IconName {
  if (kind === undefined) return 'shape-square';
  return shapes[kind] ?? shapesByWord.find(([words]) => words.test(kind))?.[1] ?? 'shape-square';
}

/** A JSON Pointer as a person reads it: `fields / ISBN / castFunction`. */
export function placeText(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join(' / ');
}
