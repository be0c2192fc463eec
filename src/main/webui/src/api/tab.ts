/**
 * What the browser's tab remembers. Frames without an origin have no storage, and a storage may be full: then a reload
 * forgets, and nothing else changes.
 */
export function inTab<T>(work: (tab: Storage) => T): T | undefined {
  try {
    return work(sessionStorage);
  } catch {
    return undefined;
  }
}
