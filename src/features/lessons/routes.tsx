/** Codes of lessons at the desk: of the municipality for its own staff, and of a partner for theirs. */
import { z } from 'zod'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { isDate, daysAfter } from '../../lib/iso-date.ts'
import type { Lesson } from '../../model/lesson.ts'
import { FEWEST_SHOWN, LONGEST_LABEL, MOST_STAFF } from '../../vocabulary/lesson.ts'
import { allows, type Permission } from '../../vocabulary/roles.ts'
import { go, missing, overtaken, page, tooLate, type Asked, type Route } from '../../web/desk/route.ts'
import { filled, readForm, text, thatIs, word } from '../../web/desk/schema.ts'
import { handOver, openPledges, serves } from './evidence.ts'
import { codeOfGroup } from './group-secret.ts'
import { CodesPage, runs } from './page-codes.tsx'
import { GroupPage, openId, type GroupProps } from './page-group.tsx'
import { PosterPage } from './page-poster.tsx'
import {
  endGroupCode,
  groupCodeById,
  groupCodes,
  groupTotals,
  keepStaff,
  makeGroupCode,
  type GroupCode,
} from './store.ts'
import { monthsOf, sumOf } from './totals.ts'

export type LessonDeps = { readonly lessons: readonly Lesson[]; readonly key: Buffer }
type A = Asked<Tx>
/** Where the codes stand, and who reads and makes them. */
type Side = { readonly path: string; readonly read: Permission; readonly make: Permission }
const SIDES: readonly Side[] = [
  { path: '/lescodes', read: 'group-code.read', make: 'group-code.make' },
  { path: '/leren', read: 'group-code.own', make: 'group-code.own' },
]
/** Days: a code is of a year, and two at most. */
const [USUAL, LONGEST] = [365, 730]

const staff = word(
  z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'Vul een heel getal in, zoals 24.')
    .transform(Number)
    .refine((count) => count <= MOST_STAFF, `Vul hooguit ${MOST_STAFF} in.`),
)
/** With fewer nobody would ever read a count, or everybody would know whose it is. */
const enough = word(
  staff.holds.refine((count) => count >= FEWEST_SHOWN, `Een code is voor ${FEWEST_SHOWN} mensen of meer.`),
)
const MADE = {
  naam: text(LONGEST_LABEL, filled('Vul in voor wie de code is.')),
  medewerkers: enough,
  tot: word(thatIs(isDate, 'Vul een datum in.')),
}
const maand = word(z.string().regex(/^\d{4}-\d\d$/, 'Kies een maand uit de lijst.'))
const HANDED = {
  afspraak: text(200, filled('Kies een afspraak uit de lijst.')),
  les: text(40, filled('Kies een les uit de lijst.')),
  van: maand,
  tot_maand: maand,
  medewerkers: staff,
}

/** Of these lessons, with the key of the installation. */
export const lessonRoutes = (deps: LessonDeps): readonly Route<Tx>[] => SIDES.flatMap((side) => routesOf(deps, side))

function routesOf({ lessons, key }: LessonDeps, { path, read, make }: Side): readonly Route<Tx>[] {
  const place = `/balie${path}`
  const codeAt = ({ tx, municipality, params }: A): Promise<GroupCode | undefined> =>
    groupCodeById(tx, municipality.id, params['lescode']!)
  const list = async (asked: A, more: Partial<Parameters<typeof CodesPage>[0]> = {}) => {
    const { tx, municipality, view, today, who } = asked
    const typed = { naam: '', medewerkers: '', tot: daysAfter(today, USUAL) }
    const codes = await groupCodes(tx, municipality.id)
    return <CodesPage {...{ view, place, codes, today, typed, mayMake: allows(who.roles, make), ...more }} />
  }
  const propsOf = async ({ tx, municipality, view, today, who }: A, code: GroupCode): Promise<GroupProps> => ({
    view,
    place,
    code,
    signs: codeOfGroup(key, code.id),
    lessons,
    totals: await groupTotals(tx, code.id),
    open: await openPledges(tx, municipality.id, code, lessons),
    today,
    mayMake: allows(who.roles, make),
  })
  return [
    { method: 'GET', path, may: read, answer: async (asked) => page(await list(asked)) },
    {
      method: 'POST',
      path,
      may: make,
      answer: async (asked) => {
        const { tx, municipality, sent, today, who } = asked
        const last = daysAfter(today, LONGEST)
        const { typed, held, problems } = readForm(MADE, sent, [
          { field: 'tot', holds: ({ tot }) => tot >= today, says: 'Deze dag is al voorbij.' },
          { field: 'tot', holds: ({ tot }) => tot <= last, says: 'Een code geldt hooguit twee jaar.' },
        ])
        if (!held) return page(await list(asked, { typed, problems }), 422)
        const days = { madeOn: today, until: held.tot }
        const made = { ...days, organisation: who.organisation, label: held.naam, staff: held.medewerkers }
        const id = await makeGroupCode(tx, municipality.id, who.id, key, made)
        await record(tx, municipality.id, { act: 'group-code.made', object: `group-code/${id}`, detail: {} })
        return go(`${place}/${id}`, 'De lescode is gemaakt.')
      },
    },
    {
      method: 'GET',
      path: `${path}/:lescode`,
      may: read,
      answer: async (asked) => {
        const code = await codeAt(asked)
        return code ? page(<GroupPage {...await propsOf(asked, code)} />) : missing
      },
    },
    {
      method: 'GET',
      path: `${path}/:lescode/poster`,
      may: read,
      answer: async (asked) => {
        const code = await codeAt(asked)
        if (!code) return missing
        if (!runs(code, asked.today)) return tooLate('Deze code is voorbij. Maak een nieuwe.')
        const { view, origin } = asked
        return page(<PosterPage {...{ view, place, code, origin }} signs={codeOfGroup(key, code.id)} />)
      },
    },
    {
      method: 'POST',
      path: `${path}/:lescode/beeindigen`,
      may: make,
      answer: async (asked) => {
        const { tx, municipality } = asked
        const code = await codeAt(asked)
        if (!code) return missing
        if (!(await endGroupCode(tx, municipality.id, code.id, asked.today)))
          return tooLate('Deze code was al beëindigd.')
        await record(tx, municipality.id, { act: 'group-code.ended', object: `group-code/${code.id}`, detail: {} })
        return go(`${place}/${code.id}`, 'De code is beëindigd.')
      },
    },
    {
      method: 'POST',
      path: `${path}/:lescode/doorgeven`,
      may: make,
      answer: async (asked) => {
        const { tx, municipality, sent, today, who } = asked
        const code = await codeAt(asked)
        if (!code) return missing
        const props = await propsOf(asked, code)
        const months = monthsOf(code, today)
        const found = (typed: { readonly afspraak: string; readonly les: string }) => ({
          open: props.open.find((one) => openId(one) === typed.afspraak),
          lesson: lessons.find(({ id }) => id === typed.les),
        })
        const between = (typed: { readonly van: string; readonly tot_maand: string }) =>
          months.filter((each) => each >= typed.van && each <= typed.tot_maand)
        const { typed, held, problems } = readForm(HANDED, sent, [
          {
            field: 'afspraak',
            holds: (form) => found(form).open !== undefined,
            says: 'Kies een afspraak uit de lijst.',
          },
          {
            field: 'les',
            holds: (form) => {
              const { open, lesson } = found(form)
              return lesson !== undefined && (open === undefined || serves(lesson, open))
            },
            says: 'Kies een les die bij de norm van deze afspraak hoort.',
          },
          { field: 'van', holds: ({ van }) => months.includes(van), says: 'Kies een maand die voorbij is.' },
          {
            field: 'tot_maand',
            holds: (form) => months.includes(form.tot_maand),
            says: 'Kies een maand die voorbij is.',
          },
          {
            field: 'tot_maand',
            holds: (form) => form.van <= form.tot_maand,
            says: 'De laatste maand ligt voor de eerste.',
          },
          {
            field: 'les',
            holds: (form) => sumOf(props.totals, form.les, between(form)) > 0,
            says: `In deze maanden is de les elke maand minder dan ${FEWEST_SHOWN} keer gevolgd.`,
          },
        ])
        if (!held) return page(<GroupPage {...props} typed={typed} problems={problems} />, 422)
        const { open, lesson } = found(held)
        const sum = sumOf(props.totals, held.les, between(held))
        const handing = { from: held.van, to: held.tot_maand, sum, staff: held.medewerkers }
        await keepStaff(tx, municipality.id, code.id, held.medewerkers)
        if (!(await handOver(tx, municipality.id, who.id, code, { open: open!, lesson: lesson!, ...handing })))
          return overtaken('Over deze periode is intussen iets opgegeven. Lees dat eerst bij de afspraak.')
        await record(tx, municipality.id, {
          act: 'group-code.handed-over',
          object: `group-code/${code.id}`,
          detail: { covenant: open!.covenant, pledge: open!.pledge.id, lesson: held.les, count: sum },
        })
        return go(`${place}/${code.id}`, 'Het aantal staat bij de afspraak. De toetser kijkt het na.')
      },
    },
  ]
}
