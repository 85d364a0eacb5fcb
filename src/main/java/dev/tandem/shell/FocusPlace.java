package dev.tandem.shell;

import com.vaadin.flow.component.applayout.AppLayout;
import java.io.Serializable;

/**
 * Where a filter or a dialog makes a page build anew what had the focus, it goes to what stands
 * there now under the same name, so that people at the keyboard need not begin at the top again. A
 * dialog that asks for something begins in its first field.
 */
final class FocusPlace implements Serializable {

  /** Names without their figures, which change with every filter. */
  private static final String KEEP =
      """
      let kept;
      const nameOf = (it) => (it.getAttribute('aria-label') || it.textContent || '').replace(/[\\d.,\\s]+/g, ' ').trim();
      this.addEventListener('focusin', ({ target }) => (kept = { target, name: nameOf(target) }));
      const restore = (tries) => {
        if (!kept?.name || kept.target.isConnected || document.activeElement !== document.body) return;
        const same = [...this.querySelectorAll(kept.target.localName)].find((it) => nameOf(it) === kept.name && it.offsetParent);
        if (same) same.focus({ preventScroll: true });
        else if (tries > 0) setTimeout(() => restore(tries - 1), 50);
      };
      this.tandemKeepFocus = () => requestAnimationFrame(() => restore(6));
      window.removeEventListener('closed', window.tandemDialogClosed, true);
      window.tandemDialogClosed = this.tandemKeepFocus;
      window.addEventListener('closed', window.tandemDialogClosed, true);
      window.removeEventListener('opened-changed', window.tandemDialogOpened, true);
      window.tandemDialogOpened = ({ target }) => {
        // not where it would bring up a keyboard over the dialog
        if (target.localName !== 'vaadin-dialog' || !target.opened || matchMedia('(pointer: coarse)').matches) return;
        const begin = (tries) => {
          const at = document.activeElement;
          if (!target.opened || (at !== target && target.contains(at))) return; // it chose a place by itself
          const field = target.querySelector(':is(input, textarea):not([readonly], [disabled], [type="file"])');
          if (at === target && field) field.focus();
          else if (tries > 0) setTimeout(() => begin(tries - 1), 100);
        };
        setTimeout(() => begin(15), 100);
      };
      window.addEventListener('opened-changed', window.tandemDialogOpened, true);
      """;

  private final AppLayout frame;

  FocusPlace(AppLayout frame) {
    this.frame = frame;
    frame.addAttachListener(attached -> frame.getElement().executeJs(KEEP));
  }

  void arrived() {
    frame.getElement().callJsFunction("tandemKeepFocus");
  }
}
