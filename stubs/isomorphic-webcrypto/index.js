// fhirclient asks for this package only where globalThis.crypto is missing; no supported browser or Node lacks it.
module.exports = { default: globalThis.crypto };
