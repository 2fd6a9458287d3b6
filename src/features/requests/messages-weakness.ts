/** What who reported a weakness reads of its course, in both languages. */
import { day, type Lang } from '../../web/language.ts'
import type { Due } from './weakness-rules.ts'

type Days = Readonly<Record<Exclude<Due['what'], 'supplier'>, (on: string) => string>>

const nl = {
  due: {
    acknowledge: (on) => `Uiterlijk op ${day('nl', on)} pakt iemand uw melding op.`,
    judge: (on) => `U hoort uiterlijk op ${day('nl', on)} of het klopt.`,
    mend: (on) => `Het is uiterlijk op ${day('nl', on)} hersteld.`,
    retest: (on) => `Het is hersteld. Wij kijken het uiterlijk op ${day('nl', on)} na. Zegt u of het werkt?`,
  } satisfies Days,
  late: {
    acknowledge: (on) => `Iemand had uw melding uiterlijk op ${day('nl', on)} moeten oppakken. Dat is ons niet gelukt.`,
    judge: (on) => `U had uiterlijk op ${day('nl', on)} moeten horen of het klopt. Dat is ons niet gelukt.`,
    mend: (on) => `Het had uiterlijk op ${day('nl', on)} hersteld moeten zijn. Dat is ons niet gelukt.`,
    retest: (on) => `Het is hersteld. Wij hadden het op ${day('nl', on)} moeten nakijken. Zegt u of het werkt?`,
  } satisfies Days,
  works: 'Werkt het herstel?',
  worksYes: 'Ja, het lukt niet meer',
  worksNo: 'Nee, het lukt nog',
  worksWords: 'Wat ziet u nog?',
  worksHint: 'Lukt het nog? Schrijf dan hoe. Anders hoeft u niets te schrijven.',
  worksSend: 'Laat het ons weten',
  told: (on: string) => `Sinds ${day('nl', on)} leest iedereen op de site wat er is hersteld:`,
}

const en: typeof nl = {
  due: {
    acknowledge: (on) => `Somebody takes up your report by ${day('en', on)}.`,
    judge: (on) => `You hear by ${day('en', on)} whether it is so.`,
    mend: (on) => `It is mended by ${day('en', on)}.`,
    retest: (on) => `It was mended. We look at it again by ${day('en', on)}. Will you tell us whether it works?`,
  },
  late: {
    acknowledge: (on) => `Somebody should have taken up your report by ${day('en', on)}. We did not manage that.`,
    judge: (on) => `You should have heard by ${day('en', on)} whether it is so. We did not manage that.`,
    mend: (on) => `It should have been mended by ${day('en', on)}. We did not manage that.`,
    retest: (on) =>
      `It was mended. We should have looked again by ${day('en', on)}. Will you tell us whether it works?`,
  },
  works: 'Does the repair work?',
  worksYes: 'Yes, it can no longer be done',
  worksNo: 'No, it can still be done',
  worksWords: 'What do you still see?',
  worksHint: 'Can it still be done? Then write how. Otherwise you need not write anything.',
  worksSend: 'Let us know',
  told: (on) => `Since ${day('en', on)} everybody reads on the site what was mended:`,
}

/** The sentences in the language asked for. */
export const weaknessSays = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
