/** Questions about cookies: of a company that asks for many sites, and those that sites made themselves. */
import { writtenString } from '../consent-strings.ts'

const yes = writtenString({ purposes: [1, 8], partners: [11] })
const no = writtenString({ claimed: [7] })

/**
 * Asks, and only then runs what waits under type="text/plain" data-na-toestemming. Both answers are equally easy, and a
 * button `data-cookievraag` asks again: a no then takes away what the yes had left. What was
 * chosen it tells others as IAB Europe has it, when they ask or (`kept`) in a cookie: before a choice, and after a no,
 * nothing but an interest that one of them claims by itself.
 */
export const asksFirst = (kept: boolean): string => `(() => {
  const [kept, yes, no] = [${kept}, '${yes}', '${no}']
  const keep = (name, value) => {
    document.cookie = name + '=' + value + '; Max-Age=15552000; Path=/; Secure; SameSite=Lax'
  }
  const run = () => document.querySelectorAll('script[data-na-toestemming]').forEach(waiting => {
    const tag = document.createElement('script')
    tag.src = waiting.dataset.naToestemming
    document.head.append(tag)
  })
  const answer = choice => {
    keep('cookievraag', choice)
    if (kept) keep('euconsent-v2', choice === 'ja' ? yes : no)
    box.remove()
    if (choice === 'ja') run()
    else for (const name of ['_ga', '_gid']) document.cookie = name + '=; Max-Age=0; Path=/; SameSite=Lax'
  }
  const box = document.createElement('section')
  box.setAttribute('aria-label', 'Cookievraag')
  box.style.cssText = 'position:fixed;bottom:0;left:0;right:0;background:#fff;color:#222;padding:16px'
  box.innerHTML = '<p>Mogen wij bijhouden hoe u deze site gebruikt? Zonder uw toestemming doen wij dat niet.</p>'
  for (const [choice, label] of [['nee', 'Nee, weiger'], ['ja', 'Ja, dat mag']]) {
    const button = document.createElement('button')
    button.textContent = label
    button.style.cssText = 'background:#222;color:#fff;border:0;padding:12px 24px;margin-right:16px;font-size:16px'
    button.onclick = () => answer(choice)
    box.append(button)
  }
  document.querySelectorAll('[data-cookievraag]').forEach(door => { door.onclick = () => document.body.append(box) })
  const said = choice => document.cookie.includes('cookievraag=' + choice)
  if (!kept) window.__tcfapi = (command, version, told) => told({ tcString: said('ja') ? yes : no }, true)
  if (said('ja')) return run()
  if (!said('nee')) document.body.append(box)
})()`

/**
 * A question that takes nothing but a yes, after which the pixel of an advertiser comes. `keeps`: the cookie with the
 * answer; `place`: where it stands, as style; `says`: what it asks; `beside`: what stands beside its button.
 */
export const takesOnlyYes = ({
  keeps,
  place,
  says,
  beside = '',
}: {
  readonly keeps: string
  readonly place: string
  readonly says: string
  readonly beside?: string
}): string => `<script>(() => {
  const run = () => document.head.append(
    Object.assign(document.createElement('script'), { src: 'https://reclamenet.test/fbevents.js' }))
  if (document.cookie.includes('${keeps}=ja')) return run()
  const box = document.createElement('section')
  box.setAttribute('aria-label', 'Cookies')
  box.style.cssText = 'position:fixed;${place};background:#fff;color:#222'
  box.innerHTML = '<p>${says}</p><button type="button">Akkoord</button> ${beside}'
  box.querySelector('button').style.cssText = 'background:#222;color:#fff;border:0;padding:12px 24px;font-size:16px'
  for (const link of box.querySelectorAll('a')) link.style.cssText = 'display:inline-block;padding:12px;color:#2b2b68'
  box.querySelector('button').onclick = () => {
    document.cookie = '${keeps}=ja; Max-Age=15552000; Path=/; Secure; SameSite=Lax'
    box.remove()
    run()
  }
  document.body.append(box)
})()</script>\n`
