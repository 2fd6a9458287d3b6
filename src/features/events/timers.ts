/** What happens to events and to who joined them by itself. */
import type { Timer } from '../../db/timer.ts'
import { followHacks, forgetSigners } from './hack/timers-store.ts'
import { askLessons, forgetJoined, remindJoined, tellJoined } from './timers-store.ts'

/** `key`: of the installation, which makes the links in mail. */
export const eventTimers = (key: Buffer): readonly Timer[] => [
  {
    id: 'event-news',
    what: 'berichten aan wie zich opgaf',
    run: (tx, round) => tellJoined(tx, round, key),
  },
  {
    id: 'event-soon',
    what: 'herinneringen aan een bijeenkomst',
    run: (tx, round) => remindJoined(tx, round, key),
  },
  { id: 'event-lessons', what: 'evenementen om op te schrijven wat ze leerden', run: askLessons },
  { id: 'hack-follow-up', what: 'hackevenementen om na te kijken', run: followHacks },
  {
    id: 'hack-forget',
    what: 'namen bij hackevenementen gewist',
    run: (tx, { municipality }) => forgetSigners(tx, municipality.id),
  },
  { id: 'event-forget', what: 'opgaven gewist', run: (tx, { municipality }) => forgetJoined(tx, municipality.id) },
]
