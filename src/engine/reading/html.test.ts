import { expect, test } from 'vitest'
import { readHtml } from './html.ts'

const BASE = 'https://www.voorbeeld.nl/map/'
const textOf = (html: string) => readHtml(html, BASE).text

test('reads the text a reader gets, with words apart where blocks part them', () => {
  expect(textOf('<title>Niet dit</title><h1>Wel\n  dit</h1><p>Ge<b>meen</b>te</p><ul><li>een<li>twee</ul>')).toBe(
    'Wel dit Gemeente een twee',
  )
})

test('reads nothing of scripts, styles, templates, pictures and what is hidden', () => {
  expect(
    textOf(`a<script>if (1 < 2) document.write('<p>x</p>')</script><style>p { }</style><template><p>t<template>u</template></p></template>
    <svg><title>pic</title><style/><text>x</text></svg><div hidden>h<div>i</div></div><div style="display: none">n</div>z`),
  ).toBe('a z')
})

test('reads on after a picture that closes itself', () => {
  expect(textOf('<svg/>na')).toBe('na')
})

test('reads noscript: there is no script here', () => {
  expect(textOf('<noscript>Zonder <b>script</b></noscript>')).toBe('Zonder script')
})

test('gives the language of the document and only of the document', () => {
  expect(readHtml('<!doctype html><html lang="nl-NL"><p lang=en>x', BASE).lang).toBe('nl-NL')
  expect(readHtml('<p lang=en>x', BASE).lang).toBeNull()
  expect(readHtml('<html lang="">x', BASE).lang).toBeNull()
})

test('gives links with their whole address and the words in them', () => {
  expect(
    readHtml(
      '<a href="../privacy"> Privacy<b>verklaring</b> </a><a href="/c"><img alt="Contact"></a><a href=//a.nl ' +
        'aria-label=Elders></a><a name=x>geen</a><a href="mailto:a@b.nl">mail',
      BASE,
    ).links,
  ).toEqual([
    { href: 'https://www.voorbeeld.nl/privacy', text: 'Privacyverklaring' },
    { href: 'https://www.voorbeeld.nl/c', text: 'Contact' },
    { href: 'https://a.nl/', text: 'Elders' },
    { href: 'mailto:a@b.nl', text: 'mail' },
  ])
  expect(readHtml('<base href="https://b.nl/x/"><a href=y>y</a>', BASE).links[0]?.href).toBe('https://b.nl/x/y')
})

test('keeps text within its bound but counts all of it, without U+0000 or half characters', () => {
  const { text, textLength } = readHtml(`<p>${'a\u0000'.repeat(100)}😀`, BASE, 101)
  expect(textLength).toBe(102)
  expect(text.length).toBe(101)
  expect(text.isWellFormed()).toBe(true)
  expect(text).not.toContain('\u0000')
})

const links = (html: string, xml = false) =>
  readHtml(html, BASE, 40_000, xml).links.map(({ href, text }) => `${href.replace(BASE, '')} ${text}`)
const targets = (html: string) =>
  readHtml(html, BASE).forms.map(({ method, action, fields }) =>
    [method, action.replace(BASE, ''), ...fields.map(({ name, type, label }) => `${name}:${type}:${label}`)].join(' '),
  )

test('reads a declarative shadow root, and links in what is hidden, but not its words', () => {
  expect(textOf('<x-a><template shadowrootmode=open><p>in</p></template></x-a><template><p>niet</template>')).toBe('in')
  const hidden = '<div hidden><div><a href=x>Menu</a></div></div><p>na'
  expect(links(hidden)).toEqual(['x Menu'])
  expect(textOf(hidden)).toBe('na')
})

test('reads words as they are typed', () => {
  expect(links('<a href=p>privacy&shy;verklaring</a><a href=c>contact&#8209;opnemen')).toEqual([
    'p privacyverklaring',
    'c contact-opnemen',
  ])
  expect(textOf('+31&nbsp;(0)71 &ndash; 516&#8239;50&#8239;00')).toBe('+31 (0)71 - 516 50 00')
})

test('reads what pictures and labels say of a link', () => {
  const html =
    '<a href=1><svg><title>Zoeken</title><path/></svg></a><a href=2 aria-label="Lees over afval">Lees</a>' +
    '<a href=3><span aria-label="Privacy"></span></a><A HREF="4" TITLE="Nieuws"></A><area href=5 alt=Kaart>'
  expect(links(html)).toEqual(['1 Zoeken', '2 Lees Lees over afval', '3 Privacy', '4 Nieuws', '5 Kaart'])
  expect(textOf('<svg><title>Zoeken</title></svg>x')).toBe('x')
})

test('reads XHTML by the rules of XML', () => {
  const html = '<p>a<script src="x"/>b <![CDATA[c & d]]></p><a href="y"><title/>e</a><div hidden="hidden"/>f'
  expect(readHtml(html, BASE, 40_000, true).text).toBe('a b c & d e f')
  expect(links(html, true)).toEqual(['y e'])
  expect(readHtml('<html xml:lang="fy"><p>x</p></html>', BASE, 9, true).lang).toBe('fy')
  expect(readHtml('<html lang="nl" xml:lang="fy"><p>x</p></html>', BASE, 9, true).lang).toBe('fy')
  expect(readHtml('<html lang="nl" xml:lang="fy"><p>x</p></html>', BASE).lang).toBe('nl')
  expect(readHtml('<html xml:lang="fy"><p>x</p></html>', BASE).lang).toBeNull()
})

test('tells what a field says of itself, and what the page says of the referrer', () => {
  const html =
    '<meta name=Referrer content=no-referrer><form role=search><input type=tel name=nr id=huis autocomplete=off ' +
    'pattern="[0-9]{1,5}" maxlength=5><input name=a id=a maxlength=-1 required><input name=b aria-required=true><input name=c aria-required=false></form>'
  expect(readHtml(html, BASE)).toMatchObject({
    referrer: ['no-referrer'],
    forms: [
      {
        search: true,
        fields: [
          { name: 'nr', type: 'tel', label: '', id: 'huis', autocomplete: 'off', pattern: '[0-9]{1,5}', maxLength: 5 },
          { name: 'a', type: 'text', label: '', required: true },
          { name: 'b', type: 'text', label: '', required: true },
          { name: 'c', type: 'text', label: '' },
        ],
      },
    ],
  })
})

test('knows forms with all their fields and every address they may be sent to', () => {
  expect(
    targets(`<form id=f action=een method=POST><label>Naam <input name=naam></label><button>Stuur</button>
      <button formaction=twee formmethod=get>Zoek</button><button type=button formaction=nooit>Nee</button></form>
      <label for=m>E-mail</label><input id=m form=f type=EMAIL><textarea form=g name=los></textarea>
      <form action=""><input name=x placeholder=Typ type=hidden><label>Land <select name=y><option>Nederland</select></label></form>`),
  ).toEqual(['post een naam:text:Naam m:email:E-mail', 'get twee naam:text:Naam m:email:E-mail', 'get  y:select:Land'])
  expect(targets('<base href="/elders/"><form action=""><input name=a></form><form action=b><input name=c>')).toEqual([
    'get  a:text:',
    'get https://www.voorbeeld.nl/elders/b c:text:',
  ])
})
