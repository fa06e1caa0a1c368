import { describe, expect, it } from 'vitest';
import { readWebArchive } from './read-web-archive.ts';

const message = (encoding: string, body: string): string =>
  [
    'Subject: A page',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\tboundary="=_x"',
    '',
    '--=_x',
    'Content-Type: text/css',
    '',
    'p {}',
  ]
    .concat(['--=_x', 'Content-Type: text/html; charset=utf-8', `Content-Transfer-Encoding: ${encoding}`, '', body, '--=_x--', ''])
    .join('\r\n');

describe('web archives', () => {
  it('gives the page decoded, with what the archive says about it', () => {
    const quoted = readWebArchive(message('quoted-printable', '<p class=3D"a">caf=C3=A9 =E2=82=\r\n=AC</p>'))!;
    expect(quoted.html.trim()).toBe('<p class="a">café €</p>');
    expect(quoted.facts).toEqual([{ label: 'subject', value: 'A page', start: 0 }]);
    expect(readWebArchive(message('base64', 'PHA+Y2Fmw6k8L3A+'))!.html.trim()).toBe('<p>café</p>');
  });

  it('takes no page for an archive', () => {
    expect(readWebArchive('<p>Content-Type: text/html</p>')).toBeUndefined();
    expect(readWebArchive('HTTP/1.1 200 OK\nContent-Type: text/html\nServer: x\n\n<p>a</p>')).toBeUndefined();
    expect(readWebArchive('Content-Type: text/html\nServer: x\n\n<p>a</p>')).toBeUndefined();
  });
});
