package dev.tandem.taxonomy.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.tandem.taxonomy.Glossary;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Gives every page the company's words, so that it can say what they mean where they stand. */
@Component
class GlossaryHints implements VaadinServiceInitListener {
  /** Titles of figures, panels, columns and fields; texts of content are left alone. */
  private static final String MARK =
      """
      const words = $0;
      window.tandemGlossary = words;
      const places = '.stat-name, .panel-head h2, .page-header h1, .page-header p, .glossary-place, label,'
          + ' .pack p, .pack td, vaadin-grid-sorter, .stat-basis, .state-chip, .badge, .label-group-name, th,'
          + ' .caption, .row-name';
      const escape = (text) => text.replace(/[.*+?^${}()|[\\]\\\\]/g, '\\\\$&');
      const pattern = (names) => new RegExp('(^|[^\\\\p{L}\\\\p{N}])(' + names.map(escape).join('|')
          + ')(?![\\\\p{L}\\\\p{N}])', 'giu');
      const lines = window.Highlight ? window.tandemGlossaryLines ??= new Highlight() : null;
      // only the words are underlined, where the browser can do that
      const underline = (place, names) => {
        const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
        while (texts.nextNode())
          for (const match of texts.currentNode.data.matchAll(pattern(names))) {
            const range = new Range();
            const start = match.index + match[1].length;
            range.setStart(texts.currentNode, start);
            range.setEnd(texts.currentNode, start + match[2].length);
            lines.add(range);
          }
      };
      if (lines) {
        document.documentElement.classList.add('glossary-underlines');
        CSS.highlights.set('glossary', lines);
      }
      const mark = () => {
        lines?.clear();
        for (const place of document.querySelectorAll(places)) {
          if (place.closest('.glossary-view')) continue; // the meanings stand there
          const text = place.textContent ?? '';
          if (text.length > 300 || (place.title && !place.dataset.glossary)) continue;
          const found = (window.tandemGlossary ?? []).filter((word) => pattern(word.names).test(text));
          if (lines) found.forEach((word) => underline(place, word.names));
          const hint = found.map((word) => word.names[0] + ': ' + word.meaning).join('\\n');
          if ((place.dataset.glossary ?? '') === hint) continue;
          place.dataset.glossary = hint;
          if (hint) place.title = hint; else place.removeAttribute('title');
          // a title alone is for the mouse: screen readers hear it as the description
          if (hint) place.setAttribute('aria-description', hint);
          else place.removeAttribute('aria-description');
          place.classList.toggle('glossary-word', hint !== '');
        }
      };
      if (!window.tandemGlossaryWatch) {
        let waiting = false;
        const later = () => {
          if (waiting) return;
          waiting = true;
          setTimeout(() => { waiting = false; mark(); }, 300);
        };
        window.tandemGlossaryWatch = new MutationObserver(later);
        window.tandemGlossaryWatch.observe(document.body, { childList: true, subtree: true });
      }
      mark();
      """;

  private final transient Glossary glossary;

  GlossaryHints(Glossary glossary) {
    this.glossary = glossary;
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event
        .getSource()
        .addUIInitListener(
            init ->
                init.getUI()
                    .addAfterNavigationListener(
                        navigated -> {
                          var words = JsonMapper.shared().createArrayNode();
                          for (var entry : glossary.entries()) {
                            var word = words.addObject().put("meaning", entry.definition());
                            var names = word.putArray("names").add(entry.term());
                            entry.synonyms().forEach(names::add);
                          }
                          if (!words.isEmpty()) init.getUI().getPage().executeJs(MARK, words);
                        }));
  }
}
