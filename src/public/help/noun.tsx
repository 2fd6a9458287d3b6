/** Places with help, and courses: pages, lists to print, calendars, the API, files, and how far the right is met. */
import { backgroundOf } from '../../db/map-background.ts'
import { gridOfDegrees } from '../../lib/rijksdriehoek.ts'
import { slug } from '../../lib/slug.ts'
import { todayIn } from '../../web/language.ts'
import { edgesOf, frameOf } from '../../web/map/frame.ts'
import type { Frame } from '../../web/map/projection.ts'
import { refuse } from '../../web/refuse.ts'
import { href, type View } from '../../web/view.ts'
import type { Published, PublicPage, Request } from '../published.ts'
import { askedText } from '../view.ts'
import { addHelp } from './api.ts'
import { askedFor, queryOf } from './asked.ts'
import { calendarOfEach } from './calendars.ts'
import { hsdsFile, lines } from './files.ts'
import { readFigures } from './figures-store.ts'
import { says } from './messages.ts'
import { CoursePage } from './page-course.tsx'
import { FiguresPage } from './page-figures.tsx'
import { FindPage } from './page-find.tsx'
import { FindMapPage } from './page-map.tsx'
import { CardPage, DistrictPage } from './page-paper.tsx'
import { PlacePage } from './page-place.tsx'
import { pathOf, type Course, type Place } from './shown.ts'
import {
  changedOffers,
  countOffers,
  coursesOf,
  districtsOf,
  findOffers,
  findPlaced,
  knowsPostcode,
  offersAfter,
  offersIn,
  readOffer,
  SIZE,
  type Box,
  type Row,
} from './store.ts'
/** Drawn on one map, which says so when there are more: the rest shows nearer by, and all of it is in the list. */
const MOST_ON_MAP = 300
/** Before the first municipality there is nothing to find. */
const idOf = (view: View): string => view.municipality.id ?? refuse('page')
/** The part of the grid that a map shows; undefined where that reaches out of the country, and all of it is read. */
function boxOf(frame: Frame): Box | undefined {
  const [west, south, east, north] = edgesOf(frame)
  const corners = [west, east].flatMap((lon) => [south, north].map((lat) => gridOfDegrees(lon, lat)))
  const [xs, ys] = [corners.flatMap((at) => at?.x ?? []), corners.flatMap((at) => at?.y ?? [])]
  if (xs.length < corners.length) return undefined
  return { x: [Math.min(...xs), Math.max(...xs)], y: [Math.min(...ys), Math.max(...ys)] }
}
const groundOf = async ({ site, view }: Request) => ({
  background: await backgroundOf(site.db, idOf(view)),
  tiles: view.tiles,
  script: view.look.mapScript,
})

const findPage: PublicPage['answer'] = async (request) => {
  const { site, view, c, lang } = request
  const asked = askedFor(c)
  const map = askedText(c, 'weergave', 10) === 'kaart'
  const id = idOf(view)
  // Of a postcode four digits stay, also in the address.
  if (asked.tooMuch && asked.wrong === '')
    return {
      moved: '/leren/hulp',
      query: new URL(
        href({ ...view, publication: undefined }, '/', { ...queryOf(asked), weergave: map ? 'kaart' : '' }),
        'https://x',
      ).search.slice(1),
    }
  const [t, today, time] = [says(lang), site.today(), site.time()]
  const districts = await districtsOf(site.db, id)
  const known = asked.pc4 === '' ? undefined : await knowsPostcode(site.db, id, asked.pc4)
  const problem =
    asked.wrong !== ''
      ? t.badPostcode
      : known === undefined || known.here
        ? undefined
        : known.any
          ? t.unknownPostcode(asked.pc4)
          : t.noPostcodes
  if (map) {
    const spot = c.req.query('plek') ?? null
    const frame = frameOf(spot)
    // What lies outside of what is shown is not read: whoever looks nearer sees all that is there.
    const found = await findPlaced(site.db, id, asked, { today, time, most: MOST_ON_MAP, box: frame && boxOf(frame) })
    const ground = await groundOf(request)
    return {
      body: <FindMapPage {...{ view, asked, districts, problem, found, ground, spot, today, time }} />,
      mapped: true,
    }
  }
  const found = await findOffers(site.db, id, asked, { today, time, size: SIZE, page: asked.page })
  return { body: <FindPage {...{ view, asked, districts, problem, found, today, time }} /> }
}

/** The place or course of an address. */
async function offerAt({ site, view, c }: Request, kind: 'place' | 'course'): Promise<Row> {
  const no = c.req.param('no') ?? ''
  if (!/^[1-9]\d{0,8}$/.test(no)) refuse('page')
  return (await readOffer(site.db, idOf(view), kind, Number(no))) ?? refuse('page')
}
const placeAt = async (asked: Request) => (await offerAt(asked, 'place')) as Row & Place
const courseAt = async (asked: Request) => (await offerAt(asked, 'course')) as Row & Course

const placePage: PublicPage['answer'] = async (asked) => {
  const { site, view } = asked
  const place = await placeAt(asked)
  const [today, time] = [site.today(), site.time()]
  const courses = await coursesOf(site.db, idOf(view), place.no, today)
  const ground = await groundOf(asked)
  const status = place.state === 'ended' ? ({ status: 410 } as const) : {}
  return {
    body: <PlacePage {...{ view, place, courses, ground, today, time }} origin={site.origin} />,
    mapped: true,
    ...status,
  }
}
const cardPage: PublicPage['answer'] = async (asked) => {
  const place = await placeAt(asked)
  // Nobody hands out a card of what is gone.
  if (place.state === 'ended') return { moved: pathOf(place) }
  return { body: <CardPage view={asked.view} place={place} origin={asked.site.origin} today={asked.site.today()} /> }
}
const coursePage: PublicPage['answer'] = async (asked) => {
  const { site, view } = asked
  const [today, time] = [site.today(), site.time()]
  return { body: <CoursePage {...{ view, today, time }} course={await courseAt(asked)} origin={site.origin} /> }
}

const districtPage: PublicPage['answer'] = async ({ site, view, c }) => {
  const asked = c.req.param('district') ?? ''
  const district = (await districtsOf(site.db, idOf(view))).find((each) => slug(each) === asked) ?? refuse('page')
  const rows = await offersIn(site.db, idOf(view), district, site.today())
  const path = `/leren/hulp/wijk/${asked}`
  return { body: <DistrictPage {...{ view, district, path, rows }} origin={site.origin} today={site.today()} /> }
}
/** The form that chooses a neighbourhood sends its name; its list has an address of its own. */
const chooseDistrict: PublicPage['answer'] = async ({ c }) => {
  const asked = slug(askedText(c, 'wijk', 80))
  return asked === '' ? { moved: '/leren/hulp', query: '' } : { moved: `/leren/hulp/wijk/${asked}`, query: '' }
}
const figuresPage: PublicPage['answer'] = async ({ site, view }) => ({
  body: <FiguresPage view={view} figures={await readFigures(site.db, idOf(view), site.today())} />,
})

export const help: Published = {
  id: 'help',
  pages: [
    { path: '/leren/hulp', answer: findPage },
    { path: '/leren/hulp/cijfers', answer: figuresPage },
    { path: '/leren/hulp/wijk', answer: chooseDistrict },
    { path: '/leren/hulp/wijk/:district', answer: districtPage },
    { path: '/leren/hulp/plek/:no', answer: placePage },
    { path: '/leren/hulp/plek/:no/kaartje', answer: cardPage },
    { path: '/leren/hulp/cursus/:no', answer: coursePage },
  ],
  documents: hsdsFile,
  calendars: [calendarOfEach('place'), calendarOfEach('course')],
  api: { tag: 'Cursussen en hulp', add: addHelp },
  files: [
    {
      name: 'hulp-en-cursussen',
      title: 'Hulp en cursussen',
      text: { nl: says('nl').file, en: says('en').file },
      theme: 'EDUC',
      page: '/leren/hulp',
      lines: { of: 'now', read: lines, changed: changedOffers },
    },
  ],
  fixed: ['/leren/hulp', '/leren/hulp/cijfers'],
  few: async ({ now: { db, municipality } }) =>
    (await districtsOf(db, municipality)).map((each) => ({
      path: `/leren/hulp/wijk/${slug(each)}`,
      changed: undefined,
    })),
  many: [
    {
      name: 'hulp',
      count: ({ now: { db, municipality } }) => countOffers(db, municipality, todayIn()),
      slice: async ({ now: { db, municipality } }, { from, size }) => {
        const rows = await offersAfter(db, municipality, { kind: '', no: 0 }, todayIn(), from + size)
        return rows.slice(from).map((row) => ({ path: pathOf(row), changed: row.changedAt }))
      },
    },
  ],
}
