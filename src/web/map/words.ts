/** What every map says, in both languages. */
import { number, type Lang } from '../language.ts'

const nl = {
  ways: 'Hoe u dit bekijkt',
  list: 'Lijst',
  map: 'Kaart',
  where: 'Plek op de kaart',
  pass: 'Sla de kaart over',
  legend: 'Legenda',
  other: 'iets anders',
  thing: 'een plek',
  together: 'plekken bij elkaar, met hun aantal',
  group: (count: number, titles: string) => `${number('nl', count)} bij elkaar: ${titles}`,
  more: (count: number) => `en nog ${number('nl', count)}`,
  nearer: 'Inzoomen',
  farther: 'Uitzoomen',
  whole: 'Hele kaart',
  north: 'Naar het noorden',
  south: 'Naar het zuiden',
  west: 'Naar het westen',
  east: 'Naar het oosten',
  look: 'Kaart verschuiven en zoomen',
  drawing: (source: string, licence: string) => `Achtergrond: ${source} (${licence}).`,
  bare: 'De gemeente heeft nog geen achtergrond voor deze kaart.',
  tiles: (source: string) => `Kaartbeeld: ${source}. Uw browser haalt dat beeld daar op.`,
  wide: (metres: number) =>
    metres < 1_000
      ? `De kaart is ${number('nl', metres)} meter breed. Het noorden is boven.`
      : `De kaart is ${number('nl', Math.round(metres / 100) / 10)} kilometer breed. Het noorden is boven.`,
  here: (count: number) =>
    count === 1 ? '1 op dit deel van de kaart' : `${number('nl', count)} op dit deel van de kaart`,
  tooMany: (most: number, total?: number) =>
    `Dit zijn de eerste ${number('nl', most)}${total === undefined ? '' : ` van ${number('nl', total)}`}. ` +
    'Zoek of zoom in om de rest te zien.',
  unplaced: (count: number) =>
    count === 1
      ? '1 heeft geen plek op de kaart. Die staat wel in de lijst.'
      : `${number('nl', count)} hebben geen plek op de kaart. Die staan wel in de lijst.`,
  nothing: 'Op dit deel van de kaart staat niets.',
  rest: (count: number) => `Nog ${number('nl', count)} staan in de lijst.`,
  keys: 'Met het toetsenbord gaat het sneller in de tabel onder de kaart.',
  live: 'Met de pijltjes verschuift u de kaart, met plus en min zoomt u.',
  elsewhere: 'U kijkt naar een ander deel dan in de tabel staat.',
  beyond: 'Buiten het deel dat u opende, toont de kaart nog niets.',
  follow: 'Zet dit deel in de tabel',
}

const en: typeof nl = {
  ways: 'How you look at this',
  list: 'List',
  map: 'Map',
  where: 'Place on the map',
  pass: 'Skip the map',
  legend: 'Legend',
  other: 'something else',
  thing: 'a place',
  together: 'places close together, with their number',
  group: (count, titles) => `${number('en', count)} together: ${titles}`,
  more: (count) => `and ${number('en', count)} more`,
  nearer: 'Zoom in',
  farther: 'Zoom out',
  whole: 'Whole map',
  north: 'To the north',
  south: 'To the south',
  west: 'To the west',
  east: 'To the east',
  look: 'Move and zoom the map',
  drawing: (source, licence) => `Background: ${source} (${licence}).`,
  bare: 'The municipality has no background for this map yet.',
  tiles: (source) => `Map image: ${source}. Your browser fetches that image there.`,
  wide: (metres) =>
    metres < 1_000
      ? `The map is ${number('en', metres)} metres wide. North is up.`
      : `The map is ${number('en', Math.round(metres / 100) / 10)} kilometres wide. North is up.`,
  here: (count) => `${number('en', count)} on this part of the map`,
  tooMany: (most, total) =>
    `These are the first ${number('en', most)}${total === undefined ? '' : ` of ${number('en', total)}`}. ` +
    'Search or zoom in to see the rest.',
  unplaced: (count) =>
    count === 1
      ? '1 has no place on the map. It is in the list.'
      : `${number('en', count)} have no place on the map. They are in the list.`,
  nothing: 'There is nothing on this part of the map.',
  rest: (count) => `Another ${number('en', count)} are in the list.`,
  keys: 'With a keyboard the table below the map is quicker.',
  live: 'Move the map with the arrow keys, zoom with plus and minus.',
  elsewhere: 'You are looking at another part than the table shows.',
  beyond: 'Outside the part that you opened the map shows nothing yet.',
  follow: 'Put this part in the table',
}

/** The sentences in a language. */
export const mapWords = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
