import { LitElement, html } from 'lit';
import '../inspire-licensing.js';
class LicensingPage extends LitElement {
  override render() {
    return html`<inspire-licensing></inspire-licensing>`;
  }
}
customElements.define('licensing-page', LicensingPage);
