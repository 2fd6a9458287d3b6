/**
 * Makes of a map that was drawn with pictures of a map service one that moves. Loaded on such a page only; without it
 * the drawing stands, and its links do the same.
 */
import { liven } from '../map/live.ts'

const lang = document.documentElement.lang === 'en' ? 'en' : 'nl'
for (const drawing of document.querySelectorAll<SVGSVGElement>('svg[data-map]')) liven(drawing, lang)
