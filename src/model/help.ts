/** Places with help and courses, as they are kept and as everybody reads them: types only. */
import type { Times } from '../lib/weekly-times.ts'
import type {
  AccessMore,
  CourseLevel,
  HelpLanguage,
  HelpSubject,
  OwnDevice,
  PlaceKind,
  SignUpWay,
  StepFree,
} from '../vocabulary/help.ts'

export type Session = {
  readonly on: string
  readonly from: string
  readonly to: string
  readonly cancelled: boolean
  readonly why: string
}

type Told = {
  readonly id: string
  readonly about: string
  readonly phone: string
  readonly website: string
  /** Said on top: what is otherwise this week. */
  readonly alert: string
  /** In cents; 0 is free of charge. */
  readonly cost: number
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly route: string
  readonly access: readonly AccessMore[]
}
export type ToldPlace = Told & { readonly kind: PlaceKind; readonly times: Times }
export type ToldCourse = Told & {
  /** The place where it is, by its number; null: nowhere that we know of, or online. */
  readonly place: { readonly no: number; readonly name: string } | null
  readonly room: string
  /** How one takes part from home; empty: one cannot. */
  readonly online: string
  readonly forWhom: string
  readonly level: CourseLevel
  readonly device: OwnDevice
  readonly intake: boolean
  readonly certificate: boolean
  /** People for one helper; null: not said. */
  readonly perHelper: number | null
  readonly signUp: SignUpWay
  readonly times: Times
  readonly sessions: readonly Session[]
}

/** What everybody reads of a place or a course, as far as a list needs it. */
export type Offer = {
  readonly no: number
  readonly title: string
  readonly provider: string
  /** Who keeps it: an organisation; null: the municipality. */
  readonly keeper: string | null
  readonly district: string
  readonly subjects: readonly HelpSubject[]
  readonly languages: readonly HelpLanguage[]
  readonly stepFree: StepFree
  readonly free: boolean
  readonly phone: boolean
  /** Metres of the Dutch grid. */
  readonly x: number | null
  readonly y: number | null
  readonly checkedOn: string
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly places: number | null
  readonly taken: number | null
  readonly waiting: number | null
} & ({ readonly kind: 'place'; readonly told: ToldPlace } | { readonly kind: 'course'; readonly told: ToldCourse })
