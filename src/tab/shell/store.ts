// A value that parts of the page share and draw again when it changes.
import { useEffect, useState } from 'preact/hooks';

export type Store<Value> = {
  get(): Value;
  set(value: Value): void;
  /** Calls back at every change until the answer is called. */
  subscribe(onChange: () => void): () => void;
};

/** A store that holds `initial`. */
export function createStore<Value>(initial: Value): Store<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (!Object.is(value, next)) {
        value = next;
        for (const listener of listeners) {
          listener();
        }
      }
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
  };
}

/** The store's value; the component is drawn again when it changes. */
export function useStore<Value>(store: Store<Value>): Value {
  const [, setSeen] = useState(store.get());
  useEffect(() => {
    const update = (): void => setSeen(() => store.get());
    update();
    return store.subscribe(update);
  }, [store]);
  return store.get();
}
