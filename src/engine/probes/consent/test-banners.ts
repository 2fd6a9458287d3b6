/**
 * Test support: questions for consent as sites have them, bought and made at home, with the truth of each; and what
 * looks like one and is none. Names of elements are those that the programs give; everything else is made up.
 */

type Planted = {
  readonly name: string
  readonly html: string
  /** How refusing ends, and in how many presses. */
  readonly refused: 'gone' | 'no-way' | 'stayed'
  readonly presses?: number
  /** How agreeing ends; `gone` unless told otherwise. */
  readonly accepted?: 'no-way' | 'stayed'
  /** The program, as it is to be named. */
  readonly tool?: string
}

const LINES: Readonly<Record<string, string>> = {
  bar: 'position:fixed;bottom:0;left:0;right:0;background:#fff;color:#222;padding:16px',
  modal:
    'position:fixed;inset:0;margin:auto;width:560px;height:320px;background:#fff;color:#222;padding:16px;z-index:9',
  plain: 'background:#eee;padding:16px',
}
const SAYS =
  '<p>Wij gebruiken cookies om te zien hoe u onze site gebruikt en om reclame te maken. Kiest u zelf maar.</p>'
const SAYS_EN = '<p>We and our partners use cookies to measure this site and to show you advertising you may like.</p>'
/** Keeps the choice, and takes the question away. */
const SCRIPT = (shell: string) => `<script>
  const shell = () => document.querySelector('${shell}')
  const kies = (what) => { document.cookie = 'keuze=' + what + ';path=/;max-age=9999'; shell()?.remove() }
  if (/keuze=/.test(document.cookie)) shell()?.remove()
</script>`
const question = (open: string, inside: string, shell: string, close = '</div>') =>
  `${open}${inside}${close}${SCRIPT(shell)}`
const button = (text: string, act: string, more = '') =>
  `<button type="button" ${more} onclick="${act}">${text}</button>`
const YES = `kies('ja')`
const NO = `kies('nee')`
const layer = (id: string, inside: string) => `<div id="${id}" hidden>${inside}</div>`
const opens = (id: string) => `document.getElementById('${id}').hidden = false`
const box = (label: string, more = '') => `<label><input type="checkbox" ${more}> ${label}</label> `
const bar = (inside: string, style = LINES['bar']) =>
  question(`<div id="vraag" style="${style}">`, SAYS + inside, '#vraag')

export const PLANTED: readonly Planted[] = [
  {
    name: 'Cookiebot',
    html: question(
      `<div id="CybotCookiebotDialog" role="dialog" style="${LINES['modal']}"><h2>Deze website maakt ` +
        'gebruik van cookies</h2>',
      SAYS +
        button('Weigeren', NO, 'id="CybotCookiebotDialogBodyButtonDecline"') +
        button('Aanpassen', '', 'id="CybotCookiebotDialogBodyLevelButtonCustomize"') +
        button('Alles toestaan', YES, 'id="CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll"'),
      '#CybotCookiebotDialog',
    ),
    refused: 'gone',
    presses: 1,
    tool: 'Cookiebot',
  },
  {
    name: 'OneTrust, with a pale dark layer behind it',
    html: question(
      `<div id="onetrust-consent-sdk"><div style="position:fixed;inset:0;background:#0008"></div><div ` +
        `id="onetrust-banner-sdk" role="region" aria-label="Cookiebanner" style="${LINES['bar']};z-index:3">`,
      SAYS_EN +
        button('Cookie Settings', '', 'id="onetrust-pc-btn-handler"') +
        button('Reject All', NO, 'id="onetrust-reject-all-handler"') +
        button('Accept All Cookies', YES, 'id="onetrust-accept-btn-handler"'),
      '#onetrust-consent-sdk',
      '</div></div>',
    ),
    refused: 'gone',
    presses: 1,
    tool: 'OneTrust',
  },
  {
    name: 'CookieYes',
    html: question(
      `<div class="cky-consent-container" style="${LINES['bar']}"><div class="cky-consent-bar">`,
      SAYS +
        button('Aanpassen', '', 'data-cky-tag="settings-button"') +
        button('Alles afwijzen', NO, 'data-cky-tag="reject-button"') +
        button('Alles accepteren', YES, 'data-cky-tag="accept-button"'),
      '.cky-consent-container',
      '</div></div>',
    ),
    refused: 'gone',
    presses: 1,
    tool: 'cookieyes',
  },
  {
    name: 'Complianz, with choices to open',
    html: question(
      `<div id="cmplz-cookiebanner-container"><div class="cmplz-cookiebanner cmplz-show" style="${LINES['modal']}">`,
      SAYS +
        button('Accepteren', YES, 'class="cmplz-btn cmplz-accept"') +
        button('Bekijk voorkeuren', opens('soorten'), 'class="cmplz-btn cmplz-view-preferences"') +
        layer(
          'soorten',
          box('Functioneel', 'checked disabled') +
            box('Marketing') +
            button('Voorkeuren opslaan', NO, 'class="cmplz-save-preferences"'),
        ),
      '#cmplz-cookiebanner-container',
      '</div></div>',
    ),
    refused: 'gone',
    presses: 2,
    tool: 'Complianz banner',
  },
  {
    name: 'Cookiefirst',
    html: question(
      `<div class="cookiefirst-root" style="${LINES['modal']}">`,
      SAYS +
        button('Alle cookies accepteren', YES, 'data-cookiefirst-action="accept"') +
        button('Alle cookies weigeren', NO, 'data-cookiefirst-action="reject"'),
      '.cookiefirst-root',
    ),
    refused: 'gone',
    presses: 1,
    tool: 'cookiefirst.com',
  },
  {
    name: 'Usercentrics, in a shadow root',
    html: `<div id="usercentrics-root"></div>${SCRIPT('#usercentrics-root')}<script>{
  const host = document.querySelector('#usercentrics-root')
  if (host) {
    const root = host.attachShadow({ mode: 'open' })
    root.innerHTML = '<div style="${LINES['bar']}"><p>Wij gebruiken diensten van anderen en cookies. U kiest.</p>' +
      '<button data-testid="uc-deny-all-button">Weigeren</button>' +
      '<button data-testid="uc-accept-all-button">Alles accepteren</button></div>'
    root.querySelector('[data-testid=uc-deny-all-button]').onclick = () => ${NO}
    root.querySelector('[data-testid=uc-accept-all-button]').onclick = () => ${YES}
  }
}</script>`,
    refused: 'gone',
    presses: 1,
    tool: 'Usercentrics',
  },
  {
    name: 'Didomi, refusing as a small link in the corner',
    html: question(
      `<div id="didomi-host"><div id="didomi-popup" style="${LINES['modal']}">`,
      `<span class="didomi-continue-without-agreeing" style="cursor:pointer" onclick="${NO}">Doorgaan zonder te accepteren →</span>` +
        SAYS +
        button('Meer weten', '', 'id="didomi-notice-learn-more-button"') +
        button('Akkoord en sluiten', YES, 'id="didomi-notice-agree-button"'),
      '#didomi-host',
      '</div></div>',
    ),
    refused: 'gone',
    presses: 1,
    tool: 'didomi',
  },
  {
    name: 'Iubenda',
    html: question(
      `<div id="iubenda-cs-banner" style="${LINES['bar']}"><div class="iubenda-cs-container">`,
      SAYS_EN +
        button('Reject', NO, 'class="iubenda-cs-reject-btn"') +
        button('Accept', YES, 'class="iubenda-cs-accept-btn"'),
      '#iubenda-cs-banner',
      '</div></div>',
    ),
    refused: 'gone',
    presses: 1,
    tool: 'iubenda',
  },
  {
    name: 'Quantcast',
    html: question(
      `<div id="qc-cmp2-container"><div id="qc-cmp2-ui" role="dialog" style="${LINES['modal']}">`,
      '<h2>We value your privacy</h2>' +
        SAYS_EN +
        button('MORE OPTIONS', '', '') +
        button('DISAGREE', NO, 'id="disagree-btn"') +
        button('AGREE', YES, 'id="accept-btn"'),
      '#qc-cmp2-container',
      '</div></div>',
    ),
    refused: 'gone',
    presses: 1,
    tool: 'quantcast',
  },
  {
    name: 'a program whose button says nothing that we know; its rule does',
    html: question(
      `<div class="cky-consent-container" style="${LINES['bar']}">`,
      SAYS +
        button('Liever rauwkost', NO, 'data-cky-tag="reject-button"') +
        button('Top, doen!', YES, 'data-cky-tag="accept-button"'),
      '.cky-consent-container',
    ),
    refused: 'gone',
    presses: 1,
    tool: 'cookieyes',
  },
  {
    name: 'a program whose rule presses what does nothing, while its words refuse',
    html: question(
      `<div class="cky-consent-container" style="${LINES['bar']}">`,
      SAYS +
        button('Hm', '', 'data-cky-tag="reject-button"') +
        button('Instellingen', opens('meer')) +
        layer('meer', button('Alles weigeren', NO)) +
        button('Akkoord', YES, 'data-cky-tag="accept-button"'),
      '.cky-consent-container',
    ),
    refused: 'gone',
    presses: 2,
    tool: 'cookieyes',
  },
  {
    name: 'home-made, at the bottom',
    html: bar(button('Accepteren', YES) + button('Weigeren', NO)),
    refused: 'gone',
    presses: 1,
  },
  {
    name: 'home-made, in English, at the top',
    html: question(
      '<div class="cookie-consent" style="position:sticky;top:0;background:#ffd;padding:16px">',
      SAYS_EN + button('Allow all cookies', YES) + button('Only necessary cookies', NO),
      '.cookie-consent',
    ),
    refused: 'gone',
    presses: 1,
  },
  {
    name: 'a wall over the whole page',
    html: bar(
      button('Ik ga akkoord', YES) + button('Alleen noodzakelijke cookies', NO),
      'position:fixed;inset:0;background:#fff;padding:200px',
    ),
    refused: 'gone',
    presses: 1,
  },
  {
    name: 'a wall without a way round it',
    html: bar(button('Akkoord en verder', YES), 'position:fixed;inset:0;background:#fff;padding:200px'),
    refused: 'no-way',
  },
  {
    name: 'agree or pay',
    html: bar(
      button('Accepteren', YES) + button('Weigeren en abonneren voor € 4', NO),
      'position:fixed;inset:0;background:#fff;padding:200px',
    ),
    refused: 'no-way',
  },
  {
    name: 'a notice that takes going on as a yes',
    html: question(
      `<div id="vraag" style="${LINES['bar']}">`,
      '<p>Door verder te gaan op deze site gaat u akkoord met onze cookies.</p>' + button('OK', YES),
      '#vraag',
    ),
    refused: 'no-way',
  },
  {
    name: 'in a frame of another domain',
    html: `<iframe src="{other}/vraag-in-kader" id="k" title="Cookies" style="position:fixed;bottom:0;left:40px;width:600px;height:220px">
</iframe>${SCRIPT('#k')}<script>addEventListener('message', ({ data }) => kies(data))</script>`,
    refused: 'gone',
    presses: 1,
  },
  {
    name: 'a dialog that the browser lays on top',
    html: `<dialog id="vraag">${SAYS}${button('Alles weigeren', NO)}${button('Alles accepteren', YES)}</dialog>
${SCRIPT('#vraag')}<script>shell()?.showModal()</script>`,
    refused: 'gone',
    presses: 1,
  },
  {
    name: 'two steps: refusing stands behind the choices',
    html: bar(
      button('Accepteren', YES) + button('Meer opties', opens('meer')) + layer('meer', button('Alles weigeren', NO)),
    ),
    refused: 'gone',
    presses: 2,
  },
  {
    name: 'three steps',
    html: bar(
      button('Accepteren', YES) +
        button('Instellingen', `${opens('een')};this.remove()`) +
        layer('een', button('Voorkeuren aanpassen', opens('twee')) + layer('twee', button('Alles weigeren', NO))),
    ),
    refused: 'gone',
    presses: 3,
  },
  {
    name: 'ticked beforehand',
    html: bar(
      box('Noodzakelijk', 'checked disabled') +
        box('Statistieken', 'checked') +
        box('Marketing', 'checked') +
        button('Selectie toestaan', `kies([...document.querySelectorAll('input:checked')].length)`) +
        button('Alles toestaan', YES),
    ),
    refused: 'gone',
    presses: 3,
  },
  {
    name: 'refusing does nothing: the question stays',
    html: bar(button('Accepteren', YES) + button('Weigeren', `document.cookie = 'keuze2=nee'`)),
    refused: 'stayed',
  },
  {
    name: 'refusing loads the page anew',
    html: bar(
      button('Accepteren', YES) + button('Weigeren', `document.cookie = 'keuze=nee;path=/'; location.reload()`),
    ),
    refused: 'gone',
    presses: 1,
  },
  {
    name: 'links in the place of buttons',
    html: bar(
      `<a href="#" onclick="${YES}">Accepteer alle cookies</a> <a href="#" onclick="${NO}">Cookies weigeren</a>`,
    ),
    refused: 'gone',
    presses: 1,
  },
  {
    name: 'nothing but a hand of the mouse',
    html: bar(
      `<div style="cursor:pointer" id="j">Akkoord</div><div style="cursor:pointer" id="n">Niet akkoord</div>`,
    ).replace(
      '</script>',
      `;document.getElementById('j')?.addEventListener('click', () => ` +
        `${YES});document.getElementById('n')?.addEventListener('click', () => ${NO})</script>`,
    ),
    refused: 'gone',
    presses: 1,
  },
  {
    name: 'a question that comes after two seconds',
    html: `<template id="t"><div id="vraag" style="${LINES['bar']}">${SAYS}${button('Accepteren', YES)}${button('Weigeren', NO)}</div></template>
${SCRIPT('#vraag')}<script>setTimeout(() => {
  if (!/keuze=/.test(document.cookie)) document.body.append(document.querySelector('#t').content.cloneNode(true))
}, 2000)</script>`,
    refused: 'gone',
    presses: 1,
  },
  {
    name: 'a line at the top of the page, named so',
    html: question(
      `<div class="cookiebar" style="${LINES['plain']}">`,
      SAYS + button('Prima', YES) + button('Liever niet', NO),
      '.cookiebar',
    ),
    refused: 'gone',
    presses: 1,
  },
  {
    name: 'a picture as the cross, and only agreeing beside it',
    html: bar(button('Ja, ik accepteer cookies', YES) + button('×', `shell().remove()`)),
    refused: 'no-way',
  },
]

const over = (inside: string) => `<div role="dialog" style="${LINES['modal']}">${inside}</div>`

/** What lies over a page, or speaks of cookies, and asks for no consent. */
export const MISSES: readonly { readonly name: string; readonly html: string }[] = [
  { name: 'a page that asks nothing', html: '<p>Welkom bij de bakker.</p>' },
  {
    name: 'a newsletter that asks for an address',
    html: over(`<p>Meld u aan voor onze nieuwsbrief. U geeft toestemming om u te mailen; zie ons cookiebeleid.</p>
      <input type="email"><button>Ja, graag</button><button>Nee, bedankt</button>`),
  },
  {
    name: 'an age question',
    html: over(`<p>Bent u 18 jaar of ouder? Wij bewaren uw antwoord in een cookie.</p><button>Ja, ik ben 18 jaar</button>
      <button>Ik ben jonger dan 18 jaar</button>`),
  },
  {
    name: 'a sign-in',
    html: over(`<p>Log in op uw account. Wij gebruiken daarvoor een cookie.</p><input type="text"><input type="password">
      <button>Akkoord</button><button>Inloggen</button>`),
  },
  {
    name: 'a chat bubble',
    html: `<div style="position:fixed;bottom:9px;right:9px"><p>Hallo! Kan ik helpen?</p><button>Ja</button>
      <button>Nee</button></div>`,
  },
  {
    name: 'a page about cookies, linked at the foot',
    html: '<footer><a href="/cookies">Cookiebeleid</a> <a href="/privacy">Privacy</a></footer>',
  },
  {
    name: 'a map that waits for a yes of its own',
    html: `<main><div class="map-consent"><p>Deze kaart plaatst cookies. Wilt u de kaart laden?</p>
      <button>Kaart laden</button><button>Accepteren</button></div></main>`,
  },
  {
    name: 'a film in the place of which stands a question',
    html: `<main><section class="cookie-placeholder"><p>Accepteer marketingcookies om deze film te zien.</p>
      <button>Accepteren</button></section></main>`,
  },
  {
    name: 'a page of recipes for cookies, with a sticky bar',
    html: `<p>Bak zelf cookies.</p><div style="position:sticky;top:0"><p>Recepten voor cookies en taart, elke week</p>
      <button>Zoeken</button></div>`,
  },
  {
    name: 'an order that is agreed to and paid',
    html: `<div style="position:fixed;bottom:0"><p>Uw bestelling. Wij verwerken uw gegevens volgens ons cookiebeleid.</p>
      <button>Bestel nu</button><button>Akkoord met voorwaarden en betalen</button></div>`,
  },
  {
    name: 'a film in a frame among the words, that asks for its own maker',
    html: `<main><p>Kijk hoe wij bakken.</p><iframe src="{other}/vraag-van-een-ander" width="600" height="400" title="Film">
      </iframe></main>`,
  },
  {
    name: 'a window to talk in, that floats and asks for its own maker',
    html: `<iframe src="{other}/vraag-van-een-ander" title="Chat" style="position:fixed;bottom:0;right:0;width:400px;height:300px">
      </iframe>`,
  },
  {
    name: 'a button that only opens the settings',
    html: '<button style="position:fixed;bottom:0" class="cookie">Cookie-instellingen</button>',
  },
]
