import { createDraw, most, type Shape } from '../shape.ts';

/** A cluster's objects: deep settings, maps of labels, few rows. */
export function clusterPods(): Shape {
  const draw = createDraw(53);
  const pods = ['api', 'worker', 'mailer', 'proxy', 'cron'].map((app, index) => ({
    metadata: {
      name: `${app}-${draw.hex(5)}`,
      namespace: index === 3 ? 'edge' : 'prod',
      labels: { app, tier: index % 2 === 0 ? 'front' : 'back' },
    },
    spec: {
      nodeName: `node-${draw.number(10, 40)}`,
      containers: [
        {
          name: app,
          image: `registry.local/${app}:1.${draw.number(0, 20)}.${draw.number(0, 9)}`,
          resources: {
            limits: { cpu: `${draw.number(1, 9) * 100}m`, memory: `${draw.number(1, 16) * 64}Mi` },
            requests: { cpu: '50m', memory: '32Mi' },
          },
          ports: [{ containerPort: 8000 + index, protocol: 'TCP' }],
        },
      ],
    },
    status: { phase: index === 2 ? 'Failed' : 'Running', restarts: index === 4 ? 17 : 0, reason: index === 2 ? 'OOMKilled' : null },
  }));
  return {
    name: 'cluster-pods',
    text: JSON.stringify({ apiVersion: 'v1', kind: 'List', items: pods }, null, 2),
    questions: [
      {
        id: 'pods-failed',
        question: 'Which pod failed, for which reason, and on which node did it run?',
        answer: [pods[2]!.metadata.name, 'OOMKilled', pods[2]!.spec.nodeName],
      },
      {
        id: 'pods-memory',
        question: 'What is the memory limit of the api container?',
        answer: [pods[0]!.spec.containers[0]!.resources.limits.memory],
      },
      {
        id: 'pods-image',
        question: 'Which image does the proxy pod run, and in which namespace?',
        answer: [pods[3]!.spec.containers[0]!.image, 'edge'],
      },
      { id: 'pods-request', question: 'How much memory does the mailer container request (not its limit)?', answer: ['32Mi'] },
    ],
  };
}

/** An audit report: an object used as a map from package to finding. */
export function auditReport(): Shape {
  const draw = createDraw(61);
  const names = ['left-trim', 'yaml-walk', 'xml-peek', 'deep-set', 'url-tidy', 'zip-lite'];
  const vulnerabilities = Object.fromEntries(
    names.map((name, index) => [
      name,
      {
        name,
        severity: index === 3 ? 'critical' : draw.pick(['low', 'moderate', 'high']),
        isDirect: index === 1,
        via: [
          {
            source: 1090 + index,
            title: `Weakness ${draw.hex(4)} in ${name}`,
            cwe: [`CWE-${draw.number(20, 900)}`],
            range: `<${draw.number(1, 4)}.${draw.number(0, 9)}.0`,
          },
        ],
        fixAvailable: index === 4 ? false : { name, version: `${draw.number(2, 6)}.0.${draw.number(0, 9)}`, isSemVerMajor: true },
      },
    ]),
  );
  const fix = vulnerabilities['xml-peek']!.fixAvailable as { version: string };
  return {
    name: 'audit-report',
    text: JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: { total: names.length } }),
    questions: [
      {
        id: 'audit-critical',
        question: 'Which package has the critical finding, and what is its CWE?',
        answer: ['deep-set', vulnerabilities['deep-set']!.via[0]!.cwe[0]!],
      },
      { id: 'audit-unfixed', question: 'For which package is no fix available?', answer: ['url-tidy'] },
      { id: 'audit-version', question: 'Which version fixes xml-peek?', answer: [fix.version] },
      { id: 'audit-direct', question: 'Which vulnerable package is a direct dependency?', answer: ['yaml-walk'] },
    ],
  };
}

/** A service's settings: a tree in which every key occurs once. */
export function settingsTree(): Shape {
  const settings = {
    service: { name: 'kiln', port: 7443, tls: { enabled: true, minVersion: '1.2', ciphers: null } },
    limits: { requestsPerMinute: 1200, burst: 80, perTenant: { default: 60, 'acme.example': 900 } },
    features: { search: { enabled: false, rollout: 0.25 }, exports: { enabled: true, formats: ['csv', 'parquet'] }, beta: {} },
    storage: { driver: 'postgres', dsn: 'postgres://db.internal:5432/kiln', pool: { min: 2, max: 18, idleMs: 30000 }, replicas: [] },
    build: { id: 9007199254740992, ratio: '0.50', tag: '' },
  };
  return {
    name: 'settings-tree',
    // Beyond what a double can hold, as ids of other languages are.
    text: JSON.stringify(settings, null, 2).replace('9007199254740992', '9007199254740993'),
    questions: [
      { id: 'settings-pool', question: 'How many connections may the pool hold at most?', answer: ['18'] },
      { id: 'settings-tenant', question: 'Which limit does the tenant acme.example have?', answer: ['900'] },
      { id: 'settings-search', question: 'Is search enabled, and at which rollout?', answer: ['false', '0.25'] },
      { id: 'settings-build', question: 'What is the build id, digit by digit?', answer: ['9007199254740993'] },
    ],
  };
}

/** Distances: a matrix whose row and column names stand in two other arrays. */
export function distanceMatrix(): Shape {
  const draw = createDraw(71);
  const cities = ['Ghent', 'Lille', 'Reims', 'Basel'];
  const rows = cities.map((from) => ({
    elements: cities.map((to) => {
      const km = from === to ? 0 : draw.number(90, 700);
      return {
        distance: { text: `${km} km`, value: km * 1000 },
        duration: { text: `${Math.round(km / 1.4)} mins`, value: Math.round((km / 1.4) * 60) },
        status: 'OK',
      };
    }),
  }));
  const cell = rows[1]!.elements[3]!;
  const farthest = most(rows[0]!.elements, ({ distance }) => distance.value);
  return {
    name: 'distance-matrix',
    text: JSON.stringify({ destination_addresses: cities, origin_addresses: cities, rows, status: 'OK' }, null, 2),
    questions: [
      {
        id: 'matrix-cell',
        question: 'How far is it from Lille to Basel, and how long does it take?',
        answer: [cell.distance.text, cell.duration.text],
      },
      { id: 'matrix-far', question: 'Which city is the farthest from Ghent?', answer: [cities[rows[0]!.elements.indexOf(farthest)]!] },
    ],
  };
}
