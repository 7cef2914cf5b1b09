// gr.local

/**
 * Makes a variable outside the function this user's own, though its value is data: it is "loaded once" instead of shared.
 * For what is dear to make and cheap to lose: a cache, a buffer to work in, a connection's state.
 *
 * It lives in the worker of one user until the code runs again, Stop, or a refresh. No other tab sees it, nothing of it is
 * stored, and an error undoes nothing. Changing it takes no lock, so functions that change nothing else run at once.
 *
 * It must be the whole initial value of a variable at the top of the module; anywhere else it is an error. It gives the
 * value itself back: of a shared variable, it makes no copy. Storing the value in shared data is an error; store a copy.
 *
 * @param value The value, of any kind.
 * @example const cache = gr.local(new Map<string, number>());
 */
export function local<T>(value: T): T {
  return value;
}
