import { DatabaseSync } from 'node:sqlite';

const columns = [
  ['mastra_messages', 'content'],
  ['mastra_workflow_snapshot', 'snapshot'],
] as const;

/**
 * The places in a Mastra database where a marker stands. What Mastra notes of a suspended run's requests as they were sent (`request.body`) is left out: that is no history.
 */
export function storedMarkers(file: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return columns.flatMap(([table, column]) =>
      database
        .prepare(`select iif(typeof(${column}) = 'blob', json(${column}), ${column}) as text from ${table}`)
        .all()
        .flatMap(({ text }) => markersIn(JSON.parse(String(text)) as unknown, table)),
    );
  } finally {
    database.close();
  }
}

function markersIn(value: unknown, path: string): string[] {
  if (typeof value === 'string') return value.includes('<<ccr:') ? [path] : [];
  if (typeof value !== 'object' || value === null || path.endsWith('.request.body')) return [];
  return Object.entries(value).flatMap(([key, inner]) => markersIn(inner, `${path}.${key}`));
}
