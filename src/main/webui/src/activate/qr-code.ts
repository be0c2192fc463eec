import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../style/shared.js';
import { text } from '../text/text.js';
import { QUIET, pathOf } from './qr-path.js';

/** The width that a code is drawn in, in pixels, as far as whole pixels for each module allow. */
const WIDTH = 320;
/** What the camera of a phone needs of a screen. */
const LEAST_PER_MODULE = 3;

/** A text as a QR code, black on white whatever the color scheme: not every reader takes another one. */
@customElement('il-qr-code')
export class QrCode extends LitElement {
  static override styles = [
    shared,
    css`
      svg {
        display: block;
        max-width: 100%;
        height: auto;
        background: #ffffff;
        forced-color-adjust: none;
      }
    `,
  ];

  @property({ attribute: false }) value = '';
  /** What the code says, for those who can't see it. */
  @property() label = '';
  @state() private drawn: { path: string; size: number } | null = null;
  @state() private failed = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value')) {
      void this.draw(this.value);
    }
  }

  override render() {
    if (this.failed) {
      return html`<p class="small" role="alert">${text.activate.qrFailed}</p>`;
    }
    if (!this.drawn) {
      return nothing;
    }
    const size = this.drawn.size + 2 * QUIET;
    const width = size * Math.max(LEAST_PER_MODULE, Math.floor(WIDTH / size));
    return html`<svg
      role="img"
      aria-label=${this.label}
      width=${width}
      viewBox="0 0 ${size} ${size}"
      shape-rendering="crispEdges"
    >
      <path d=${this.drawn.path} fill="#000000" />
    </svg>`;
  }

  /** The generator is fetched when the first code is wanted: few ever are. */
  private async draw(value: string): Promise<void> {
    try {
      const { generate, correction } = await import('lean-qr/nano');
      const code = generate(value, { minCorrectionLevel: correction.M });
      if (value === this.value) {
        this.drawn = { path: pathOf(code), size: code.size };
        this.failed = false;
      }
    } catch (failure) {
      console.error('The QR code could not be drawn.', failure);
      this.failed = true;
    }
  }
}
