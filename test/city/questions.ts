/** Questions about cookies that sites of Sluiswijk made themselves. */

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
