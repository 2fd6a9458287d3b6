/** What happens around public covenants by itself: parties hear, figures follow, and who follows gets mail. */
import type { Timer } from '../../../db/timer.ts'
import { FORGET_READERS_AFTER } from '../../../vocabulary/retention.ts'
import { askFollowers, followNews, forgetReaders } from './digest-store.ts'
import { refresh, type FiguresOf } from './refresh-store.ts'
import { tellParties } from './told-store.ts'

/** `key`: of the installation, which makes the secrets of the links in mail. */
export const publicCovenantTimers = (key: Buffer, figuresOf: FiguresOf): readonly Timer[] => [
  { id: 'parties-told', what: 'partijen gehoord', mails: true, run: (tx, round) => tellParties(tx, round, key) },
  { id: 'covenants-shown', what: 'openbare afspraken bijgewerkt', run: (tx, round) => refresh(tx, round, figuresOf) },
  { id: 'follow-news', what: 'lezers die nieuws kregen', mails: true, run: (tx, round) => followNews(tx, round, key) },
  {
    id: 'follow-asked',
    what: 'lezers gevraagd te blijven',
    mails: true,
    run: (tx, round) => askFollowers(tx, round, key),
  },
  {
    id: 'readers-forgotten',
    what: 'lezers vergeten',
    run: (tx, { municipality }) => forgetReaders(tx, municipality.id, FORGET_READERS_AFTER),
  },
]
