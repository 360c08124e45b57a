/** Stands in for the package `debug` in the page: fhirclient would log requests and token responses; here nothing is logged. */
const silent = () => undefined;
silent.extend = () => silent;
export default () => silent;
