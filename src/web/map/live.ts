/**
 * A map that moves, of what a drawn one carries: pictures of a map service over the same background, the same marks.
 * In the browser only.
 */
import * as L from 'leaflet'
import type { Lang } from '../language.ts'
import { mapIn, spotsIn, wideOf, type CarriedMap } from './carried.ts'
import { around, edgesOf, HEIGHT, middleOf, moved, NEAREST, WAYS, WIDEST, WIDTH } from './frame.ts'
import { addressOf, isPlain, marksOn } from './live-marks.ts'
import { worldOf, type Frame } from './projection.ts'
import { DEEPEST, tileAt, type Tiles } from './tiles.ts'
import { mapWords } from './words.ts'

/** Of a tile, in pixels: of Leaflet's whole world at zoom level 0. */
const TILE = 256
/** Pixels that an arrow key moves. */
const STEP = 80

/** Puts the map in the place of the drawing, which stays in the page for paper. */
export function liven(drawing: SVGSVGElement, lang: Lang): void {
  const words = mapWords(lang)
  const carried = mapIn(drawing.dataset['map']!)
  const spots = [...drawing.querySelectorAll<SVGAElement>('a[data-spots]')].flatMap((mark) =>
    spotsIn(mark.dataset['spots']!),
  )
  const [place, hint, told] = ['div', 'p', 'p'].map((tag) => document.createElement(tag)) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ]
  place.className = 'ld-live'
  place.tabIndex = 0
  place.setAttribute('role', 'group')
  place.setAttribute('aria-label', drawing.getAttribute('aria-label') ?? '')
  hint.id = 'kaart-toetsen'
  hint.className = 'ld-live__hint ld-small'
  hint.textContent = words.live
  place.setAttribute('aria-describedby', hint.id)
  told.className = 'ld-live__told'
  told.setAttribute('role', 'status')
  drawing.before(place)
  place.after(hint)
  drawing.parentElement!.append(told)
  drawing.classList.add('ld-map--drawn')

  const map = made(place, carried)
  const ground = drawing.querySelector('.ld-map__shapes')
  if (ground) putGround(map, ground, carried.frame, 'ground')
  pictures(carried.tiles).addTo(map)
  const areas = drawing.querySelector('.ld-map__areas')
  if (areas) putGround(map, areas, carried.frame, 'areas')

  const show = (frame: Frame, animate = !isStill()) => {
    const [lon, lat] = middleOf(frame)
    map.setView([lat, lon], zoomOf(map, frame), { animate })
  }
  const marks = marksOn(map, { lang, carried, spots, show })
  const wide = document.querySelector('[data-wide]')
  const ways = [...document.querySelectorAll<HTMLElement>('[data-way]')]
  for (const way of ways)
    way.addEventListener('click', (click) => {
      const to = wayTo(way.dataset['way']!, frameOn(map), carried)
      if (to === undefined || !isPlain(click)) return
      click.preventDefault()
      show(to)
    })
  let last = carried.frame
  const shown = () => {
    if (map.getSize().x === 0) return
    const frame = frameOn(map)
    last = frame
    marks(frame)
    if (wide) wide.textContent = wideOf(lang, frame)
    for (const way of ways) {
      const to = wayTo(way.dataset['way']!, frame, carried)
      if (to && way.dataset['way'] !== 'whole') way.querySelector('a')!.href = addressOf(to)
    }
    if (isAlike(frame, carried.frame)) told.replaceChildren()
    else if (told.childElementCount === 0) {
      const link = document.createElement('a')
      link.className = 'nl-link'
      link.textContent = words.follow
      told.append([words.elsewhere, ...(carried.chosen ? [words.beyond] : [])].join(' '), ' ', link)
    }
    told.querySelector('a')?.setAttribute('href', addressOf(frame))
  }
  // The same part of the world in another size; a page that is not drawn has none.
  const fit = () => {
    const keep = last
    map.invalidateSize({ pan: false })
    if (map.getSize().x === 0) return
    const middle = middleOf(carried.frame)
    const [widest, first, nearest] = [around(middle, WIDEST), carried.frame, around(middle, NEAREST)].map((frame) =>
      zoomOf(map, frame),
    ) as [number, number, number]
    map.options.minZoom = Math.min(first, widest)
    map.options.maxZoom = Math.max(first, nearest)
    show(keep, false)
  }
  map.on('moveend zoomend', shown)
  new ResizeObserver(fit).observe(place)
  fit()
  // A wheel scrolls the page until somebody is at work in the map.
  map.on('focus', () => map.scrollWheelZoom.enable()).on('blur', () => map.scrollWheelZoom.disable())
}

const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches
/** Nothing to speak of has changed: Leaflet stands on whole pixels. */
const isAlike = (one: Frame, other: Frame): boolean =>
  (['x', 'y', 'width'] as const).every((side) => Math.abs(one[side] - other[side]) < other.width / 100)
/** What a link to look elsewhere shows; undefined: the server has to say. */
function wayTo(way: string, frame: Frame, { frame: first, chosen }: CarriedMap): Frame | undefined {
  if (way === 'whole') return chosen ? undefined : first
  return Object.hasOwn(WAYS, way) ? moved(frame, WAYS[way as keyof typeof WAYS]) : undefined
}

/** The zoom level at which a frame is as wide as the map. */
const zoomOf = (map: L.Map, { width }: Frame): number => Math.log2(map.getSize().x / (TILE * width))

/** What is shown, in the form of the drawing. */
function frameOn(map: L.Map): Frame {
  const { lng, lat } = map.getCenter()
  const { x, y } = worldOf([lng, lat])
  const width = map.getSize().x / (TILE * 2 ** map.getZoom())
  const height = (width * HEIGHT) / WIDTH
  return { x: x - width / 2, y: y - height / 2, width, height }
}

/** Leaflet's map. Who asks for less motion sees the next view at once. */
function made(place: HTMLElement, { frame }: CarriedMap): L.Map {
  const still = isStill()
  const [lon, lat] = middleOf(frame)
  class Own extends L.Map {
    override panBy(offset: L.PointExpression, options?: L.PanOptions): this {
      return super.panBy(offset, still ? { ...options, animate: false } : options)
    }
  }
  return new Own(place, {
    attributionControl: false,
    trackResize: false,
    // The links below the map do that, with words.
    zoomControl: false,
    scrollWheelZoom: false,
    boxZoom: false,
    zoomSnap: 0,
    keyboardPanDelta: STEP,
    zoomAnimation: !still,
    markerZoomAnimation: !still,
    fadeAnimation: !still,
    inertia: !still,
    center: [lat, lon],
    zoom: 12,
  })
}

/** The pictures. Leaflet's own layer puts an inline one where it takes one away, which the content policy refuses. */
function pictures(tiles: Tiles): L.GridLayer {
  class Own extends L.GridLayer {
    override createTile({ z, x, y }: L.Coords, done: L.DoneCallback): HTMLElement {
      const picture = new Image()
      picture.alt = ''
      picture.addEventListener('load', () => done(undefined, picture))
      picture.addEventListener('error', () => done(new Error('no picture'), picture))
      picture.src = tileAt(tiles, z, x, y)
      return picture
    }
  }
  return new Own({ maxNativeZoom: DEEPEST, maxZoom: 30 })
}

/** Below the pictures of a map service, where they come and where they do not, and above them. */
const PANES = { ground: '100', areas: '350' }

/** What was drawn, at its place on the map that moves. */
function putGround(map: L.Map, shapes: Element, frame: Frame, pane: keyof typeof PANES): void {
  const [west, south, east, north] = edgesOf(frame)
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`)
  svg.setAttribute('aria-hidden', 'true')
  svg.append(shapes.cloneNode(true))
  map.createPane(pane).style.zIndex = PANES[pane]
  if (pane === 'ground') map.getContainer().classList.add('ld-live--drawn')
  new L.SVGOverlay(
    svg,
    [
      [south, west],
      [north, east],
    ],
    { pane },
  ).addTo(map)
}
