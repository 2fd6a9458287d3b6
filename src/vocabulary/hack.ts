/** A hack event: what may be, what may not, and what a supplier agreed to. The rules are data, with a version. */

export const CONSENT_STATES = {
  asked: 'gevraagd',
  given: 'gegeven',
  refused: 'geweigerd',
  withdrawn: 'ingetrokken',
} as const
export type ConsentState = keyof typeof CONSENT_STATES

/** Days after a hack event at which somebody looks again at what was found; up to the last a report can be of it. */
export const FOLLOW_UP_DAYS = [30, 60, 90] as const
/** Days before it at which a consent that is not there yet is asked about. */
export const CONSENT_ASKED_BEFORE = 14
/** Days after it at which names of who signed for a supplier go. */
export const FORGET_SIGNERS_AFTER_DAYS = 730
/** Days after it at which the stop phone and whose it is go: once the last look was asked for. */
export const FORGET_STOP_AFTER_DAYS = 90
/** Systems that one hack event may look at. */
export const MOST_TARGETS = 40

/** Raised when the rules below say something else: a consent names the version that was agreed to. */
export const HACK_RULES_VERSION = 1
/** What is told of a hack event, under these rules: who signed for others has yet to answer, so nothing is in scope. */
export const underRules = <
  T extends { readonly agreed: boolean; readonly scope: readonly { readonly rules: number }[] },
>(
  told: T,
  version: number = HACK_RULES_VERSION,
): T => (told.scope.every(({ rules }) => rules === version) ? told : { ...told, agreed: false, scope: [] })
type Rule = { readonly nl: string; readonly en: string }
type Part = 'may' | 'never' | 'report' | 'promise'
export const HACK_RULES: Readonly<Record<Part, readonly Rule[]>> = {
  may: [
    {
      nl: 'U zoekt alleen in de systemen op de lijst, en alleen in de tijd die erbij staat.',
      en: 'You look only in the systems on the list, and only in the time that stands with each.',
    },
    {
      nl: 'U gaat niet verder dan nodig is om de zwakke plek te laten zien.',
      en: 'You go no further than is needed to show the weakness.',
    },
    {
      nl: 'Zegt iemand stop, of belt de stoptelefoon? Dan stopt u meteen.',
      en: 'Does somebody say stop, or does the stop phone ring? Then you stop at once.',
    },
  ],
  never: [
    {
      nl: 'U valt elkaar niet aan, en ook bezoekers en het netwerk van de plek niet.',
      en: 'You do not attack each other, nor visitors or the network of the place.',
    },
    {
      nl: 'U legt niets plat en u maakt niets kapot. U verandert of wist geen gegevens.',
      en: 'You take nothing down and break nothing. You change or delete no data.',
    },
    {
      nl: 'U bewaart geen gegevens van mensen. Ziet u ze toch? Dan stopt u, meldt u het en wist u ze.',
      en: 'You keep no data of people. Do you see them all the same? Then you stop, report it and delete them.',
    },
    {
      nl: 'U misleidt geen medewerkers: geen nepbericht, geen smoes, geen bezoek aan een kantoor.',
      en: 'You deceive no staff: no false message, no excuse, no visit to an office.',
    },
    {
      nl: 'U laat niets achter: geen achterdeur, geen account, geen bestand.',
      en: 'You leave nothing behind: no back door, no account, no file.',
    },
    {
      nl: 'U maakt niets openbaar voordat het is hersteld en wij samen een dag kozen.',
      en: 'You make nothing public before it was mended and we chose a day together.',
    },
  ],
  report: [
    {
      nl: 'U meldt alles op één plek: bij de zwakke plekken op deze site. Noem daar het evenement.',
      en: 'You report everything in one place: with the weaknesses on this site. Name the event there.',
    },
    {
      nl: 'U schrijft wat u vond, hoe wij het nadoen, en wat volgens u helpt.',
      en: 'You write what you found, how we reproduce it, and what you think helps.',
    },
    {
      nl: 'Vonden er meer mensen hetzelfde? Dan telt wie het eerst meldde.',
      en: 'Did more people find the same? Then whoever reported first counts.',
    },
  ],
  promise: [
    {
      nl: 'Wie zich aan de regels houdt, klagen wij niet aan. De leveranciers op de lijst ook niet.',
      en: 'Against who keeps the rules we take no legal steps. Nor do the suppliers on the list.',
    },
    {
      nl: 'Op de plek is iemand die een systeem mag laten uitzetten.',
      en: 'On the spot is somebody who may have a system switched off.',
    },
    {
      nl: 'Na 30, 60 en 90 dagen kijken wij wat is hersteld. U leest het hier.',
      en: 'After 30, 60 and 90 days we look what was mended. You read it here.',
    },
    {
      nl: 'Wij bedanken u met uw naam als u dat wilt, en anders zonder.',
      en: 'We thank you by name if you want that, and otherwise without.',
    },
  ],
}
