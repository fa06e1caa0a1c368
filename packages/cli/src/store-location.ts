/** Where the store lies: a path, or `:memory:`. */
export async function describeLocation(path: string | undefined): Promise<string> {
  if (path === ':memory:') return path;
  const { locateStore } = await import('@headroom/store-sqlite');
  return locateStore(path).path;
}
