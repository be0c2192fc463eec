import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LicensingApi } from '../api/licensing-api.js';
import type { PageSettings } from '../api/types.js';
import { shared } from '../style/shared.js';
import { text } from '../text/text.js';
import { link } from './linked.js';

/** Where to read on: at the foot of the page, and where the license can't be read. */
@customElement('il-page-foot')
export class PageFoot extends LitElement {
  static override styles = [
    shared,
    css`
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.5rem;
        font-size: 0.875rem;
      }
    `,
  ];

  @property({ attribute: false }) settings!: PageSettings;
  @property({ attribute: false }) api!: LicensingApi;

  override render() {
    const { troubleshooting, documentation } = this.settings;
    return html`<nav aria-label=${text.page.help}>
      ${link(this.api.address(troubleshooting ?? 'problems'), text.page.troubleshooting)}
      ${documentation ? link(this.api.address(documentation), text.page.documentation) : nothing}
    </nav>`;
  }
}
