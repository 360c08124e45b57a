/**
 * Stands in for fhirclient's `Client` in the page: `ready()` hands over the launch's state in it, and nothing else of it
 * is used, since every request to the FHIR server goes through src/smart/request.ts.
 */
export default class Client {
  constructor(_environment, state) {
    this.state = state;
  }
}
