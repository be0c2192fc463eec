import { LitElement, html } from 'lit';
export class InspireLicensing extends LitElement {
  override render() {
    return html`<p>Licensing</p>`;
  }
}
customElements.define('inspire-licensing', InspireLicensing);
