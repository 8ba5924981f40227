/** What is shown, in one place; those who show it are told of what changed. */

export type Store<State> = {
  get: () => State;
  set: (change: Partial<State>) => void;
  /** `listener` is called after any of `keys` changed, until what is returned is called. */
  on: (keys: readonly (keyof State)[], listener: () => void) => () => void;
};

export function newStore<State extends object>(initial: State): Store<State> {
  let state = initial;
  let listeners: { keys: readonly (keyof State)[]; listener: () => void }[] = [];
  return {
    get: () => state,
    set: (change) => {
      const before = state;
      state = { ...state, ...change };
      for (const { keys, listener } of [...listeners]) if (keys.some((key) => before[key] !== state[key])) listener();
    },
    on: (keys, listener) => {
      const entry = { keys, listener };
      listeners.push(entry);
      return () => {
        listeners = listeners.filter((each) => each !== entry);
      };
    },
  };
}
