/** What who asked reads of the term: whether it may stand still, and what being late costs the municipality. */
import { day, number, type Lang } from '../../web/language.ts'

const nl = {
  receivedOn: 'Wij ontvingen dit op',
  late: (on: string) => `U had uiterlijk ${day('nl', on)} antwoord moeten hebben. Dat is ons niet gelukt.`,
  lateDo: 'Wij zijn te laat. Dit kunt u doen:',
  lateNotice:
    'Laat ons weten dat wij te laat zijn (een ingebrekestelling). Dat kan met de knop hieronder, of met een brief.',
  lateMoney:
    'Twee weken later begint een dwangsom te lopen: eerst 23 euro per dag, samen hoogstens 1.442 euro. ' +
    'De gemeente besluit daarna of u die krijgt.',
  lateNoMoney: 'Een dwangsom krijgt u bij dit verzoek niet.',
  lateButton: 'U bent te laat',
  owed: (euros: number, days: number) =>
    'Dit is de berekening van de dwangsom: ' +
    `${number('nl', euros)} euro, over ${days === 1 ? 'één dag' : `${days} dagen`}.`,
  owedFrom: (from: string) =>
    `U liet weten dat wij te laat zijn. Na ${day('nl', from)} telt elke dag mee voor een dwangsom.`,
  owedUntil: (until: string) => `Elke dag komt er iets bij, hoogstens tot en met ${day('nl', until)}.`,
  owedDecide: (by: string) =>
    `De gemeente besluit uiterlijk op ${day('nl', by)} of u de dwangsom krijgt. ` +
    'Krijgt u die, dan heeft u het geld binnen zes weken na dat besluit.',
  owedNothing:
    'U liet weten dat wij te laat waren. Ons antwoord kwam binnen twee weken daarna: er begon dus geen dwangsom.',
  owedYes: (on: string, paid: string) =>
    `Op ${day('nl', on)} besloten wij dat u deze dwangsom krijgt. U heeft het geld uiterlijk op ${day('nl', paid)}.`,
  owedNo: (on: string, why: string) => `Op ${day('nl', on)} besloten wij dat u geen dwangsom krijgt: ${why}.`,
  owedObject: 'Bent u het daar niet mee eens? Maak dan bezwaar.',
  owedAbout: 'Over de dwangsom',
  remedies: 'Bent u het niet eens met het antwoord?',
  remedyUntil: (on: string) => `Dat kan tot en met ${day('nl', on)}.`,
  remedyPast: (on: string) => `Dat kon tot en met ${day('nl', on)}.`,
  remedySent: 'Dat kan binnen zes weken na de dag waarop u de brief kreeg toegestuurd.',
  objectTo: (body: string, city: string) => `Richt uw bezwaar aan ${body} van ${city}.`,
  objectWhere: (place: string) => `Stuur of breng het naar: ${place}.`,
  objectCall: (phone: string) => `Vragen? Bel ${phone}.`,
  aboutAnswer: (on: string) => `Over ons antwoord van ${day('nl', on)}`,
  ground: 'De reden om dit niet te doen',
  lateCourt: 'Twee weken nadat u ons dat liet weten, kunt u naar de rechter. Dat staat dan hier, met de dag.',
  lateCourtFrom: (from: string) => `U kunt naar de rechter vanaf ${day('nl', from)}, als wij dan nog niet besloten.`,
  letterTitle: 'Brief met ons antwoord',
  letterLink: 'Print dit antwoord als brief',
  letterHow: 'Print deze pagina of sla die op. De brief blijft hier tot wij alles wissen.',
  letterAbout: (title: string) => `Ons antwoord op uw verzoek: ${title}`,
  decidedBy: (controller: string, position: string) => `Dit besluit is namens ${controller}, door: ${position}.`,
  passedTo: (to: string) => `Wij stuurden het door naar: ${to}`,
  agree: (until: string) => `Mag de termijn stilstaan tot en met ${day('nl', until)}?`,
  agreeHint: 'Het hoeft niet. Die dagen komen er bij ons bij, dus u krijgt later antwoord.',
  agreeYes: 'Ja, dat vind ik goed',
  agreeNo: 'Nee, laat de termijn doorlopen',
  held: (until: string) =>
    'Wij wissen dit nog niet: er loopt bezwaar, beroep of een klacht. ' +
    `Het wissen wacht tot en met ${day('nl', until)}. Duurt het langer, dan leest u hier de nieuwe dag.`,
}

const en: typeof nl = {
  receivedOn: 'We received this on',
  late: (on) => `You should have had an answer by ${day('en', on)}. We did not manage that.`,
  lateDo: 'We are too late. This is what you can do:',
  lateNotice: 'Tell us that we are late (a notice of default), with the button below or in a letter.',
  lateMoney:
    'Two weeks later a penalty begins to run: first 23 euros a day, 1,442 euros at most in all. ' +
    'The municipality then decides whether you get it.',
  lateNoMoney: 'With this request you get no penalty.',
  lateButton: 'You are late',
  owed: (euros, days) =>
    'This is the calculation of the penalty: ' +
    `${number('en', euros)} euros, for ${days === 1 ? '1 day' : `${days} days`}.`,
  owedFrom: (from) => `You let us know that we are late. After ${day('en', from)} each day counts for a penalty.`,
  owedUntil: (until) => `Something is added each day, until ${day('en', until)} at most.`,
  owedDecide: (by) =>
    `The municipality decides by ${day('en', by)} at the latest whether you get the penalty. ` +
    'If you do, you have the money within six weeks of that decision.',
  owedNothing: 'You let us know that we were late. Our answer came within two weeks of that: so no penalty began.',
  owedYes: (on, paid) =>
    `On ${day('en', on)} we decided that you get this penalty. You have the money by ${day('en', paid)}.`,
  owedNo: (on, why) => `On ${day('en', on)} we decided that you get no penalty: ${why}.`,
  owedObject: 'If you disagree, you can object.',
  owedAbout: 'About the penalty',
  remedies: 'Do you disagree with the answer?',
  remedyUntil: (on) => `You can until ${day('en', on)}.`,
  remedyPast: (on) => `You could until ${day('en', on)}.`,
  remedySent: 'You can within six weeks of the day on which the letter was sent to you.',
  objectTo: (body, city) => `Address your objection to ${body} of ${city}.`,
  objectWhere: (place) => `Send or bring it to: ${place}.`,
  objectCall: (phone) => `Questions? Call ${phone}.`,
  aboutAnswer: (on) => `About our answer of ${day('en', on)}`,
  ground: 'The reason not to do this',
  lateCourt: 'Two weeks after you told us so, you can go to court. It then says so here, with the day.',
  lateCourtFrom: (from) => `You can go to court from ${day('en', from)}, if we have not decided by then.`,
  letterTitle: 'Letter with our answer',
  letterLink: 'Print this answer as a letter',
  letterHow: 'Print this page or keep it. The letter stays here until we erase everything.',
  letterAbout: (title) => `Our answer to your request: ${title}`,
  decidedBy: (controller, position) => `This was decided on behalf of ${controller}, by: ${position}.`,
  passedTo: (to) => `We passed it on to: ${to}`,
  agree: (until) => `May the term stand still until ${day('en', until)}?`,
  agreeHint: 'You do not have to. We get those days more, so your answer comes later.',
  agreeYes: 'Yes, that is fine',
  agreeNo: 'No, let the term run on',
  held: (until) =>
    'We do not erase this yet: there is an objection, an appeal or a complaint. ' +
    `Erasing waits until ${day('en', until)}. If it takes longer, you read the new day here.`,
}

/** The words in a language. */
export const late = (lang: Lang): typeof nl => ({ nl, en })[lang]
