/** Names of files: what is safe stays as it was, and a name never says that a file is something else. */
import { expect, test } from 'vitest'
import { attachment, nameOfKind, safeFileName } from './file-name.ts'

test.each([
  ['verslag x.pdf', 'verslag x.pdf'],
  ['Één café – bijlage (2).odt', 'Één café – bijlage (2).odt'],
  ['../../a\\b/c.pdf', 'c.pdf'],
  ['a／b＼c.pdf', 'c.pdf'],
  ['..', 'bestand'],
  ['', 'bestand'],
  ['.htaccess', 'htaccess'],
  ['x\u202Efdp.exe', 'xfdp.exe'],
  ['a\u2066b\u200Bc\r\n.pdf', 'abc.pdf'],
  ['con', '_con'],
  ['NUL.txt', '_NUL.txt'],
  ['com1.pdf', '_com1.pdf'],
  ['LPT².pdf', '_LPT².pdf'],
  ['contract.pdf', 'contract.pdf'],
  ['a:b*c?"<>|.txt', 'abc.txt'],
  ['naam. . ', 'naam'],
  ['a%2Fb.pdf', 'a2Fb.pdf'],
])('%j becomes %j', (given, safe) => expect(safeFileName(given)).toBe(safe))

test.each([
  ['factuur.bat', ['txt', 'csv', 'md'], 'factuur.txt'],
  ['lijst.CSV', ['txt', 'csv', 'md'], 'lijst.csv'],
  ['rapport.pdf.exe', ['pdf'], 'rapport.pdf'],
  ['rapport.exe.pdf', ['pdf'], 'rapport-exe.pdf'],
  ['rapport.exe', ['pdf'], 'rapport.pdf'],
  ['rapport', ['pdf'], 'rapport.pdf'],
  ['rapport 2.0', ['pdf'], 'rapport 2.0.pdf'],
  ['versie 1.2 def.pdf', ['pdf'], 'versie 1.2 def.pdf'],
  ['foto.JPEG', ['jpg', 'jpeg'], 'foto.jpeg'],
  ['foto\u202Egpj.exe', ['png'], 'fotogpj.png'],
  ['aux.png', ['png'], '_aux.png'],
  ['.pdf', ['pdf'], 'pdf.pdf'],
] as const)('%j of kind %j is called %j', (given, kinds, name) => expect(nameOfKind(given, kinds)).toBe(name))
test('a long name keeps its extension', () => {
  const name = nameOfKind(`${'é'.repeat(400)}.exe`, ['pdf'])
  expect([[...name].length <= 120, name.endsWith('.pdf')]).toEqual([true, true])
})

test('the header holds no more than a name', () => {
  expect(attachment("a\r\nSet-Cookie: x=1; filename=b'é.pdf")).toBe(
    'attachment; filename="aSet-Cookie x_1_ filename_b__.pdf"; ' +
      "filename*=UTF-8''aSet-Cookie%20x%3D1%3B%20filename%3Db%27%C3%A9.pdf",
  )
  expect(attachment('\uD800.pdf')).toContain("filename*=UTF-8''")
})
