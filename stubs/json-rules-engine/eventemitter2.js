/**
 * Stands in for `eventemitter2` in the page: json-rules-engine emits an event per rule, and nobody listens, since results
 * are read from what `run` returns. A function, not a class: the engine's ES5 code calls it as one.
 */
export default function EventEmitter2() {
  return undefined;
}
EventEmitter2.prototype.emitAsync = () => Promise.resolve([]);
EventEmitter2.prototype.on = () => {
  throw new Error('Nobody listens to the engine: eventemitter2 is left out of this build.');
};
