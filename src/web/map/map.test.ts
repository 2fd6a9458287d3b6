import { expect, test } from 'vitest'
import { renderToStaticMarkup } from 'react-dom/server'
import { createElement } from 'react'
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5'
import { degreesOfGrid, isInGrid } from '../../lib/rijksdriehoek.ts'
import { readBackground } from './background.ts'
import { around, drawnAt, frameAround, frameOf, HEIGHT, moved, spotOf, WIDTH } from './frame.ts'
import { mapIn, MOST_CARRIED, spotsIn } from './carried.ts'
import { APART_NARROW, formOf, GROWN, marksOf, type Spot } from './marks.ts'
import { MapOf } from './map.tsx'
import { Picture } from './picture.tsx'
import { metresOf } from './projection.ts'
import { tileHost, tilesOf, tileTrouble } from './tiles.ts'

const spot = (id: string, lon: number, lat: number, kind = 0): Spot => ({
  id,
  title: `Teller ${id}`,
  at: [lon, lat],
  kind,
})

test('a place of the national grid is the same place in degrees', () => {
  // The tower of Amersfoort, in which the grid begins, and the Westertoren.
  expect(degreesOfGrid(155_000, 463_000)).toEqual({ lat: 52.1551744, lon: 5.38720621 })
  const { lat, lon } = degreesOfGrid(120_700.723, 487_525.501)
  expect(lat).toBeCloseTo(52.37453, 4)
  expect(lon).toBeCloseTo(4.88353, 4)
  expect(isInGrid(93_500, 463_500)).toBe(true)
  expect(isInGrid(463_500, 93_500)).toBe(false)
})

test('a frame is as wide as was asked, with north up and east to the right', () => {
  const frame = around([4.4895, 52.1615], 2_000)
  expect(metresOf(frame)).toBeCloseTo(2_000, 0)
  expect(drawnAt(frame, [4.4895, 52.1615])).toEqual({ x: expect.closeTo(WIDTH / 2), y: expect.closeTo(HEIGHT / 2) })
  expect(drawnAt(frame, [4.49, 52.162]).x).toBeGreaterThan(WIDTH / 2)
  expect(drawnAt(frame, [4.49, 52.162]).y).toBeLessThan(HEIGHT / 2)
  expect(metresOf(moved(frame, { by: 0.5 }))).toBeCloseTo(1_000, 0)
})

test('an address says where a map looks, and what cannot be shows the whole', () => {
  const frame = around([4.4895, 52.1615], 2_000)
  expect(frameOf(spotOf(frame))!.x).toBeCloseTo(frame.x, 6)
  for (const wrong of [null, '', '52,4', '99.1,4.4,500', '52.1,4.4,500;', '52.1,4.4,99999999', '1e3,4,500'])
    expect(frameOf(wrong), String(wrong)).toBeUndefined()
  expect(metresOf(frameOf('52.1,4.4,1')!)).toBeCloseTo(250, 0)
})

test('places that fall together are one mark with all of them, in the order of reading', () => {
  const frame = around([4.4895, 52.1615], 2_000)
  const [near, same] = [spot('b', 4.48951, 52.1615), spot('c', 4.4895, 52.1615)]
  const marks = marksOf(frame, [
    spot('a', 4.4895, 52.1615),
    near,
    same,
    spot('d', 4.482, 52.1615),
    spot('e', 4.49, 52.166),
  ])
  expect(marks.map(({ spots }) => spots.map(({ id }) => id).join(''))).toEqual(['e', 'd', 'abc'])
  expect(marks.map((mark) => mark.same)).toEqual([true, true, false])
  expect(marksOf(frame, [spot('x', 5.4, 52.1615)])).toEqual([])
})

test('thousands of places are no more marks than fit', () => {
  const many = Array.from({ length: 5_000 }, (_, at) =>
    spot(`${at}`, 4.48 + (at % 71) * 0.0003, 52.155 + Math.floor(at / 71) * 0.0002),
  )
  const marks = marksOf(frameAround(many.map((each) => each.at)), many)
  expect(marks.length).toBeLessThan(450)
  expect(marks.reduce((sum, { spots }) => sum + spots.length, 0)).toBe(5_000)
})

test('on a narrow drawing, where signs are larger, fewer marks stand and no two of them touch', () => {
  const frame = around([4.4895, 52.1615], 2_000)
  const many = Array.from({ length: 40 }, (_, at) => spot(`${at}`, 4.48 + at * 0.0005, 52.1615 + (at % 3) * 0.001))
  const [wide, narrow] = [marksOf(frame, many), marksOf(frame, many, APART_NARROW)]
  expect(narrow.length).toBeLessThan(wide.length)
  for (const [at, one] of narrow.entries())
    for (const other of narrow.slice(at + 1))
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(2 * 13 * GROWN)
  expect(narrow.flatMap(({ spots }) => spots)).toHaveLength(wide.flatMap(({ spots }) => spots).length)
})

test('sixteen kinds of thing have sixteen signs', () => {
  expect(new Set(Array.from({ length: 16 }, (_, kind) => JSON.stringify(formOf(kind)))).size).toBe(16)
  expect(formOf(40)).toEqual(formOf(15))
})

const file = (feature: object, more: object = {}) =>
  JSON.stringify({ type: 'FeatureCollection', bron: 'Gemeente', licentie: 'CC0', features: [feature], ...more })
const road = (coordinates: unknown, properties: object = { soort: 'weg' }) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'LineString', coordinates },
})

test('a background is read, and what is not right is told', () => {
  const good = road([
    [4.4, 52.1],
    [4.5, 52.2],
  ])
  expect(readBackground(file(good)).background).toMatchObject({ source: 'Gemeente', shapes: [{ kind: 'road' }] })
  const told = (text: string) => readBackground(text).problems?.join(' ')
  expect(told('{')).toContain('geen JSON')
  expect(told(file(good, { bron: undefined }))).toContain('van wie zij is')
  expect(
    told(
      file(
        road([
          [93_500, 463_500],
          [93_600, 463_500],
        ]),
      ),
    ),
  ).toContain('onderdeel 1: punten zijn graden')
  expect(told(file(road([[4.4, 52.1]])))).toContain('twee punten')
  expect(
    told(
      file(
        road([
          [4.4, null],
          [4, 52],
        ]),
      ),
    ),
  ).toContain('een punt is')
  expect(
    told(
      file(
        road(
          [
            [4.4, 52.1],
            [4, 52],
          ],
          { soort: 'toString' },
        ),
      ),
    ),
  ).toContain('soort is groen')
  expect(told(file(road(Array.from({ length: 12_001 }, () => [4.4, 52.1]))))).toContain('vereenvoudig')
  expect(
    told(file({ type: 'Feature', properties: { soort: 'weg' }, geometry: { type: 'Point', coordinates: [4, 52] } })),
  ).toContain('geometry is')
})

test('pictures of a map service come from one host and cover the frame', () => {
  const tiles = { address: 'https://kaart.voorbeeld.nl/laag/{z}/{x}/{y}.png', source: 'Voorbeeld' }
  expect(tileTrouble(tiles.address)).toBeUndefined()
  expect(tileHost(tiles)).toBe('https://kaart.voorbeeld.nl')
  for (const wrong of [
    'http://k.nl/{z}/{x}/{y}',
    'https://k.nl/{z}/{x}',
    'https://{x}.k.nl/{z}/{y}',
    "https://k.nl/{z}/{x}/{y};'self'",
    'https://k.nl/{z}/{x}/{y}/{s}',
  ])
    expect(tileTrouble(wrong), wrong).toBeDefined()
  for (const metres of [250, 1_000, 4_000, 60_000]) {
    const found = tilesOf(tiles, around([4.4895, 52.1615], metres))
    expect(found.length).toBeLessThan(40)
    expect(Math.min(...found.map(({ x }) => x))).toBeLessThanOrEqual(0)
    expect(Math.max(...found.map(({ x, size }) => x + size))).toBeGreaterThanOrEqual(WIDTH)
    expect(Math.max(...found.map(({ y, size }) => y + size))).toBeGreaterThanOrEqual(HEIGHT)
  }
})

test('a map is links with names, a legend in words and a table; many marks are not walked by keyboard', () => {
  const drawn = (count: number) =>
    renderToStaticMarkup(
      createElement(MapOf, {
        lang: 'nl',
        title: 'Sensoren: kaart',
        background: undefined,
        tiles: undefined,
        spot: null,
        placed: Array.from({ length: count }, (_, at) => ({
          ...spot(`${at}`, 4.48 + (at % 12) * 0.002, 52.15 + Math.floor(at / 12) * 0.0015, at % 2),
          to: `/registers/sensoren/${at}`,
          cells: ['cel'],
        })),
        more: false,
        unplaced: 1,
        kinds: ['Camera', 'Geluidsmeter'],
        columns: ['Naam', 'Soort'],
        at: (plek?: string) => `/registers/sensoren?weergave=kaart${plek === undefined ? '' : `&plek=${plek}`}`,
      }),
    )
  const few = drawn(3)
  expect(few).toContain('aria-label="Teller 0, Camera"')
  expect(few).toContain('Geluidsmeter</li>')
  expect(few).toContain('1 heeft geen plek op de kaart')
  expect(few).not.toContain('tabindex="-1"><title')
  expect(few).not.toContain('style=')
  const many = drawn(120)
  expect(many).toContain('tabindex="-1"><title>')
  expect(many).toContain('in de tabel onder de kaart')
})

test('names that would cover each other or a mark are left out', () => {
  const [west, east] = [4.47, 4.5]
  const line = (soort: string, naam: string, lat: number) => ({
    type: 'Feature',
    properties: { soort, naam },
    geometry: {
      type: 'LineString',
      coordinates: [
        [west, lat],
        [4.4895, lat],
        [east, lat],
      ],
    },
  })
  const features = [line('weg', 'Dorpsweg', 52.1615), line('water', 'Vliet', 52.16155), line('weg', 'Kade', 52.166)]
  const { background } = readBackground(file(features[0]!, { features }))
  const frame = around([4.4895, 52.1615], 2_000)
  const drawn = (marks: ReturnType<typeof marksOf>) =>
    renderToStaticMarkup(
      createElement(Picture, {
        lang: 'nl',
        label: 'Kaart',
        frame,
        background,
        tiles: undefined,
        marks,
        narrow: undefined,
        kinds: [],
      }),
    )
  expect(drawn([])).toMatch(/>Vliet<[\s\S]*>Kade</)
  expect(drawn([])).not.toContain('>Dorpsweg<')
  expect(drawn(marksOf(frame, [spot('a', 4.4895, 52.166)]))).not.toContain('>Kade<')
})

const TILES = { address: 'https://kaart.voorbeeld.nl/{z}/{x}/{y}.png', source: 'Voorbeeld' }
/** The values of an attribute, as a browser reads them. */
function attributes(text: string, name: string): string[] {
  const found: string[] = []
  const walk = (node: DefaultTreeAdapterMap['node']): void => {
    if ('attrs' in node) found.push(...node.attrs.filter((each) => each.name === name).map(({ value }) => value))
    if ('childNodes' in node) node.childNodes.forEach(walk)
  }
  walk(parseFragment(text))
  return found
}
function carrying(titles: readonly string[], more: object = {}) {
  return renderToStaticMarkup(
    createElement(MapOf, {
      lang: 'nl',
      title: 'Sensoren: kaart',
      background: undefined,
      tiles: TILES,
      script: '/bestanden/map.js',
      spot: null,
      placed: titles.map((title, at) => ({
        ...spot(`${at}`, 4.48 + (at % 3) * 0.01, 52.16, at % 2),
        title,
        to: `/registers/sensoren/${at}`,
        cells: [],
      })),
      more: false,
      unplaced: 0,
      kinds: ['Camera', 'Geluidsmeter'],
      columns: ['Naam'],
      at: (plek?: string) => `/registers/sensoren?weergave=kaart${plek === undefined ? '' : `&plek=${plek}`}`,
      ...more,
    }),
  )
}

test('a map that can move carries every place that it shows, as it was put there, and nothing else', () => {
  const titles = ['Camera "Plein" <b>', "d'Oude & Nieuwe", '}]\u2028', 'Teller', 'Meter']
  const text = carrying(titles)
  const read = attributes(text, 'data-spots').flatMap(spotsIn)
  expect(read.toSorted((a, b) => a.to.localeCompare(b.to))).toEqual(
    titles.map((title, at) => {
      const to = `/registers/sensoren/${at}`
      return { id: to, to, title, kind: at % 2, at: [4.48 + (at % 3) * 0.01, 52.16] }
    }),
  )
  const { frame, ...rest } = mapIn(attributes(text, 'data-map')[0]!)
  expect(rest).toEqual({ tiles: TILES, kinds: ['Camera', 'Geluidsmeter'], chosen: false })
  expect(frame).toEqual(frameAround(read.map(({ at }) => at)))
  expect(text).toContain('<script type="module" src="/bestanden/map.js"></script>')
})

test('without tiles, without the script, or with too many places a map is drawn as it always was', () => {
  const many = Array.from({ length: MOST_CARRIED + 1 }, (_, at) => `Teller ${at}`)
  const plain = [carrying(['a'], { tiles: undefined }), carrying(['a'], { script: undefined }), carrying(many)]
  for (const text of plain) expect(text).not.toMatch(/data-(spots|map|way)|<script/)
  expect(carrying(many.slice(1))).toContain('data-map')
})
