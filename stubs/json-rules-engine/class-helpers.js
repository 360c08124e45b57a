/**
 * What Babel writes at the head of every file for its classes, here once. json-rules-engine has no getters or
 * setters, so a member is a plain method.
 */
export function _createClass(type, members, ofType = []) {
  for (const { key, value } of members) type.prototype[key] = value;
  for (const { key, value } of ofType) type[key] = value;
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
