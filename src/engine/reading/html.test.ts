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

test.each([
  ['20,000 nested elements', '<div>'.repeat(20_000) + 'diep' + '</div>'.repeat(20_000)],
  ['600,000 nested elements', '<div>'.repeat(600_000) + 'diep'],
  ['formatting that never closes', '<a><b><i>'.repeat(300_000) + 'diep'],
  ['a million attributes', `<p ${Array.from({ length: 400_000 }, (_, at) => `a${at.toString(36)}`).join(' ')}>diep`],
  ['one attribute of 3 MB', `<p title="${'x'.repeat(3_000_000)}">diep`],
  ['nothing but less-than signs', '<'.repeat(3_000_000) + ' diep'],
  ['nothing but ampersands', '&'.repeat(1_500_000) + ' diep'],
  ['comments that open and open', '<!--x'.repeat(300_000) + '-->diep'],
  ['links in links', '<a href=/x>'.repeat(200_000) + 'diep'],
  ['wide links', `<a href=/x>${'<i></i>'.repeat(400_000)}</a>diep`],
  ['nothing but white space', `${' \n'.repeat(1_500_000)}diep`],
])('is done with %s in good time', (_, html) => {
  const begun = performance.now()
  const read = readHtml(html, BASE)
  expect(read.textLength).toBeGreaterThan(3)
  expect(read.links.length).toBeLessThanOrEqual(1_000)
  expect(performance.now() - begun).toBeLessThan(6_000)
})
