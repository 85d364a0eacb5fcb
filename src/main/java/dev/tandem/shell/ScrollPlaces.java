package dev.tandem.shell;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import java.io.Serializable;

/**
 * A page begins at its top, and the way back leads to where one was. Browsers see to this only
 * where the window itself scrolls; here the frame stays, and its content scrolls.
 */
final class ScrollPlaces implements Serializable {

  /** By path: the rest of an address are filters, and a change of those moves nothing. */
  private static final String REMEMBER =
      """
      const places = new Map();
      let here, box, waiting;
      this.updateComplete?.then(() => {
        box = this.shadowRoot.querySelector('[part~="content"]');
        box?.addEventListener('scroll', () => places.set(here, box.scrollTop), { passive: true });
        for (const moved of ['wheel', 'touchstart', 'pointerdown', 'keydown'])
          this.addEventListener(moved, () => clearTimeout(waiting), { passive: true });
      });
      this.tandemArrived = (path, back) => {
        const elsewhere = here !== undefined && here !== path;
        here = path;
        if (!elsewhere || !box) return;
        clearTimeout(waiting);
        const place = back ? (places.get(path) ?? 0) : 0;
        let left = 30; // three seconds, since much of a page comes after it was opened
        const go = () => {
          box.scrollTop = place;
          if (box.scrollTop < place - 1 && left-- > 0) waiting = setTimeout(go, 100);
        };
        go();
      };
      """;

  private final AppLayout frame;

  ScrollPlaces(AppLayout frame) {
    this.frame = frame;
    frame.addAttachListener(attached -> frame.getElement().executeJs(REMEMBER));
  }

  void arrived(AfterNavigationEvent event) {
    var back = event.getLocationChangeEvent().getTrigger() == NavigationTrigger.HISTORY;
    frame.getElement().callJsFunction("tandemArrived", event.getLocation().getPath(), back);
  }
}
