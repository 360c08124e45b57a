/**
 * What Babel writes at the head of every file for its classes, here once. json-rules-engine has no getters or
 * setters, so members come as methods (scripts/library-modules.ts).
 */
export function _createClass(type, members, ofType) {
  Object.assign(type.prototype, members);
  Object.assign(type, ofType);
}

export function _inherits(type, base) {
  Object.setPrototypeOf(type, base);
  Object.setPrototypeOf(type.prototype, base.prototype);
}

export function _possibleConstructorReturn(self, returned) {
  return returned ?? self;
}

/** Only ever given a list. */
export function _slicedToArray(list) {
  return list;
}
