// For tests only: what localStorage is, as far as it is used, with so much room.

export function createItems(onSet: (key: string) => void = () => undefined, maxChars = Infinity) {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index: number) => [...items.keys()][index] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    removeItem: (key: string) => void items.delete(key),
    setItem(key: string, value: string) {
      const others = [...items].filter(([each]) => each !== key).reduce((sum, [, { length }]) => sum + length, 0);
      if (others + value.length > maxChars) throw new DOMException("it is full", "QuotaExceededError");
      items.set(key, value);
      onSet(key);
    },
    all: () => [...items],
  };
}
