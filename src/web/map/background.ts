/**
 * Reads the background of a map from GeoJSON (RFC 7946): areas and lines with a `soort` and a name. Bounded, because
 * every map draws it; what is not right is told with where it stands.
 */
import type { Background, Position, Shape, ShapeKind } from '../../model/map.ts'
import { plainLine } from '../../lib/clean.ts'

/** Bytes of a file, positions in it, and features. */
export const LARGEST = 2_000_000
const MOST_POSITIONS = 12_000
const MOST_FEATURES = 1_000

/** What a feature is, by the Dutch word in the file, in the order in which they are drawn. */
export const KIND_WORDS: Readonly<Record<string, ShapeKind>> = {
  groen: 'green',
  bebouwd: 'built',
  water: 'water',
  wijk: 'district',
  weg: 'road',
  grens: 'border',
}
const ORDER = Object.values(KIND_WORDS)
const AREAS = new Set(['Polygon', 'MultiPolygon'])

export type ReadBackground =
  | { readonly background: Background; readonly problems?: undefined }
  | { readonly problems: readonly string[]; readonly background?: undefined }

/** The background in a file, or what is wrong with it: the first twenty problems. */
export function readBackground(text: string): ReadBackground {
  if (Buffer.byteLength(text) > LARGEST) return { problems: ['het bestand is groter dan 2 MB'] }
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return { problems: ['dit is geen JSON'] }
  }
  if (!isThing(file) || file['type'] !== 'FeatureCollection' || !Array.isArray(file['features']))
    return { problems: ['verwacht een FeatureCollection (GeoJSON) met features'] }
  const problems: string[] = []
  const [source, licence] = ['bron', 'licentie'].map((name) => {
    const word = file[name]
    if (typeof word === 'string' && plainLine(word) !== '' && word.length <= 200) return plainLine(word)
    problems.push(`“${name}” ontbreekt: schrijf bij een kaart altijd van wie zij is en onder welke licentie`)
    return ''
  })
  const features = file['features'] as unknown[]
  if (features.length > MOST_FEATURES) return { problems: [`meer dan ${MOST_FEATURES} onderdelen`] }
  const shapes = features.flatMap((feature, index) => {
    const shape = shapeOf(feature)
    if (typeof shape !== 'string') return [shape]
    problems.push(`onderdeel ${index + 1}: ${shape}`)
    return []
  })
  const positions = shapes.reduce((sum, { lines }) => sum + lines.reduce((all, line) => all + line.length, 0), 0)
  if (positions > MOST_POSITIONS)
    problems.push(`${positions} punten, er passen er ${MOST_POSITIONS}: vereenvoudig de vormen`)
  if (shapes.length === 0 && problems.length === 0) problems.push('er staat niets in')
  if (problems.length > 0) return { problems: problems.slice(0, 20) }
  const sorted = shapes.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
  return { background: { source: source!, licence: licence!, shapes: sorted } }
}

type Thing = Readonly<Record<string, unknown>>
const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A shape, or in words why it is none. */
function shapeOf(feature: unknown): Shape | string {
  if (!isThing(feature) || !isThing(feature['geometry'])) return 'geen Feature met een geometry'
  const { type, coordinates } = feature['geometry'] as { type?: unknown; coordinates?: unknown }
  const properties = isThing(feature['properties']) ? feature['properties'] : {}
  const [word, name] = [properties['soort'], properties['naam'] ?? '']
  const kind = typeof word === 'string' && Object.hasOwn(KIND_WORDS, word) ? KIND_WORDS[word] : undefined
  if (kind === undefined) return `soort is ${Object.keys(KIND_WORDS).join(', ')}`
  if (typeof name !== 'string' || name.length > 60) return 'naam is een tekst van hooguit 60 tekens'
  const lines = linesOf(type, coordinates)
  if (typeof lines === 'string') return lines
  return { kind, name: plainLine(name), lines, area: AREAS.has(String(type)) }
}

function linesOf(type: unknown, coordinates: unknown): readonly (readonly Position[])[] | string {
  const depth = { LineString: 0, Polygon: 1, MultiLineString: 1, MultiPolygon: 2 }[String(type)]
  if (depth === undefined || !Array.isArray(coordinates))
    return 'geometry is een Polygon, MultiPolygon, LineString of MultiLineString'
  const lines = depth === 0 ? [coordinates] : depth === 1 ? coordinates : coordinates.flat(1)
  for (const line of lines as unknown[]) {
    if (!Array.isArray(line) || line.length < 2) return 'een lijn heeft minstens twee punten'
    for (const position of line as unknown[]) {
      if (!Array.isArray(position) || !position.slice(0, 2).every((part) => Number.isFinite(part)))
        return 'een punt is [lengte, breedte]'
      const [lon, lat] = position as [number, number]
      if (Math.abs(lon) > 180 || Math.abs(lat) > 85)
        return 'punten zijn graden (WGS 84), lengte eerst; zet Rijksdriehoekscoördinaten eerst om'
    }
  }
  return (lines as readonly Position[][]).map((line) => line.map(([lon, lat]) => [lon, lat] as const))
}
