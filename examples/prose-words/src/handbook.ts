const rules = [
  'The service must not be restarted while a migration is running, unless the operator has set `LEDGER_ALLOW_RESTART` to 1.',
  'It usually takes about 40 seconds for all of the workers to come up again, and during that time the API will answer with the status 503.',
  'As a general rule, it is a good idea to have a look at the dashboard that Maria Lopez has set up for the team.',
  'If the health check at /healthz fails more than 3 times, the old version of the service is started again by the scheduler.',
] as const;

/** A handbook of many chapters that repeat nothing: each is about a service of its own. */
export const handbook = ['ledger', 'billing', 'search', 'mail', 'archive', 'image', 'report', 'session']
  .map((service, index) => {
    const named = rules.map((rule) =>
      rule
        .replaceAll('LEDGER', service.toUpperCase())
        .replace('The service', `The ${service} service`)
        .replace('40', String(40 + index)),
    );
    return `## The ${service} service\n\n${named.join(' ')}\n`;
  })
  .join('\n');
