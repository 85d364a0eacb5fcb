package dev.tandem.library.extraction.worker;

import java.util.HashMap;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The title and the like from meta.xml. */
final class OpenDocumentMeta extends DefaultHandler {
  private final Draft draft;
  private final Map<String, String> values = new HashMap<>();
  private final StringBuilder text = new StringBuilder();

  OpenDocumentMeta(Draft draft) {
    this.draft = draft;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    text.setLength(0);
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (text.length() < 10_000) {
      text.append(characters, start, length);
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    values.putIfAbsent(name, text.toString());
    text.setLength(0);
  }

  void finish() {
    draft.title(values.get("title"));
    draft.description(values.get("description"));
    draft.description(values.get("subject"));
    draft.author(values.get("initial-creator"));
    draft.author(values.get("creator"));
    draft.created(Dates.day(values.get("creation-date")));
    draft.language(values.get("language"));
  }
}
