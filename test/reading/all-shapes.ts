import type { Shape } from './shape.ts';
import { auditReport, clusterPods, distanceMatrix, settingsTree } from './shapes/documents.ts';
import { ordersWithItems, searchHits, sparseEvents, trackerIssues } from './shapes/records.ts';
import { lintReport, logRecords, metricSeries, nestedStrings } from './shapes/reports.ts';

/** Every shape of payload that the reading test asks about. */
export function allShapes(): readonly Shape[] {
  return [
    searchHits(),
    trackerIssues(),
    ordersWithItems(),
    sparseEvents(),
    clusterPods(),
    auditReport(),
    settingsTree(),
    distanceMatrix(),
    lintReport(),
    metricSeries(),
    logRecords(),
    nestedStrings(),
  ];
}
