import type { HeadroomError } from '@headroom/core';

/*
 * The thread that runs a model starts in the time of a first text. Core is imported only where there is an error to be made: it would take most of that time.
 */

/** The error for files of a model that are missing or cannot be used. */
export async function missingModel(message: string, cause?: unknown): Promise<HeadroomError> {
  const { HeadroomError } = await import('@headroom/core');
  return new HeadroomError({ code: 'missing-model', message, cause });
}

/** The error for a package that has to be installed. */
export async function missingDependency(message: string): Promise<HeadroomError> {
  const { HeadroomError } = await import('@headroom/core');
  return new HeadroomError({ code: 'missing-dependency', message });
}
