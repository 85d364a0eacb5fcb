package dev.tandem.taxonomy.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.tandem.identity.Users;
import dev.tandem.shared.ui.Formats;
import dev.tandem.taxonomy.Glossary;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what somebody else wrote meanwhile. Who has read it may save over that version: nothing that
 * nobody saw is overwritten.
 */
class Conflict extends Div {
  private final transient Users users;
  private int version;

  /**
   * @param read the word as it was when the change began; null for a new one
   */
  Conflict(Glossary.@Nullable Entry read, Users users) {
    this.users = users;
    version = read == null ? 0 : read.version();
    setVisible(false);
    addClassName("caution");
    getElement().setAttribute("role", "alert");
  }

  /** The version that a change goes over; 0 where the word is not in use. */
  int version() {
    return version;
  }

  /** It is about another word now, which nobody has read yet. */
  void forget() {
    version = 0;
    setVisible(false);
  }

  /**
   * @param now empty where the word was taken out of use
   */
  void tell(Optional<Glossary.Entry> now) {
    version = now.map(Glossary.Entry::version).orElse(0);
    removeAll();
    add(new Paragraph(now.map(this::words).orElse("Meanwhile it was taken out of use.")));
    add(new Paragraph("Yours is not saved yet. It would become the next version."));
    setVisible(true);
  }

  private String words(Glossary.Entry entry) {
    var names =
        entry.synonyms().isEmpty() ? "" : " (also: " + String.join(", ", entry.synonyms()) + ")";
    return "There is version "
        + entry.version()
        + " by "
        + users.nameOf(entry.changedBy())
        + ", "
        + Formats.moment(entry.changedAt())
        + ": “"
        + entry.definition()
        + "”"
        + names;
  }
}
